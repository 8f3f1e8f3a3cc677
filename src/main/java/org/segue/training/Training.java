package org.segue.training;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.segue.jobs.Job;
import org.segue.jobs.JobStatus;
import org.segue.model.Hyperparameters;

/**
 * A training as people see it: what was asked for, where it stands, what came of it.
 *
 * @param hyperparameters what is trained
 * @param epoch epochs done
 * @param loss the objective per interaction in the last epoch, null before the first
 * @param secondsLeft an estimate from the epochs done, null when there is nothing to estimate
 * @param model version of the model that came of it, null until there is one
 */
@RegisterForReflection // JSON behind a plain Response
public record Training(
        int id,
        JobStatus status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        double progress,
        @Nullable String error,
        Hyperparameters hyperparameters,
        int epoch,
        @Nullable Double loss,
        @Nullable Double secondsLeft,
        @Nullable String model)
        implements Job {

    /** The same after some more epochs. */
    Training after(TrainingProgress epochs) {
        double fraction = (double) epochs.epoch() / epochs.epochs();
        return new Training(
                id,
                status,
                createdAt,
                startedAt,
                finishedAt,
                fraction,
                error,
                hyperparameters,
                epochs.epoch(),
                epochs.loss(),
                epochs.seconds() / fraction - epochs.seconds(),
                model);
    }
}
