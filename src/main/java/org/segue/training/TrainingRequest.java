package org.segue.training;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Hyperparameters;
import org.segue.model.Hyperparameters.Loss;
import org.segue.model.Hyperparameters.Optimizer;
import org.segue.model.Objective;
import org.segue.model.OutOfRangeException;

/**
 * What somebody asks of a training: in the API, on the page, on the command line. Everything may be left out, and is left to
 * Segue then: searched where it can be, else the default.
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
@RegisterForReflection
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
                                + " many combinations are fitted and compared, which takes some minutes. If false, or all four"
                                + " are given, the values given and the defaults are taken as they are. The implicit objective's"
                                + " only.")
        @Nullable
        Boolean tune,

        @Schema(
                defaultValue = "true",
                description =
                        "Whether to hold songs out, fit the rest and test before all is fitted: takes about twice as"
                                + " long. The model then answers only if it is not behind popularity, item-cosine or the active"
                                + " model's hyperparameters, or is the first. If false it answers untested.")
        @Nullable
        Boolean evaluate) {

    /** What people are asked for, in this order; the numbers' ranges are those above. */
    public static final List<RequestField> FIELDS = List.of(
            RequestField.searched("dimension", "1", "1024", ""),
            RequestField.searched("regularization", "0", "1000000", "any"),
            RequestField.searched("unobservedWeight", "0", "1000000", "any"),
            RequestField.oneOf("confidence", "", "none", "log"),
            RequestField.searched("epochs", "1", "10000", ""),
            RequestField.byDefault("learningRate", "0.000001", "10", "any"),
            RequestField.byDefault("seed", "", "", "1"),
            RequestField.oneOf("tune", "", "false"),
            RequestField.oneOf("objective", "implicit", "explicit"),
            RequestField.byDefault("batchSize", "1", "1000000", ""));

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /** A request that leaves everything to Segue. */
    public static TrainingRequest byDefault() {
        return of(Map.of());
    }

    /**
     * A request of some values, by their names in JSON; other names are left out.
     *
     * @param values numbers, constants and truth values, or texts that are read as such
     * @throws UnreadableValueException if a text is no word that is expected
     * @throws OutOfRangeException if a text is no number that is taken
     */
    public static TrainingRequest of(Map<String, ?> values) {
        try {
            return JSON.convertValue(values, TrainingRequest.class);
        } catch (IllegalArgumentException e) {
            throw e.getCause() instanceof InvalidFormatException wrong ? unreadable(wrong) : e;
        }
    }

    // Of numbers the limits are known; those that no number of ours can be are far beyond them.
    private static IllegalArgumentException unreadable(InvalidFormatException wrong) {
        String name = wrong.getPath().get(0).getFieldName();
        return FIELDS.stream()
                .filter(field -> field.name().equals(name) && field.choices().isEmpty())
                .findFirst()
                .<IllegalArgumentException>map(
                        field -> new OutOfRangeException(name, String.valueOf(wrong.getValue()), field.limits()))
                .orElseGet(() -> new UnreadableValueException(wrong));
    }

    /** Whether a search is asked for of an objective that has none. */
    public boolean asksForImpossibleSearch() {
        return or(tune, false) && !implicit();
    }

    /**
     * What to train.
     *
     * @throws IllegalArgumentException naming the value that is out of range
     */
    public TrainingSpec spec() {
        TuningSpace open = new TuningSpace(
                dimension == null,
                regularization == null,
                unobservedWeight == null,
                confidence == null,
                epochs == null);
        boolean searched = implicit() && or(tune, true) && !open.equals(TuningSpace.NOTHING);
        return new TrainingSpec(
                hyperparameters(),
                new TrainingSpec.Open(implicit() && unobservedWeight == null, implicit() && epochs == null),
                searched ? open : null,
                or(evaluate, true),
                null);
    }

    private boolean implicit() {
        return or(objective, Objective.IMPLICIT) == Objective.IMPLICIT;
    }

    private Hyperparameters hyperparameters() {
        Hyperparameters defaults = Hyperparameters.defaults(or(objective, Objective.IMPLICIT));
        Loss loss = defaults.loss();
        Optimizer optimizer = defaults.optimizer();
        return new Hyperparameters(
                new Loss(
                        loss.objective(),
                        or(regularization, loss.regularization()),
                        or(unobservedWeight, loss.unobservedWeight()),
                        or(confidence, loss.confidence()),
                        loss.regularizationScale()),
                or(dimension, defaults.dimension()),
                or(epochs, defaults.epochs()),
                new Optimizer(or(learningRate, optimizer.learningRate()), or(batchSize, optimizer.batchSize())),
                or(seed, defaults.seed()));
    }

    private static <T> T or(@Nullable T asked, T otherwise) {
        return asked == null ? otherwise : asked;
    }
}
