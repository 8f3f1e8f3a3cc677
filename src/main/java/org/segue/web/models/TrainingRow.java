package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;
import org.segue.training.Training;

/**
 * A training that has ended.
 *
 * @param id its number
 * @param status in a word
 * @param good whether it left a model
 * @param createdAt when it was asked for
 * @param error why it failed, null unless it did
 * @param trials how many sets of hyperparameters its search tried
 */
@TemplateData
public record TrainingRow(
        int id,
        String status,
        boolean good,
        Instant createdAt,
        @Nullable Sentence error,
        int trials) {

    static TrainingRow of(Training training) {
        return new TrainingRow(
                training.id(),
                training.status().word(),
                training.outcome().model() != null,
                training.createdAt(),
                training.failure(),
                training.fitting().trials().size());
    }
}
