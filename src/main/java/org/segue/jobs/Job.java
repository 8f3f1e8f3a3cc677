package org.segue.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/**
 * Work that goes on after the answer to the request that started it. Implementations are records: one moment of a job.
 *
 * @param <J> the kind of job, the implementation itself
 */
public interface Job<J extends Job<J>> {

    /** What it has in common with every other job. */
    JobState state();

    /** The same job in another state. */
    J with(JobState state);

    /** Its number; never used twice. */
    default int id() {
        return state().id();
    }

    /** Where it stands. */
    default JobStatus status() {
        return state().status();
    }

    /** When it was accepted. */
    default Instant createdAt() {
        return state().createdAt();
    }

    /** When its work began, null before. */
    default @Nullable Instant startedAt() {
        return state().startedAt();
    }

    /** When it ended, null before. */
    default @Nullable Instant finishedAt() {
        return state().finishedAt();
    }

    /** How much is done, 0 to 1. */
    default double progress() {
        return state().progress();
    }

    /** Why it failed; null unless it did. */
    default @Nullable Sentence failure() {
        return state().failure();
    }

    /** The same in English. */
    default @Nullable String error() {
        Sentence failure = failure();
        return failure == null ? null : failure.text();
    }
}
