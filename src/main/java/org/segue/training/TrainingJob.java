package org.segue.training;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import org.segue.listens.Measure;
import org.segue.model.Hyperparameters;

/**
 * What a worker is asked to do, beside the interactions.
 *
 * @param hyperparameters what to train
 * @param measure what the values of the interactions mean
 * @param threads how many threads may compute, positive
 */
@RegisterForReflection
public record TrainingJob(Hyperparameters hyperparameters, Measure measure, int threads) {

    /** Checks the range of {@code threads}, and that nothing is missing. */
    public TrainingJob {
        Objects.requireNonNull(hyperparameters, "the job lacks hyperparameters");
        Objects.requireNonNull(measure, "the job lacks measure");
        if (threads < 1) {
            throw new IllegalArgumentException("illegal threads: %d, must be positive".formatted(threads));
        }
    }
}
