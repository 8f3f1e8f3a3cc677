package org.segue.web;

import java.util.Locale;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Hyperparameters;

/** Hyperparameters as the pages write them. */
final class Recipes {

    private Recipes() {}

    /** What matters of a recipe, in a line. */
    static String words(Hyperparameters recipe) {
        return "d %d · λ %s · α₀ %s · %s · %d epochs"
                .formatted(
                        recipe.dimension(),
                        number(recipe.regularization()),
                        number(recipe.unobservedWeight()),
                        plays(recipe.confidence()),
                        recipe.epochs());
    }

    private static String plays(ConfidenceWeighting weighting) {
        return switch (weighting) {
            case NONE -> "plays alike";
            case LOG -> "log plays";
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2g", value);
    }
}
