package org.segue.training;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which hyperparameters of the implicit objective a search may change.
 *
 * @param dimension whether the length of an embedding is searched
 * @param regularization whether λ is searched
 * @param unobservedWeight whether α0 is searched
 * @param confidence whether the weighting of plays is searched
 * @param epochs whether what has not converged gets more epochs
 */
@RegisterForReflection
public record TuningSpace(
        boolean dimension, boolean regularization, boolean unobservedWeight, boolean confidence, boolean epochs) {

    /** Nothing: the hyperparameters are taken as they are. */
    public static final TuningSpace NOTHING = new TuningSpace(false, false, false, false, false);

    /** Everything that can be searched. */
    public static final TuningSpace ALL = new TuningSpace(true, true, true, true, true);
}
