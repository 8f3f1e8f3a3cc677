package org.segue.web;

import java.util.Locale;
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
                        recipe.confidence().name().toLowerCase(Locale.ROOT),
                        recipe.epochs());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2g", value);
    }
}
