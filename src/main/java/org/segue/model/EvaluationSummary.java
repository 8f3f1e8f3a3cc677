package org.segue.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a hold-out said of a model's recipe, fitted to the training part alone; the model itself, fitted to everything, was
 * never tested. An implicit recipe has rankings, an explicit one errors; what does not apply is null.
 *
 * @param verdict whether the recipe is good enough to answer
 * @param testUsers number of users that were tested on; 0 for an explicit recipe, which is tested on values
 * @param heldOut which fifth of each user's songs was held out; null if it was not songs
 * @param ndcgAt10 of the recipe: normalised discounted cumulative gain of the first ten songs
 * @param recallAt10 of the recipe: hits among the first ten songs, divided by the most that were possible
 * @param coverage of the recipe: distinct songs among everyone's first ten, divided by the songs there are
 * @param novelty of the recipe: mean of −log2(share of users who have the song) of the first ten songs, in bits
 * @param popularity the same of recommending what most users have, on the same split
 * @param itemCosine the same of recommending what has the same listeners, on the same split
 * @param former the recipe of the model that answered at that time, fitted to the same training part; null if there was none
 *     to compare with, or it was the same recipe
 * @param rmse of an explicit recipe: root of the mean squared error on its test part
 * @param meanRmse root of the mean squared error of answering the mean of the training part every time
 */
public record EvaluationSummary(
        Verdict verdict,
        int testUsers,
        @Nullable HeldOut heldOut,
        @Nullable Interval ndcgAt10,
        @Nullable Interval recallAt10,
        @Nullable Double coverage,
        @Nullable Interval novelty,
        @Nullable Scores popularity,
        @Nullable Scores itemCosine,
        @Nullable Former former,
        @Nullable Double rmse,
        @Nullable Double meanRmse) {

    /** Checks that the verdict is there. */
    public EvaluationSummary {
        Objects.requireNonNull(verdict, "the evaluation lacks verdict");
    }

    /** What a hold-out says. */
    public enum Verdict {
        /** Better than what it must beat. */
        @JsonProperty("passed")
        PASSED,
        /** Beaten by what it must beat. */
        @JsonProperty("failed")
        FAILED,
        /** There is too little to test on. */
        @JsonProperty("insufficient")
        INSUFFICIENT
    }

    /** Which songs of a user are held out. */
    public enum HeldOut {
        /** Any. */
        @JsonProperty("random")
        RANDOM,
        /** Those that the user came to last. */
        @JsonProperty("latest")
        LATEST
    }

    /**
     * A mean over users.
     *
     * @param mean the mean
     * @param low lower end of its 95 % bootstrap interval
     * @param high upper end of it
     */
    public record Interval(double mean, double low, double high) {}

    /** The four measures of a recommender, as {@link EvaluationSummary} describes them. */
    public record Scores(Interval ndcgAt10, Interval recallAt10, double coverage, Interval novelty) {}

    /**
     * The recipe that answered before.
     *
     * @param hyperparameters it
     * @param scores what it reached; null if its fit failed
     * @param ndcgGain by how much the new recipe's NDCG@10 is higher, paired user by user; null if its fit failed
     */
    public record Former(
            Hyperparameters hyperparameters,
            @Nullable Scores scores,
            @Nullable Interval ndcgGain) {}

    /** There was nobody, or no value, to test on. */
    public static EvaluationSummary untested() {
        return new EvaluationSummary(
                Verdict.INSUFFICIENT, 0, null, null, null, null, null, null, null, null, null, null);
    }

    /** An explicit recipe, from mean squared errors on its test part. */
    public static EvaluationSummary ofErrors(double testMse, double meanMse) {
        Verdict verdict = testMse < meanMse ? Verdict.PASSED : Verdict.FAILED;
        return new EvaluationSummary(
                verdict, 0, null, null, null, null, null, null, null, null, Math.sqrt(testMse), Math.sqrt(meanMse));
    }
}
