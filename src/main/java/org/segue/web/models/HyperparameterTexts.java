package org.segue.web.models;

import java.util.Locale;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Hyperparameters;
import org.segue.web.Words;

/** Hyperparameters as the pages write them. */
final class HyperparameterTexts {

    private HyperparameterTexts() {}

    /** What matters of a recipe, in a line. */
    static String inWords(Hyperparameters recipe, Words words) {
        return words.recipeInALine(
                recipe.dimension(),
                number(recipe.regularization()),
                number(recipe.unobservedWeight()),
                recipe.confidence() == ConfidenceWeighting.LOG,
                recipe.epochs());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2g", value);
    }
}
