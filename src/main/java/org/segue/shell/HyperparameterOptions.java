package org.segue.shell;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Hyperparameters;
import org.segue.model.Objective;
import org.segue.training.TrainingOrder;
import org.segue.training.Tuning;
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
    TrainingOrder order() {
        return order(hyperparameters(), tuning());
    }

    /** The same, with another seed. */
    TrainingOrder order(long otherSeed) {
        return order(hyperparameters().withSeed(otherSeed), tuning());
    }

    /** The same without a search. */
    TrainingOrder unsearched() {
        return order(hyperparameters(), null);
    }

    private TrainingOrder order(Hyperparameters recipe, @Nullable Tuning searched) {
        boolean usualWeight = recipe.objective() == Objective.IMPLICIT && unobservedWeight == null;
        return new TrainingOrder(recipe, usualWeight, searched, false);
    }

    /** What to search of it; null for nothing. */
    @Nullable
    Tuning tuning() {
        Tuning free = new Tuning(
                dimension == null,
                regularization == null,
                unobservedWeight == null,
                confidence == null,
                epochs == null);
        boolean searched = tune && hyperparameters().objective() == Objective.IMPLICIT && !free.equals(Tuning.NOTHING);
        return searched ? free : null;
    }

    /**
     * What was asked for.
     *
     * @throws IllegalArgumentException naming the option that is out of range
     */
    Hyperparameters hyperparameters() {
        Hyperparameters defaults = Hyperparameters.defaults(word(Objective.class, "--objective", objective));
        return new Hyperparameters(
                defaults.objective(),
                or(dimension, defaults.dimension()),
                or(epochs, defaults.epochs()),
                or(learningRate, defaults.learningRate()),
                or(batchSize, defaults.batchSize()),
                or(regularization, defaults.regularization()),
                or(unobservedWeight, defaults.unobservedWeight()),
                confidence == null
                        ? defaults.confidence()
                        : word(ConfidenceWeighting.class, "--confidence", confidence),
                or(seed, defaults.seed()));
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

    private static <T> T or(@Nullable T asked, T otherwise) {
        return asked == null ? otherwise : asked;
    }
}
