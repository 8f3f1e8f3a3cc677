package org.segue.evaluation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How good one user's ranking is. NDCG and recall are measured against the songs held out and lie between 0 and 1.
 *
 * <p>The ranking is over all songs that the user has not heard in training; songs are never sampled, since metrics on samples
 * do not even order recommenders as the whole ranking does (Krichene and Rendle, "On Sampled Metrics for Item
 * Recommendation", KDD 2020).
 */
public final class RankingMetrics {

    private RankingMetrics() {}

    /**
     * Normalized discounted cumulative gain: {@code Σ 1 / log2(rank + 1)} over the hits among the first k, divided by what
     * the best possible ranking gets, which has min(k, relevant) hits in front.
     *
     * @param ranked song keys, best first; only the first k count
     * @param relevant song keys held out, ascending, at least one
     * @param k how many ranks count, positive
     */
    public static double ndcg(int[] ranked, int[] relevant, int k) {
        check(relevant, k);
        double gain = 0;
        double ideal = 0;
        for (int rank = 1; rank <= k; rank++) {
            double discounted = Math.log(2) / Math.log(rank + 1.0);
            if (rank <= ranked.length && Arrays.binarySearch(relevant, ranked[rank - 1]) >= 0) {
                gain += discounted;
            }
            if (rank <= relevant.length) {
                ideal += discounted;
            }
        }
        return gain / ideal;
    }

    /**
     * Hits among the first k, divided by min(k, relevant).
     *
     * @param ranked song keys, best first; only the first k count
     * @param relevant song keys held out, ascending, at least one
     * @param k how many ranks count, positive
     */
    public static double recall(int[] ranked, int[] relevant, int k) {
        check(relevant, k);
        int hits = 0;
        for (int r = 0; r < Math.min(k, ranked.length); r++) {
            if (Arrays.binarySearch(relevant, ranked[r]) >= 0) {
                hits++;
            }
        }
        return hits / (double) Math.min(k, relevant.length);
    }

    /**
     * How little known the first k songs are: the mean of {@code −log2(share of users who have the song)}, in bits (Vargas and
     * Castells, "Rank and Relevance in Novelty and Diversity Metrics for Recommender Systems", RecSys 2011). 0 is a song that
     * everyone has, 10 one that a user in a thousand has.
     *
     * @param ranked song keys, best first; only the first k count
     * @param share of a song's key, the part of all users who have it, above 0 and at most 1
     * @param k how many ranks count, positive
     * @return not a number if nothing is ranked
     */
    public static double novelty(int[] ranked, IntToDoubleFunction share, int k) {
        checkRanks(k);
        return Arrays.stream(ranked, 0, Math.min(k, ranked.length))
                .mapToDouble(songId -> -Math.log(share.applyAsDouble(songId)) / Math.log(2))
                .average()
                .orElse(Double.NaN);
    }

    private static void check(int[] relevant, int k) {
        checkRanks(k);
        if (relevant.length == 0) {
            throw new IllegalArgumentException("illegal relevant: no song");
        }
    }

    private static void checkRanks(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("illegal k: %d, must be positive".formatted(k));
        }
    }
}
