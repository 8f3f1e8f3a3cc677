package org.segue.ranking;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;

/**
 * Ranks songs by the dot product of the user's embedding and theirs.
 *
 * <p>If the model was trained on exactly this history of this user (their fingerprints are equal), the stored embedding
 * answers; else one is folded in. Of a user none of whose songs the model knows it says nothing.
 *
 * <p>Immutable, safe for any thread. Holds, beside the model, a second copy of the song embeddings in scanning order.
 */
public final class FactorRecommender implements Recommender {

    private final FactorModel model;
    private final SongBlocks songs;
    private final FoldIn foldIn;

    /**
     * Prepares a model for answering: O(songs · d²).
     *
     * @throws IllegalArgumentException if an embedding of a song is not finite
     */
    public FactorRecommender(FactorModel model) {
        this.model = model;
        this.foldIn = new FoldIn(model);
        this.songs = new SongBlocks(model);
    }

    /** The model that answers. */
    public FactorModel model() {
        return model;
    }

    @Override
    public List<ScoredSong> recommend(UserHistory history, Selection selection) {
        return embed(history)
                .map(embedding -> top(embedding.values(), selection.n(), songId -> selection.admits(songId, history)))
                .orElse(List.of());
    }

    /**
     * The best songs for an embedding.
     *
     * @param embedding the user's, or any other direction: {@code [dimension]}
     * @param n the most songs
     * @param eligible which songs, by database key, may be in the answer; asked only for songs good enough to be
     * @return best first
     */
    List<ScoredSong> top(float[] embedding, int n, IntPredicate eligible) {
        return songs.top(embedding, n, eligible);
    }

    /**
     * The embedding of a user: the stored one if it was trained on this history, else a new one.
     *
     * @return nothing if no song of the history says anything: none is known, or all have embeddings of zeros
     */
    public Optional<UserEmbedding> embed(UserHistory history) {
        UserEmbedding embedding = model.trainedEmbedding(history.userId(), history.fingerprint())
                .map(stored -> new UserEmbedding(stored, Strategy.TRAINED, null))
                .orElseGet(() -> folded(history));
        return Optional.of(embedding).filter(e -> !isZero(e.values()));
    }

    /** The solve behind an embedding of this history, for reasons; done now if the embedding is the stored one. */
    public FoldInResult solution(UserEmbedding embedding, UserHistory history) {
        FoldInResult solution = embedding.solution();
        return solution != null ? solution : foldIn.solve(history);
    }

    private UserEmbedding folded(UserHistory history) {
        FoldInResult solution = foldIn.solve(history);
        return new UserEmbedding(solution.embedding(), Strategy.FOLDED_IN, solution);
    }

    private static boolean isZero(float[] values) {
        for (float value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
