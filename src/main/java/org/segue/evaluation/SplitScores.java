package org.segue.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a recommender reached on several splits of the same data. Splits share their users, so that their scores are not
 * independent: each user's are averaged first, and intervals are taken over users. For one thread.
 */
public final class SplitScores {

    @SuppressWarnings("ArrayRecordComponent") // kept, never compared
    private record Split(int[] userIds, UserScores scores) {}

    private final List<Split> splits = new ArrayList<>();

    /**
     * Adds a split.
     *
     * @param userIds keys of the users of the scores, as {@link Evaluator#userIds} names them
     * @param scores what was reached there
     */
    public void add(int[] userIds, UserScores scores) {
        splits.add(new Split(userIds, scores));
    }

    /** Adds the splits of another. */
    public void add(SplitScores other) {
        splits.addAll(other.splits);
    }

    /** Whether there is no split. */
    public boolean isEmpty() {
        return splits.isEmpty();
    }

    /** Each user's mean over the splits in which the user is tested on, by ascending key; and the mean coverage. */
    public UserScores mean() {
        return new UserScores(
                byUser(UserScores::ndcgAt10),
                byUser(UserScores::recallAt10),
                splits.stream()
                        .mapToDouble(split -> split.scores().coverage())
                        .average()
                        .orElse(0),
                byUser(UserScores::novelty));
    }

    // Values that are not numbers are left out; a user who has no other keeps one.
    private double[] byUser(Function<UserScores, double[]> metric) {
        TreeMap<Integer, double[]> sums = new TreeMap<>();
        for (Split split : splits) {
            double[] values = metric.apply(split.scores());
            for (int u = 0; u < values.length; u++) {
                double[] sum = sums.computeIfAbsent(split.userIds()[u], user -> new double[2]);
                if (!Double.isNaN(values[u])) {
                    sum[0] += values[u];
                    sum[1]++;
                }
            }
        }
        return sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
    }
}
