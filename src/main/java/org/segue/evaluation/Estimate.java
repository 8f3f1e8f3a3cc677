package org.segue.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A mean over users and how far chance may have moved it.
 *
 * @param mean the mean
 * @param low lower end of its 95 % interval
 * @param high upper end of its 95 % interval
 */
public record Estimate(double mean, double low, double high) {

    /** Enough for two digits of an interval's ends. */
    private static final int RESAMPLES = 1000;

    /**
     * Mean and percentile bootstrap interval (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13):
     * the middle 95 % of the means of resamples, drawn with replacement, of the same size.
     *
     * @param values one a user
     * @param seed where the random choice starts
     * @return zeros if there is no value
     */
    public static Estimate of(double[] values, long seed) {
        if (values.length == 0) {
            return new Estimate(0, 0, 0);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        Arrays.setAll(means, r -> resampledMean(values, random));
        Arrays.sort(means);
        int tail = RESAMPLES / 40;
        return new Estimate(Arrays.stream(values).average().orElse(0), means[tail], means[RESAMPLES - 1 - tail]);
    }

    private static double resampledMean(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }
}
