package org.segue.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Objective;
import org.segue.model.OutOfRangeException;
import org.segue.training.TrainingRequest;
import org.segue.training.TrainingSpec;
import picocli.CommandLine.Option;

/**
 * Hyperparameters on a command line; those left out are searched, or the objective's defaults. Numbers are read where their
 * limits are known.
 */
final class HyperparameterOptions {

    /** Options that are not called as in JSON. */
    private static final Map<String, String> OPTIONS = Map.of(
            "dimension", "--embedding-dim",
            "batchSize", "--batch-size",
            "learningRate", "--learning-rate",
            "unobservedWeight", "--unobserved-weight");

    private final Map<String, Object> values = new HashMap<>();

    @Option(
            names = "--objective",
            defaultValue = "implicit",
            paramLabel = "implicit|explicit",
            description = "What scores are fitted to: that songs are heard at all, or the values (${DEFAULT-VALUE})")
    private String objective = "";

    @Option(
            names = "--confidence",
            paramLabel = "none|log",
            description = "Weight of an interaction from its plays in the implicit objective")
    private @Nullable String confidence;

    @Option(names = "--embedding-dim", paramLabel = "D", description = "Length of an embedding")
    void dimension(String value) {
        values.put("dimension", value);
    }

    @Option(names = "--epochs", paramLabel = "E", description = "Passes over all interactions")
    void epochs(String value) {
        values.put("epochs", value);
    }

    @Option(names = "--batch-size", paramLabel = "B", description = "Interactions a step of the explicit objective")
    void batchSize(String value) {
        values.put("batchSize", value);
    }

    @Option(names = "--learning-rate", paramLabel = "R", description = "Adam's step size")
    void learningRate(String value) {
        values.put("learningRate", value);
    }

    @Option(names = "--regularization", paramLabel = "L", description = "Weight of the embeddings' lengths in the loss")
    void regularization(String value) {
        values.put("regularization", value);
    }

    @Option(
            names = "--unobserved-weight",
            paramLabel = "A",
            description = "Weight of songs not heard in the implicit objective (by the table's density)")
    void unobservedWeight(String value) {
        values.put("unobservedWeight", value);
    }

    @Option(names = "--seed", paramLabel = "S", description = "Where every random choice starts")
    void seed(String value) {
        values.put("seed", value);
    }

    @Option(
            names = "--tune",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether to search dimension, weights and confidence, those left out: takes some minutes, the"
                    + " implicit objective only (on)")
    void tune(boolean value) {
        values.put("tune", value);
    }

    /**
     * What was asked for, not evaluated.
     *
     * @throws IllegalArgumentException naming the option that is out of range
     */
    TrainingSpec spec() {
        values.put("evaluate", false);
        values.put("objective", word(Objective.class, "--objective", objective));
        if (confidence != null) {
            values.put("confidence", word(ConfidenceWeighting.class, "--confidence", confidence));
        }
        try {
            return TrainingRequest.of(values).spec();
        } catch (OutOfRangeException e) {
            throw new OutOfRangeException(OPTIONS.getOrDefault(e.name(), "--" + e.name()), e.value(), e.limits());
        }
    }

    /** A constant of an enumeration, as an option says it in small letters. */
    static <E extends Enum<E>> E word(Class<E> type, String option, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "illegal %s: %s, must be one of %s"
                            .formatted(
                                    option,
                                    word,
                                    List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT)),
                    e);
        }
    }
}
