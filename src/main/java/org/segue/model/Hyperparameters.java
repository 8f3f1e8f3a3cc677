package org.segue.model;

import org.segue.interactions.ConfidenceWeighting;

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
     * The implicit objective with values that do well on data as different as HetRec Last.fm 2K and the demo: NDCG@10, full
     * ranking, random hold-out of 20 % per user, .259 and .294 (item-cosine .232 and .300). Half of the regularization
     * reaches .260 and .266. Each epoch takes several steps on every row.
     */
    public static Hyperparameters implicitDefaults() {
        return new Hyperparameters(Objective.IMPLICIT, 64, 15, 0.1, 65_536, 0.01, 0.1, ConfidenceWeighting.NONE, 42);
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
