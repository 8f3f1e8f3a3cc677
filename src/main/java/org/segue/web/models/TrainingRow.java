package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.segue.training.Training;
import org.segue.web.Formatting;
import org.segue.web.Words;

/**
 * A training that has ended.
 *
 * @param id its number
 * @param status in a word
 * @param good whether it left a model
 * @param when how long ago it was asked for, in words
 * @param said its error, or why its model was activated or not; null if there is nothing to say
 * @param trials how many recipes its search tried
 */
@TemplateData
public record TrainingRow(
        int id,
        String status,
        boolean good,
        String when,
        @Nullable String said,
        int trials) {

    static TrainingRow of(Training training, Instant now, Words words) {
        return new TrainingRow(
                training.id(),
                training.status().word(),
                training.model() != null,
                Formatting.ago(Duration.between(training.createdAt(), now), words),
                training.error() == null ? training.reason() : training.error(),
                training.trials().size());
    }
}
