package org.segue.training;

import org.jspecify.annotations.Nullable;
import org.segue.model.Hyperparameters;

/**
 * What someone asks to be trained.
 *
 * @param hyperparameters the recipe, or where its search starts
 * @param tuning what of it to search; null to take it as it is, as an explicit one always is
 * @param evaluate whether to test it on a hold-out, and to activate the model only if that goes well
 */
public record TrainingOrder(
        Hyperparameters hyperparameters, @Nullable Tuning tuning, boolean evaluate) {}
