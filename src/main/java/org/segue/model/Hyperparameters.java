package org.segue.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.interactions.CsrMatrix;
import org.segue.interactions.InteractionMatrix;

/**
 * Everything that decides, together with the interactions, what a training makes. In JSON it is one flat object.
 *
 * @param loss what the training minimizes
 * @param dimension length d of an embedding, 1 to 1024
 * @param epochs passes over all interactions, at least 1
 * @param optimizer how it is minimized
 * @param seed where every random choice starts
 * @param recency what time is to the model; null if nothing was said of it, as in models of before
 */
public record Hyperparameters(
        @JsonUnwrapped Loss loss,
        int dimension,
        int epochs,
        @JsonUnwrapped Optimizer optimizer,
        long seed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Recency recency) {

    /**
     * What a training minimizes; the fold-in of a user minimizes the same.
     *
     * @param objective what the scores are fitted to
     * @param regularization λ, not negative
     * @param unobservedWeight α0, the weight of all pairs at 0; the implicit objective's only
     * @param confidence weight of an observed interaction from its plays; the implicit objective's only
     * @param regularizationScale what multiplies λ, null for {@link RegularizationScale#WEIGHT} as in models of before; the implicit objective's only
     */
    public record Loss(
            Objective objective,
            double regularization,
            double unobservedWeight,
            ConfidenceWeighting confidence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            RegularizationScale regularizationScale) {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException naming the value that is out of range
         */
        public Loss {
            require(regularization >= 0 && regularization <= 1e6, "regularization", regularization, "0 to 1e6");
            require(unobservedWeight >= 0 && unobservedWeight <= 1e6, "unobservedWeight", unobservedWeight, "0 to 1e6");
            regularizationScale = regularizationScale == RegularizationScale.WEIGHT ? null : regularizationScale;
        }

        /** A loss whose λ is multiplied by the weight of all pairs. */
        public Loss(
                Objective objective, double regularization, double unobservedWeight, ConfidenceWeighting confidence) {
            this(objective, regularization, unobservedWeight, confidence, null);
        }

        /** What multiplies λ. */
        public RegularizationScale scale() {
            return Objects.requireNonNullElse(regularizationScale, RegularizationScale.WEIGHT);
        }

        /**
         * What multiplies the squared length of an embedding of the implicit objective.
         *
         * @param interactions of its row
         * @param others rows of the other side
         */
        public double ridge(int interactions, int others) {
            return regularization * scale().of(interactions, unobservedWeight * others);
        }
    }

    /**
     * How a training minimizes its loss.
     *
     * @param learningRate Adam's step size, positive
     * @param batchSize interactions a step of the explicit objective; the implicit one works in blocks of rows
     */
    public record Optimizer(double learningRate, int batchSize) {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException naming the value that is out of range
         */
        public Optimizer {
            require(learningRate > 0 && learningRate <= 10, "learningRate", learningRate, "above 0, at most 10");
            require(batchSize >= 1 && batchSize <= 1_000_000, "batchSize", batchSize, "1 to 1000000");
        }
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the value that is out of range
     */
    public Hyperparameters {
        require(dimension >= 1 && dimension <= 1024, "dimension", dimension, "1 to 1024");
        require(epochs >= 1 && epochs <= 10_000, "epochs", epochs, "1 to 10000");
    }

    /** Hyperparameters that say nothing of time. */
    public Hyperparameters(Loss loss, int dimension, int epochs, Optimizer optimizer, long seed) {
        this(loss, dimension, epochs, optimizer, seed, null);
    }

    /** What time is to the model, as it is trained and asked. */
    public Recency recencyOrNone() {
        return recency == null ? Recency.NONE : recency;
    }

    /** The same with another meaning of time. */
    public Hyperparameters withRecency(@Nullable Recency newRecency) {
        return new Hyperparameters(loss, dimension, epochs, optimizer, seed, newRecency);
    }

    /** How much heavier all songs that a user has not heard weigh together than those that the user has. */
    private static final double UNOBSERVED_PER_OBSERVED = 36;

    /** The same of sessions, which are alike in what they lack. */
    private static final double UNOBSERVED_PER_OBSERVED_OF_SESSIONS = 9;

    /** Sessions are several times as many rows: fewer passes do. */
    private static final int EPOCHS_WITH_SESSIONS = 4;

    /** A song that was not heard never weighs more than half of one that was. */
    private static final double MAX_UNOBSERVED_WEIGHT = 0.5;

    /**
     * In a table that is full but for a few gaps these are what to recommend: from a twentieth of all pairs on, α0 falls with
     * what is heard.
     */
    private static final double UNOBSERVED_WEIGHT_IN_DENSE_TABLES = 0.02;

    /** The defaults of an objective. */
    public static Hyperparameters defaults(Objective objective) {
        return objective == Objective.EXPLICIT ? explicitDefaults() : implicitDefaults();
    }

    /**
     * The implicit objective with values that do well on most tables, but for α0: that should be
     * {@link #withUsualUnobservedWeight}; here it is what suits HetRec Last.fm 2K. Each epoch takes several steps on every row.
     */
    public static Hyperparameters implicitDefaults() {
        return new Hyperparameters(
                new Loss(Objective.IMPLICIT, 0.005, 0.1, ConfidenceWeighting.NONE),
                64,
                8,
                new Optimizer(0.1, 65_536),
                42);
    }

    /** The explicit objective with the values of the Keras program that Segue descends from. */
    public static Hyperparameters explicitDefaults() {
        return new Hyperparameters(
                new Loss(Objective.EXPLICIT, 0, 0, ConfidenceWeighting.NONE), 50, 100, new Optimizer(0.001, 32), 42);
    }

    /**
     * The α0 that suits a table best as far as its size tells: 36 ρ for the density ρ = interactions / (users × songs), at most
     * .5 and .02 / ρ. The more songs there are beside the few that a user has heard, the less each of them may weigh, or all
     * embeddings are pulled to zero. With sessions it is 9 ρ, of all rows.
     *
     * @param interactions not empty
     * @param sessions whether sessions are trained on as further users
     */
    public static double usualUnobservedWeight(InteractionMatrix interactions, boolean sessions) {
        CsrMatrix rows = sessions ? interactions.cellsWithSessions() : interactions.cells();
        double density = (double) rows.cells() / rows.rows() / rows.columns();
        double most = Math.min(MAX_UNOBSERVED_WEIGHT, UNOBSERVED_WEIGHT_IN_DENSE_TABLES / density);
        return Math.min(most, (sessions ? UNOBSERVED_PER_OBSERVED_OF_SESSIONS : UNOBSERVED_PER_OBSERVED) * density);
    }

    /** A value rounded to two digits: that is as much as a hold-out can tell, and people can read it. */
    public static double readable(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(2)).doubleValue();
    }

    /** Whether the other is the same but for the seed, which decides no more than chance. */
    public boolean equalsButForSeed(Hyperparameters other) {
        return equals(other.withSeed(seed));
    }

    /** The same with as many epochs as the rows need that are trained on. */
    public Hyperparameters withUsualEpochs() {
        return withEpochs(recencyOrNone().sessions() ? EPOCHS_WITH_SESSIONS : implicitDefaults().epochs);
    }

    /** The same with the {@link #usualUnobservedWeight} of a table, {@link #readable}. */
    public Hyperparameters withUsualUnobservedWeight(InteractionMatrix interactions) {
        return withUnobservedWeight(
                readable(usualUnobservedWeight(interactions, recencyOrNone().sessions())));
    }

    /** The same with another dimension. */
    public Hyperparameters withDimension(int newDimension) {
        return new Hyperparameters(loss, newDimension, epochs, optimizer, seed, recency);
    }

    /** The same with another number of epochs. */
    public Hyperparameters withEpochs(int newEpochs) {
        return new Hyperparameters(loss, dimension, newEpochs, optimizer, seed, recency);
    }

    /** The same with another λ. */
    public Hyperparameters withRegularization(double newRegularization) {
        return withLoss(new Loss(
                loss.objective, newRegularization, loss.unobservedWeight, loss.confidence, loss.regularizationScale));
    }

    /** The same with another α0. */
    public Hyperparameters withUnobservedWeight(double newUnobservedWeight) {
        return withLoss(new Loss(
                loss.objective, loss.regularization, newUnobservedWeight, loss.confidence, loss.regularizationScale));
    }

    /** The same with another weighting of plays. */
    public Hyperparameters withConfidence(ConfidenceWeighting newConfidence) {
        return withLoss(new Loss(
                loss.objective, loss.regularization, loss.unobservedWeight, newConfidence, loss.regularizationScale));
    }

    /** The same with another multiplier of λ. */
    public Hyperparameters withRegularizationScale(RegularizationScale newScale) {
        return withLoss(
                new Loss(loss.objective, loss.regularization, loss.unobservedWeight, loss.confidence, newScale));
    }

    /** The same with another seed. */
    public Hyperparameters withSeed(long newSeed) {
        return new Hyperparameters(loss, dimension, epochs, optimizer, newSeed, recency);
    }

    /** The same with another optimizer. */
    public Hyperparameters withOptimizer(Optimizer newOptimizer) {
        return new Hyperparameters(loss, dimension, epochs, newOptimizer, seed, recency);
    }

    private Hyperparameters withLoss(Loss newLoss) {
        return new Hyperparameters(newLoss, dimension, epochs, optimizer, seed, recency);
    }

    // NaN fails every comparison, so it is refused here too.
    private static void require(boolean holds, String name, Number value, String expected) {
        if (!holds) {
            throw new OutOfRangeException(name, value, expected);
        }
    }
}
