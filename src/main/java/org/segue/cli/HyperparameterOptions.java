package org.segue.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Objective;
import org.segue.training.TrainingSpec;
import org.segue.training.TrainingWishes;
import picocli.CommandLine.Option;

/** Hyperparameters on a command line; those left out are the objective's defaults. */
final class HyperparameterOptions {

    @Option(
            names = "--objective",
            defaultValue = "implicit",
            paramLabel = "implicit|explicit",
            description = "What scores are fitted to: that songs are heard at all, or the values (${DEFAULT-VALUE})")
    private String objective = "";

    @Option(names = "--embedding-dim", paramLabel = "D", description = "Length of an embedding")
    private @Nullable Integer dimension;

    @Option(names = "--epochs", paramLabel = "E", description = "Passes over all interactions")
    private @Nullable Integer epochs;

    @Option(names = "--batch-size", paramLabel = "B", description = "Interactions a step of the explicit objective")
    private @Nullable Integer batchSize;

    @Option(names = "--learning-rate", paramLabel = "R", description = "Adam's step size")
    private @Nullable Double learningRate;

    @Option(names = "--regularization", paramLabel = "L", description = "Weight of the embeddings' lengths in the loss")
    private @Nullable Double regularization;

    @Option(
            names = "--unobserved-weight",
            paramLabel = "A",
            description = "Weight of songs not heard in the implicit objective (by the table's density)")
    private @Nullable Double unobservedWeight;

    @Option(
            names = "--confidence",
            paramLabel = "none|log",
            description = "Weight of an interaction from its plays in the implicit objective")
    private @Nullable String confidence;

    @Option(names = "--seed", paramLabel = "S", description = "Where every random choice starts")
    private @Nullable Long seed;

    @Option(
            names = "--tune",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Whether to search dimension, weights and confidence, those left out: takes up to two minutes, the"
                            + " implicit objective only (on)")
    private boolean tune;

    /**
     * What was asked for, not evaluated.
     *
     * @throws IllegalArgumentException naming the option that is out of range
     */
    TrainingSpec spec() {
        return new TrainingWishes(
                        word(Objective.class, "--objective", objective),
                        dimension,
                        epochs,
                        learningRate,
                        batchSize,
                        regularization,
                        unobservedWeight,
                        confidence == null ? null : word(ConfidenceWeighting.class, "--confidence", confidence),
                        seed,
                        tune,
                        false)
                .order();
    }

    private static <E extends Enum<E>> E word(Class<E> type, String option, String word) {
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
