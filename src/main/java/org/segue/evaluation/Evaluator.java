package org.segue.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;
import org.segue.ranking.ItemCosineRecommender;
import org.segue.ranking.PopularityRecommender;
import org.segue.ranking.Recommender;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.Selection;

/**
 * Measures recommenders on one split: each ranks all songs that a test user has not heard in training, and the first ten are
 * held against the songs held out.
 *
 * <p>Recommenders must have seen the training part alone. Of more than {@value #MAX_USERS} test users a random choice is
 * measured, the same for every recommender. Runs on all cores; results do not depend on their number. Immutable, safe for any
 * thread.
 */
public final class Evaluator {

    /** Gives intervals of about ± .004, and more users would only take longer. */
    static final int MAX_USERS = 10_000;

    private static final int K = 10;

    private final InteractionMatrix training;
    private final int[] listeners;
    private final List<UserHistory> tests;
    private final long seed;

    /**
     * An evaluator of one split.
     *
     * @param holdOut the split
     * @param seed where the choice of users and the intervals' resampling start
     */
    public Evaluator(HoldOut holdOut, long seed) {
        this(holdOut, MAX_USERS, seed);
    }

    Evaluator(HoldOut holdOut, int mostUsers, long seed) {
        this.training = holdOut.training();
        this.listeners = listeners(training);
        this.tests = choose(holdOut.tests(), mostUsers, seed);
        this.seed = seed;
    }

    /** Number of users that are measured. */
    public int users() {
        return tests.size();
    }

    /** Keys of the users that are measured, ascending, in the order of every {@link UserScores}. */
    public int[] userIds() {
        return tests.stream().mapToInt(UserHistory::userId).toArray();
    }

    /** Means and intervals of a recommender. */
    public EvaluationReport evaluate(Recommender recommender) {
        return score(recommender).report(seed);
    }

    /** The same for a recommender and the two baselines. */
    public EvaluationReport.Comparison compare(Recommender recommender) {
        return new EvaluationReport.Comparison(
                evaluate(recommender),
                evaluate(PopularityRecommender.of(training)),
                evaluate(new ItemCosineRecommender(training)));
    }

    /** What a recommender reaches for each user, to compare it with another one. */
    public UserScores score(Recommender recommender) {
        int[][] ranked = IntStream.range(0, tests.size())
                .parallel()
                .mapToObj(t -> rank(recommender, tests.get(t)))
                .toArray(int[][]::new);
        double[] ndcg = new double[ranked.length];
        double[] recall = new double[ranked.length];
        double[] novelty = new double[ranked.length];
        for (int t = 0; t < ranked.length; t++) {
            int[] relevant = tests.get(t).songIds();
            ndcg[t] = RankingMetrics.ndcg(ranked[t], relevant, K);
            recall[t] = RankingMetrics.recall(ranked[t], relevant, K);
            novelty[t] = RankingMetrics.novelty(ranked[t], this::share, K);
        }
        return new UserScores(ndcg, recall, coverage(ranked), novelty);
    }

    private int[] rank(Recommender recommender, UserHistory test) {
        UserHistory history = training.history(training.userIndexOf(test.userId()));
        return recommender.recommend(history, Selection.unheard(K)).stream()
                .mapToInt(ScoredSong::songId)
                .toArray();
    }

    // A model that was trained elsewhere knows songs that nobody has here: those count as if one user had them.
    private double share(int songId) {
        int column = training.songIndexOf(songId);
        return (column < 0 ? 1 : listeners[column]) / (double) training.users();
    }

    private static int[] listeners(InteractionMatrix interactions) {
        int[] listeners = new int[interactions.songs()];
        for (int song : interactions.songIndexes()) {
            listeners[song]++;
        }
        return listeners;
    }

    private double coverage(int[][] ranked) {
        BitSet songs = new BitSet();
        for (int[] songIds : ranked) {
            for (int songId : songIds) {
                if (training.songIndexOf(songId) >= 0) {
                    songs.set(songId);
                }
            }
        }
        return training.songs() == 0 ? 0 : songs.cardinality() / (double) training.songs();
    }

    // Selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S) keeps the order of the users.
    private static List<UserHistory> choose(List<UserHistory> tests, int most, long seed) {
        if (tests.size() <= most) {
            return tests;
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<UserHistory> chosen = new ArrayList<>(most);
        for (int t = 0; t < tests.size(); t++) {
            if (random.nextInt(tests.size() - t) < most - chosen.size()) {
                chosen.add(tests.get(t));
            }
        }
        return chosen;
    }
}
