package org.segue.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Objective;
import org.segue.training.TrainingWishes;

/**
 * What {@code POST /api/trainings} takes; everything may be left out.
 *
 * @param objective what the scores are fitted to
 * @param dimension length of an embedding
 * @param epochs passes over all interactions
 * @param learningRate Adam's step size
 * @param batchSize interactions a step of the explicit objective
 * @param regularization λ
 * @param unobservedWeight α0, weight of all pairs at 0 in the implicit objective; null for what suits the interactions
 * @param confidence weight of an observed interaction in the implicit objective
 * @param seed where every random choice starts
 * @param tune whether to search the hyperparameters that are left out
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
                        "Whether to search `dimension`, `regularization`, `unobservedWeight` and `confidence`, those left out:"
                                + " many recipes are fitted and compared, which takes up to two minutes. If false, or all four"
                                + " are given, the values given and the defaults are taken as they are. The implicit objective's"
                                + " only.")
        @Nullable
        Boolean tune,

        @Schema(
                defaultValue = "true",
                description =
                        "Whether to hold songs out, fit the rest and test before all is fitted: takes about twice as"
                                + " long. The model then answers only if it is better than popularity and not behind the active"
                                + " model's hyperparameters. If false it answers untested.")
        @Nullable
        Boolean evaluate) {

    /** What was asked for. */
    TrainingWishes wishes() {
        TrainingWishes wishes = new TrainingWishes(
                objective,
                dimension,
                epochs,
                learningRate,
                batchSize,
                regularization,
                unobservedWeight,
                confidence,
                seed,
                tune,
                evaluate);
        if (wishes.wantImpossibleSearch()) {
            throw Problems.outOfRange("tune", "must be false: only the implicit objective can be searched");
        }
        return wishes;
    }
}
