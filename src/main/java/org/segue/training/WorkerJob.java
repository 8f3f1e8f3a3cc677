package org.segue.training;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import org.segue.listens.Measure;

/**
 * How a worker is to train. In a job's folder it is {@code job.json}.
 *
 * @param measure what the values of the interactions mean
 * @param threads how many threads may compute, positive
 * @param searchLimitSeconds a search ends early rather than take longer, positive
 */
@RegisterForReflection
public record WorkerJob(Measure measure, int threads, double searchLimitSeconds) {

    /** How long a search may go on unless something else is said. */
    public static final double SEARCH_LIMIT_SECONDS = 3600;

    /** A job with the usual limit. */
    public WorkerJob(Measure measure, int threads) {
        this(measure, threads, SEARCH_LIMIT_SECONDS);
    }

    /** Checks the ranges, and that nothing is missing. */
    public WorkerJob {
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
