package org.segue.ranking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.segue.interactions.Preferences;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.ranking.linalg.Vectors;

/**
 * Ranks songs by the dot product of the user's embedding and theirs, and by what they are neighbors of:
 * {@code ŷ_i = p · q_i + β Σ_j v_j s_ij} over the songs j of the user.
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
    private final NeighborSums neighborSums;

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
        this.neighborSums = new NeighborSums(model);
    }

    /** The model that answers. */
    public FactorModel model() {
        return model;
    }

    @Override
    public List<ScoredSong> recommend(UserHistory history, Selection selection) {
        return recommend(history, selection, timing(false));
    }

    /** The same recommender at the start of a session; else it answers as if one went on. */
    public Recommender fresh() {
        return (history, selection) -> recommend(history, selection, timing(true));
    }

    /** The same recommender with the listens of a time before others; where the clock would decide, as if a session went on. */
    public Recommender at(When when) {
        return (history, selection) ->
                recommend(history, selection, when.timing(model.recency(), history, history.latest(songId -> true)));
    }

    private List<ScoredSong> recommend(UserHistory history, Selection selection, Timing timing) {
        return embed(history, timing)
                .map(embedding -> top(embedding, selection.n(), songId -> selection.admits(songId, history)))
                .orElse(List.of());
    }

    /** How the model looks at time while a session goes on, or at the start of one. */
    Timing timing(boolean isFresh) {
        return Timing.of(model.recency(), isFresh);
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

    /** What an embedding gives to embeddings that are none of the model's: neighbors add nothing to those. */
    static UntriedSongs.Scores scores(UserEmbedding embedding) {
        return (rows, from) -> Vectors.fastDot(embedding.values(), rows, from);
    }

    /** The best songs for an embedding and what neighbors add, best first. */
    List<ScoredSong> top(UserEmbedding embedding, int n, IntPredicate eligible) {
        return new NeighborTop(songs, model).top(embedding, n, eligible);
    }

    /**
     * The embedding of a user: the stored one if it was trained on this history, else a new one.
     *
     * @return nothing if no song of the history says anything: none is known, or all have embeddings of zeros
     */
    public Optional<UserEmbedding> embed(UserHistory history) {
        return embed(history, timing(false));
    }

    /** The same at a time. */
    Optional<UserEmbedding> embed(UserHistory history, Timing timing) {
        UserEmbedding embedding = trained(history, timing)
                .map(stored -> stored(stored, history, timing))
                .orElseGet(() -> folded(history, timing));
        return Optional.of(embedding)
                .filter(e -> !isZero(e.values()) || !e.neighbors().isEmpty());
    }

    /** The embedding of somebody who loves one song, which the model may have no row of. */
    float[] embed(float[] song, float weight) {
        return foldIn.solve(song, (double) Preferences.LOVE * weight);
    }

    private UserEmbedding stored(float[] values, UserHistory history, Timing timing) {
        NeighborScores neighbors = timing.weight() == 0
                ? NeighborScores.NONE
                : neighborSums.of(FoldInTerms.of(history, model, timing), timing);
        return new UserEmbedding(values, Strategy.TRAINED, null, timing, neighbors);
    }

    // The stored one is of songs that age as the model has it.
    private Optional<float[]> trained(UserHistory history, Timing timing) {
        if (!isOfModel(timing)) {
            return Optional.empty();
        }
        long fingerprint = model.recency().halfLife() == 0 ? history.fingerprint() : history.datedFingerprint();
        return model.trainedEmbedding(history.userId(), fingerprint);
    }

    private boolean isOfModel(Timing timing) {
        return timing.songs().equals(timing(timing.isFresh()).songs());
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
        return explain(embedding, history, songs, count, UntriedSongs.NOTHING);
    }

    /** The same of untried songs too. */
    List<Explanation> explain(
            UserEmbedding embedding, UserHistory history, List<ScoredSong> songs, int count, UntriedSongs untried) {
        if (songs.isEmpty()) {
            return List.of();
        }
        FoldInResult solution =
                embedding.solution() != null ? embedding.solution() : solve(history, embedding.timing());
        return solution.explain(
                songs.stream().mapToInt(ScoredSong::songId).toArray(), count, embedding.neighbors(), untried);
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
        return trained(history, timing(false)).isPresent();
    }

    private UserEmbedding folded(UserHistory history, Timing timing) {
        FoldInResult solution = solve(history, timing);
        FoldInTerms terms = timing.weight() == 0 || solution.terms().timing().equals(timing)
                ? solution.terms()
                : FoldInTerms.of(history, model, timing);
        NeighborScores neighbors = neighborSums.of(terms, timing);
        return new UserEmbedding(solution.embedding(), Strategy.FOLDED_IN, solution, timing, neighbors);
    }

    private FoldInResult solve(UserHistory history, Timing timing) {
        boolean isRemembered = history.size() >= MIN_REMEMBERED_SONGS && isOfModel(timing);
        return isRemembered
                ? solved.get(history, key -> foldIn.solve(FoldInTerms.of(key, model, timing)))
                : foldIn.solve(FoldInTerms.of(history, model, timing));
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
