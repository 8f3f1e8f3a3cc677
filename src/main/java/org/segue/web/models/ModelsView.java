package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of trainings and models shows.
 *
 * @param administrator whether the administrator asks; others can look
 * @param form the hyperparameters of the next training, as they were typed
 * @param empty whether there is nothing to train on
 * @param running the training under way, null if there is none
 * @param models newest first
 * @param news interactions that have come since the active model was trained, not above 0 if none have
 * @param songModel the form that takes song models in
 * @param trainings the last that have ended, newest first
 */
@TemplateData
public record ModelsView(
        boolean administrator,
        TrainingForm form,
        boolean empty,
        @Nullable RunningTraining running,
        List<ModelView> models,
        long news,
        SongModelForm songModel,
        List<TrainingRow> trainings) {}
