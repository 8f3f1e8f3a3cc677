package org.segue.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.model.EvaluationSummary;
import org.segue.model.Hyperparameters;
import org.segue.model.Trial;

/**
 * What a job ends with.
 *
 * @param hyperparameters what was fitted: what was asked for, or what the search found
 * @param trials what the search tried, in order
 * @param evaluation what the hold-out says; null if none was asked for
 * @param result the fit to all data
 */
record TrainedRecipe(
        Hyperparameters hyperparameters,
        List<Trial> trials,
        @Nullable EvaluationSummary evaluation,
        TrainedModel result) {}
