package org.segue.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a recommender reached for each test user, in the order of the users' keys; and over all of them.
 *
 * @param ndcgAt10 {@code [users]}
 * @param recallAt10 {@code [users]}
 * @param coverage distinct songs recommended to anyone, divided by the songs there are
 * @param novelty {@code [users]}, in bits; not a number for a user who was recommended nothing
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record UserScores(double[] ndcgAt10, double[] recallAt10, double coverage, double[] novelty) {

    /** What was reached on several splits, one user after the other of each; coverage is their mean. */
    public static UserScores joined(List<UserScores> splits) {
        return new UserScores(
                joined(splits, UserScores::ndcgAt10),
                joined(splits, UserScores::recallAt10),
                splits.stream().mapToDouble(UserScores::coverage).average().orElse(0),
                joined(splits, UserScores::novelty));
    }

    private static double[] joined(List<UserScores> splits, Function<UserScores, double[]> part) {
        return splits.stream().map(part).flatMapToDouble(Arrays::stream).toArray();
    }

    /**
     * Means and intervals.
     *
     * @param seed where the random choice of the intervals starts
     */
    public EvaluationReport report(long seed) {
        double[] novelties =
                Arrays.stream(novelty).filter(bits -> !Double.isNaN(bits)).toArray();
        return new EvaluationReport(
                ndcgAt10.length,
                Estimate.of(ndcgAt10, seed),
                Estimate.of(recallAt10, seed),
                coverage,
                Estimate.of(novelties, seed));
    }

    /**
     * By how much NDCG@10 is higher here than there, paired user by user: far less noisy than the difference of two means.
     *
     * @param other scores of another recommender by the same {@link Evaluator}
     * @param seed where the random choice of the interval starts
     * @throws IllegalArgumentException if the numbers of users differ
     */
    public Estimate ndcgGainOver(UserScores other, long seed) {
        if (other.ndcgAt10.length != ndcgAt10.length) {
            throw new IllegalArgumentException(
                    "illegal other: %d users, must be %d".formatted(other.ndcgAt10.length, ndcgAt10.length));
        }
        double[] differences = new double[ndcgAt10.length];
        for (int u = 0; u < differences.length; u++) {
            differences[u] = ndcgAt10[u] - other.ndcgAt10[u];
        }
        return Estimate.of(differences, seed);
    }
}
