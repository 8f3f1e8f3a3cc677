package org.segue.model;

import java.math.BigDecimal;
import java.math.MathContext;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.interactions.InteractionMatrix;

/**
 * Everything that decides, together with the interactions, what a training makes.
 *
 * @param objective what the scores are fitted to
 * @param dimension length d of an embedding, 1 to 1024
 * @param epochs passes over all interactions, at least 1
 * @param learningRate Adam's step size, positive
 * @param batchSize interactions a step of the explicit objective; the implicit one works in blocks of rows
 * @param regularization λ, not negative
 * @param unobservedWeight α0, the weight of all pairs at 0; the implicit objective's only
 * @param confidence weight of an observed interaction from its plays; the implicit objective's only
 * @param seed where every random choice starts
 */
public record Hyperparameters(
        Objective objective,
        int dimension,
        int epochs,
        double learningRate,
        int batchSize,
        double regularization,
        double unobservedWeight,
        ConfidenceWeighting confidence,
        long seed) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the value that is out of range
     */
    public Hyperparameters {
        require(dimension >= 1 && dimension <= 1024, "dimension", dimension, "1 to 1024");
        require(epochs >= 1 && epochs <= 10_000, "epochs", epochs, "1 to 10000");
        require(learningRate > 0 && learningRate <= 10, "learningRate", learningRate, "above 0, at most 10");
        require(batchSize >= 1 && batchSize <= 1_000_000, "batchSize", batchSize, "1 to 1000000");
        require(regularization >= 0 && regularization <= 1e6, "regularization", regularization, "0 to 1e6");
        require(unobservedWeight >= 0 && unobservedWeight <= 1e6, "unobservedWeight", unobservedWeight, "0 to 1e6");
    }

    /**
     * How much heavier all songs that a user has not heard weigh together than those that the user has: with 36, and λ of
     * .005, one recipe ranks tables ahead of item-cosine whose best α0 differ by a factor of 25. NDCG@10, d = 64, one split:
     * HetRec Last.fm 2K .251 (item-cosine .223), radio playlists .301 (.294), the same cut into 5 to 20 songs .020 (.012),
     * the demo .320 (.307); with an α0 of .1 for all the last three fall behind or level.
     */
    private static final double UNOBSERVED_PER_OBSERVED = 36;

    /** A song that was not heard never weighs more than half of one that was. */
    private static final double MAX_UNOBSERVED_WEIGHT = 0.5;

    /**
     * In a table that is full but for a few gaps these are what to recommend: from a twentieth of all pairs on, α0 falls with
     * what is heard. (A twentieth, thirty users of the demo: α0 .5 reaches .084, .1 .065. Three quarters of two tastes with four
     * songs each: .05 finds the missing songs, .5 fits the gaps.)
     */
    private static final double UNOBSERVED_WEIGHT_IN_DENSE_TABLES = 0.02;

    /**
     * The implicit objective with values that do well on most tables, but for α0: that should be
     * {@link #withUsualUnobservedWeight}; here it is what suits HetRec Last.fm 2K. Each epoch takes several steps on every row.
     */
    public static Hyperparameters implicitDefaults() {
        return new Hyperparameters(Objective.IMPLICIT, 64, 15, 0.1, 65_536, 0.005, 0.1, ConfidenceWeighting.NONE, 42);
    }

    /**
     * The α0 that suits a table best as far as its size tells: 36 ρ for the density ρ = interactions / (users × songs), at most
     * .5 and .02 / ρ. The more songs there are beside the few that a user has heard, the less each of them may weigh, or all
     * embeddings are pulled to zero.
     *
     * @param interactions not empty
     */
    public static double usualUnobservedWeight(InteractionMatrix interactions) {
        double density = (double) interactions.interactions() / interactions.users() / interactions.songs();
        double most = Math.min(MAX_UNOBSERVED_WEIGHT, UNOBSERVED_WEIGHT_IN_DENSE_TABLES / density);
        return Math.min(most, UNOBSERVED_PER_OBSERVED * density);
    }

    /** The same with the {@link #usualUnobservedWeight} of a table, {@link #readable}. */
    public Hyperparameters withUsualUnobservedWeight(InteractionMatrix interactions) {
        return withUnobservedWeight(readable(usualUnobservedWeight(interactions)));
    }

    /** A value rounded to two digits: that is as much as a hold-out can tell, and people can read it. */
    public static double readable(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(2)).doubleValue();
    }

    /** The explicit objective with the values of the Keras program that Segue descends from. */
    public static Hyperparameters explicitDefaults() {
        return new Hyperparameters(Objective.EXPLICIT, 50, 100, 0.001, 32, 0, 0, ConfidenceWeighting.NONE, 42);
    }

    /** Whether the other is the same but for the seed, which decides no more than chance. */
    public boolean isSameRecipeAs(Hyperparameters other) {
        return equals(other.withSeed(seed));
    }

    /** The same with another dimension. */
    public Hyperparameters withDimension(int newDimension) {
        return new Hyperparameters(
                objective,
                newDimension,
                epochs,
                learningRate,
                batchSize,
                regularization,
                unobservedWeight,
                confidence,
                seed);
    }

    /** The same with another number of epochs. */
    public Hyperparameters withEpochs(int newEpochs) {
        return new Hyperparameters(
                objective,
                dimension,
                newEpochs,
                learningRate,
                batchSize,
                regularization,
                unobservedWeight,
                confidence,
                seed);
    }

    /** The same with another λ. */
    public Hyperparameters withRegularization(double newRegularization) {
        return new Hyperparameters(
                objective,
                dimension,
                epochs,
                learningRate,
                batchSize,
                newRegularization,
                unobservedWeight,
                confidence,
                seed);
    }

    /** The same with another α0. */
    public Hyperparameters withUnobservedWeight(double newUnobservedWeight) {
        return new Hyperparameters(
                objective,
                dimension,
                epochs,
                learningRate,
                batchSize,
                regularization,
                newUnobservedWeight,
                confidence,
                seed);
    }

    /** The same with another weighting of plays. */
    public Hyperparameters withConfidence(ConfidenceWeighting newConfidence) {
        return new Hyperparameters(
                objective,
                dimension,
                epochs,
                learningRate,
                batchSize,
                regularization,
                unobservedWeight,
                newConfidence,
                seed);
    }

    /** The same with another seed. */
    public Hyperparameters withSeed(long newSeed) {
        return new Hyperparameters(
                objective,
                dimension,
                epochs,
                learningRate,
                batchSize,
                regularization,
                unobservedWeight,
                confidence,
                newSeed);
    }

    /** The defaults of an objective. */
    public static Hyperparameters defaults(Objective objective) {
        return objective == Objective.EXPLICIT ? explicitDefaults() : implicitDefaults();
    }

    // NaN fails every comparison, so it is refused here too.
    private static void require(boolean holds, String name, Number value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("illegal %s: %s, must be %s".formatted(name, value, expected));
        }
    }
}
