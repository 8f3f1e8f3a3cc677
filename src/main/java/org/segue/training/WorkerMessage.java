package org.segue.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.segue.model.Trial;

/**
 * One line of JSON from a worker to whoever started it: exactly one of the three is there.
 *
 * @param progress an epoch is done
 * @param trial a search has tried hyperparameters
 * @param error the training failed, as a sentence is stored
 */
@RegisterForReflection(targets = {WorkerMessage.class, TrainingProgress.class, Stage.class, Trial.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkerMessage(
        @Nullable TrainingProgress progress,
        @Nullable Trial trial,
        @Nullable String error) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The line, without its end. */
    String toLine() throws IOException {
        return JSON.writeValueAsString(this);
    }

    /** The message of a line; null if the line is something else, a library's chatter for instance. */
    static @Nullable WorkerMessage parse(String line) {
        try {
            return JSON.readValue(line, WorkerMessage.class);
        } catch (IOException e) {
            return null;
        }
    }
}
