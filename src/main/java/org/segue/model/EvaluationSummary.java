package org.segue.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/**
 * What a hold-out said of a model's hyperparameters, fitted to the training part alone; the model itself, fitted to
 * everything, was never tested. In JSON it is one flat object, and what does not apply is null.
 *
 * @param verdict whether they are good enough to answer
 * @param testUsers number of users that were tested on, of sessions that were; 0 for the explicit objective, which is tested on values
 * @param ranking what they reached, {@link Ranking#NONE} for the explicit objective
 * @param baselines what they must beat, {@link Baselines#NONE} for the explicit objective
 * @param incumbent the hyperparameters of the model that answered at that time, fitted to the same training part; null if
 *     there were none to compare with, or they were the same. JSON calls it {@code former}
 * @param errors how far scores are from values, {@link Errors#NONE} for the implicit objective
 */
public record EvaluationSummary(
        Verdict verdict,
        int testUsers,
        @JsonUnwrapped Ranking ranking,
        @JsonUnwrapped Baselines baselines,
        @JsonProperty("former") @Nullable Incumbent incumbent,
        @JsonUnwrapped Errors errors) {

    /** Checks that the verdict is there. */
    public EvaluationSummary {
        Objects.requireNonNull(verdict, "the evaluation lacks a decision");
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
        LATEST,
        /** The new songs of the user's last sessions, one session after the other. */
        @JsonProperty("sessions")
        SESSIONS
    }

    /**
     * A mean over users.
     *
     * @param mean the mean
     * @param low lower end of its 95 % bootstrap interval
     * @param high upper end of it
     */
    public record Interval(double mean, double low, double high) {

        /** Whether all of it is below 0. */
        public boolean liesBelowZero() {
            return high < 0;
        }
    }

    /**
     * How well songs that were held out are ranked.
     *
     * @param heldOut which songs of each user were held out
     * @param ndcgAt10 normalized discounted cumulative gain of the first ten songs
     * @param recallAt10 hits among the first ten songs, divided by the most that were possible
     * @param coverage distinct songs among everyone's first ten, divided by the songs there are
     * @param novelty mean of −log2(share of users who have the song) of the first ten songs, in bits
     */
    public record Ranking(
            @Nullable HeldOut heldOut,
            @Nullable Interval ndcgAt10,
            @Nullable Interval recallAt10,
            @Nullable Double coverage,
            @Nullable Interval novelty) {

        /** No song was held out. */
        public static final Ranking NONE = new Ranking(null, null, null, null, null);

        /** What a recommender reached. */
        public static Ranking of(HeldOut heldOut, Scores scores) {
            return new Ranking(heldOut, scores.ndcgAt10(), scores.recallAt10(), scores.coverage(), scores.novelty());
        }
    }

    /** The four measures of a recommender, as {@link Ranking} describes them. */
    public record Scores(Interval ndcgAt10, Interval recallAt10, double coverage, Interval novelty) {}

    /**
     * What recommenders without hyperparameters reach on the same split, and by how much the model is ahead of them.
     *
     * @param popularity recommending what most users have
     * @param itemCosine recommending what has the same listeners
     * @param sessionCosine recommending what has the same listeners and sessions, songs aging as in the model; null without times
     * @param ahead by how much the NDCG@10 of the model is higher, paired user by user; null in models of before
     */
    public record Baselines(
            @Nullable Scores popularity,
            @Nullable Scores itemCosine,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Scores sessionCosine,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Ahead ahead) {
        /** No song was held out. */
        public static final Baselines NONE = new Baselines(null, null);

        /** Scores without comparison, as models of before have them. */
        public Baselines(@Nullable Scores popularity, @Nullable Scores itemCosine) {
            this(popularity, itemCosine, null, null);
        }
    }

    /**
     * By how much the NDCG@10 of the model is higher, paired user by user.
     *
     * @param popularity than that of popularity
     * @param itemCosine than that of item-cosine
     * @param sessionCosine than that of item-cosine with sessions; null without times
     */
    public record Ahead(
            Interval popularity,
            Interval itemCosine,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Interval sessionCosine) {

        /** What the model is behind of by the whole interval; null if it is not behind of any. */
        public @Nullable Sentence winner() {
            if (sessionCosine != null && sessionCosine.liesBelowZero()) {
                return ModelPhrase.SESSION_COSINE.with();
            }
            if (itemCosine.liesBelowZero()) {
                return ModelPhrase.ITEM_COSINE.with();
            }
            return popularity.liesBelowZero() ? ModelPhrase.POPULARITY.with() : null;
        }
    }

    /**
     * The hyperparameters that answered before.
     *
     * @param hyperparameters they
     * @param scores what they reached; null if their fit failed
     * @param ndcgGain by how much the new NDCG@10 is higher, paired user by user; null if their fit failed
     */
    public record Incumbent(
            Hyperparameters hyperparameters,
            @Nullable Scores scores,
            @Nullable Interval ndcgGain) {}

    /**
     * How far the scores of the explicit objective are from values that were held out.
     *
     * @param rmse root of the mean squared error
     * @param meanRmse the same of answering the mean of the training part every time
     */
    public record Errors(@Nullable Double rmse, @Nullable Double meanRmse) {

        /** No value was held out. */
        public static final Errors NONE = new Errors(null, null);
    }

    /** What ranks the held-out songs better than the model by the whole paired interval; null if nothing does. */
    public @Nullable Sentence winner() {
        return baselines == null || baselines.ahead() == null
                ? null
                : baselines.ahead().winner();
    }

    /** There was nobody, or no value, to test on. */
    public static EvaluationSummary untested() {
        return new EvaluationSummary(Verdict.INSUFFICIENT, 0, Ranking.NONE, Baselines.NONE, null, Errors.NONE);
    }

    /** Of the explicit objective, from mean squared errors on its test part. */
    public static EvaluationSummary ofErrors(double testMse, double meanMse) {
        Verdict verdict = testMse < meanMse ? Verdict.PASSED : Verdict.FAILED;
        Errors errors = new Errors(Math.sqrt(testMse), Math.sqrt(meanMse));
        return new EvaluationSummary(verdict, 0, Ranking.NONE, Baselines.NONE, null, errors);
    }
}
