package org.segue.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Hyperparameters;
import org.segue.model.Objective;

/**
 * What {@code POST /api/trainings} takes; everything may be left out.
 *
 * @param objective what the scores are fitted to
 * @param dimension length of an embedding
 * @param epochs passes over all interactions
 * @param learningRate Adam's step size
 * @param batchSize interactions a step of the explicit objective
 * @param regularization λ
 * @param unobservedWeight α0, weight of all pairs at 0 in the implicit objective
 * @param confidence weight of an observed interaction in the implicit objective
 * @param seed where every random choice starts
 * @param evaluate whether to test on a hold-out first
 */
@Schema(examples = "{\"objective\":\"implicit\"}")
public record TrainingRequest(
        @Schema(defaultValue = "implicit") @Nullable Objective objective,
        @Min(1) @Max(1024) @Nullable Integer dimension,
        @Min(1) @Max(10_000) @Nullable Integer epochs,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("10") @Nullable
        Double learningRate,

        @Min(1) @Max(1_000_000) @Nullable Integer batchSize,
        @DecimalMin("0") @DecimalMax("1e6") @Nullable Double regularization,
        @DecimalMin("0") @DecimalMax("1e6") @Nullable Double unobservedWeight,
        @Nullable ConfidenceWeighting confidence,
        @Nullable Long seed,

        @Schema(
                defaultValue = "true",
                description =
                        "Whether to hold songs out, fit the rest and test before all is fitted: takes about twice as"
                                + " long. The model then answers only if it is better than popularity and not behind the active"
                                + " model's hyperparameters. If false it answers untested.")
        @Nullable
        Boolean evaluate) {

    /** All by default. */
    static final TrainingRequest DEFAULTS =
            new TrainingRequest(null, null, null, null, null, null, null, null, null, null);

    /** What was asked for, and the defaults of the objective for the rest. */
    Hyperparameters hyperparameters() {
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

    /** Whether to test on a hold-out first. */
    boolean isEvaluated() {
        return or(evaluate, true);
    }

    private static <T> T or(@Nullable T asked, T otherwise) {
        return asked == null ? otherwise : asked;
    }
}
