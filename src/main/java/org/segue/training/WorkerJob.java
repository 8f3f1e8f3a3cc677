package org.segue.training;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.listens.Measure;
import org.segue.model.Hyperparameters;

/**
 * What a worker is asked to do, beside the interactions.
 *
 * @param hyperparameters what to train
 * @param measure what the values of the interactions mean
 * @param threads how many threads may compute, positive
 * @param evaluate whether to test the hyperparameters on a hold-out before they are fitted to all data
 * @param tuning what to search first, starting from the hyperparameters; null to take them as they are
 * @param searchLimitSeconds a search ends early rather than take longer, positive
 * @param former hyperparameters of the model that answers now, to compare with on the same hold-out; null if there is nothing
 *     to compare with
 */
@RegisterForReflection
public record WorkerJob(
        Hyperparameters hyperparameters,
        Measure measure,
        int threads,
        boolean evaluate,
        @Nullable TuningSpace tuning,
        double searchLimitSeconds,
        @Nullable Hyperparameters former) {

    /** How long a search may go on unless something else is said. */
    public static final double SEARCH_LIMIT_SECONDS = 120;

    /** A training without a search and without an evaluation. */
    public WorkerJob(Hyperparameters hyperparameters, Measure measure, int threads) {
        this(hyperparameters, measure, threads, false, null, SEARCH_LIMIT_SECONDS, null);
    }

    /** Checks the range of {@code threads}, and that nothing is missing. */
    public WorkerJob {
        Objects.requireNonNull(hyperparameters, "the job lacks hyperparameters");
        Objects.requireNonNull(measure, "the job lacks measure");
        if (threads < 1) {
            throw new IllegalArgumentException("illegal threads: %d, must be positive".formatted(threads));
        }
        if (!(searchLimitSeconds > 0)) {
            throw new IllegalArgumentException(
                    "illegal searchLimitSeconds: %s, must be positive".formatted(searchLimitSeconds));
        }
    }
}
