package org.segue.training;

import org.jspecify.annotations.Nullable;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.Hyperparameters;

/**
 * What someone asks to be trained.
 *
 * @param hyperparameters the recipe, or where its search starts
 * @param usualUnobservedWeight whether α0 is to be what suits the interactions, because nobody asked for one
 * @param tuning what of it to search; null to take it as it is, as an explicit one always is
 * @param evaluate whether to test it on a hold-out, and to activate the model only if that goes well
 */
public record TrainingSpec(
        Hyperparameters hyperparameters,
        boolean usualUnobservedWeight,
        @Nullable TuningSpace tuning,
        boolean evaluate) {

    /** An order of exactly these hyperparameters. */
    public TrainingSpec(Hyperparameters hyperparameters, @Nullable TuningSpace tuning, boolean evaluate) {
        this(hyperparameters, false, tuning, evaluate);
    }

    /** The default recipe, not searched. */
    static TrainingSpec byDefault() {
        return new TrainingSpec(Hyperparameters.implicitDefaults(), true, null, true);
    }

    /** The same with another seed. */
    public TrainingSpec withSeed(long seed) {
        return new TrainingSpec(hyperparameters.withSeed(seed), usualUnobservedWeight, tuning, evaluate);
    }

    /** The same without a search. */
    public TrainingSpec unsearched() {
        return new TrainingSpec(hyperparameters, usualUnobservedWeight, null, evaluate);
    }

    /** The recipe for interactions, which are not empty. */
    public Hyperparameters recipe(InteractionMatrix interactions) {
        return usualUnobservedWeight ? hyperparameters.withUsualUnobservedWeight(interactions) : hyperparameters;
    }
}
