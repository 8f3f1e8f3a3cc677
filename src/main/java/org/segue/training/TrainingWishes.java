package org.segue.training;

import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Hyperparameters;
import org.segue.model.Objective;

/**
 * What somebody wants of a training. What is null is left to Segue: searched where it can be, else the default.
 *
 * @param objective what the scores are fitted to
 * @param dimension length of an embedding
 * @param epochs passes over all interactions
 * @param learningRate Adam's step size
 * @param batchSize interactions a step of the explicit objective
 * @param regularization λ
 * @param unobservedWeight α0; null for what suits the interactions
 * @param confidence weight of an observed interaction in the implicit objective
 * @param seed where every random choice starts
 * @param tune whether to search what is left open; the implicit objective's only
 * @param evaluate whether to test on a hold-out first
 */
public record TrainingWishes(
        @Nullable Objective objective,
        @Nullable Integer dimension,
        @Nullable Integer epochs,
        @Nullable Double learningRate,
        @Nullable Integer batchSize,
        @Nullable Double regularization,
        @Nullable Double unobservedWeight,
        @Nullable ConfidenceWeighting confidence,
        @Nullable Long seed,
        @Nullable Boolean tune,
        @Nullable Boolean evaluate) {

    /** Everything is left to Segue. */
    public static final TrainingWishes NONE =
            new TrainingWishes(null, null, null, null, null, null, null, null, null, null, null);

    /** Whether a search is wanted of an objective that has none. */
    public boolean wantImpossibleSearch() {
        return or(tune, false) && !isImplicit();
    }

    /**
     * What to train.
     *
     * @throws IllegalArgumentException naming the value that is out of range
     */
    public TrainingSpec order() {
        boolean searched = isImplicit() && or(tune, true) && !tuning().equals(TuningSpace.NOTHING);
        return new TrainingSpec(
                hyperparameters(),
                isImplicit() && unobservedWeight == null,
                searched ? tuning() : null,
                or(evaluate, true));
    }

    private TuningSpace tuning() {
        return new TuningSpace(
                dimension == null,
                regularization == null,
                unobservedWeight == null,
                confidence == null,
                epochs == null);
    }

    private boolean isImplicit() {
        return or(objective, Objective.IMPLICIT) == Objective.IMPLICIT;
    }

    private Hyperparameters hyperparameters() {
        Hyperparameters defaults = Hyperparameters.defaults(or(objective, Objective.IMPLICIT));
        return new Hyperparameters(
                defaults.objective(),
                or(dimension, defaults.dimension()),
                or(epochs, defaults.epochs()),
                or(learningRate, defaults.learningRate()),
                or(batchSize, defaults.batchSize()),
                or(regularization, defaults.regularization()),
                or(unobservedWeight, defaults.unobservedWeight()),
                or(confidence, defaults.confidence()),
                or(seed, defaults.seed()));
    }

    private static <T> T or(@Nullable T asked, T otherwise) {
        return asked == null ? otherwise : asked;
    }
}
