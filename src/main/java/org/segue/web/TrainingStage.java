package org.segue.web;

import io.quarkus.qute.TemplateData;
import java.util.Locale;
import org.segue.training.Stage;
import org.segue.training.Training;

/**
 * What a training is doing.
 *
 * @param stage starting, searching, evaluating or fitting
 * @param tried sets of hyperparameters that the search has tried
 */
@TemplateData
public record TrainingStage(String stage, int tried) {

    /** What a training that runs is doing now. */
    public static TrainingStage of(Training training) {
        Stage stage = training.fitting().stage();
        return new TrainingStage(
                stage == null ? "starting" : stage.name().toLowerCase(Locale.ROOT),
                training.fitting().trials().size());
    }
}
