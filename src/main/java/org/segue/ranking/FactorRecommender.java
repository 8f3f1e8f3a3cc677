package org.segue.ranking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
 * <p>Safe for any thread. Holds, beside the model, a second copy of the song embeddings in scanning order, and a few solves of long
 * histories, which take longest and are asked for again: with another filter, or for the next page.
 */
public final class FactorRecommender implements Recommender {

    /** Shorter histories are solved faster than they are looked up among others. */
    private static final int MIN_REMEMBERED_SONGS = 1000;

    private static final long MAX_REMEMBERED_BYTES = 16 << 20;

    private final FactorModel model;
    private final SongBlocks songs;
    private final FoldIn foldIn;

    // A history is replaced when anything of it changes, so that it is its own key.
    private final Cache<UserHistory, FoldInResult> solved = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(MAX_REMEMBERED_BYTES)
            .weigher((UserHistory history, FoldInResult result) -> result.bytes())
            .build();

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

    /**
     * Explains the scores of songs.
     *
     * @param embedding of this history, by {@link #embed}
     * @param songs of the model
     * @param count the most of the user's songs to list for each, not negative
     * @return an explanation for each song, in their order
     */
    public List<Explanation> explain(UserEmbedding embedding, UserHistory history, List<ScoredSong> songs, int count) {
        if (songs.isEmpty()) {
            return List.of();
        }
        FoldInResult solution = embedding.solution() != null ? embedding.solution() : solve(history);
        return solution.explain(songs.stream().mapToInt(ScoredSong::songId).toArray(), count);
    }

    /**
     * About how many multiplications an answer takes: the solve, unless it is remembered or the stored embedding does, and the
     * reasons, of which the search may spare most.
     *
     * @param explained how many songs will be explained
     */
    long cost(UserHistory history, int explained) {
        long n = (long) history.size() + history.preferences().size();
        long d = model.dimension();
        boolean isSolved = solved.getIfPresent(history) != null || (explained == 0 && isTrained(history));
        return (isSolved ? 0 : n * d * d / 2 + d * d * d / 6) + explained * (d * d + n * d);
    }

    private boolean isTrained(UserHistory history) {
        return model.trainedEmbedding(history.userId(), history.fingerprint()).isPresent();
    }

    private UserEmbedding folded(UserHistory history) {
        FoldInResult solution = solve(history);
        return new UserEmbedding(solution.embedding(), Strategy.FOLDED_IN, solution);
    }

    private FoldInResult solve(UserHistory history) {
        return history.size() < MIN_REMEMBERED_SONGS ? foldIn.solve(history) : solved.get(history, foldIn::solve);
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
