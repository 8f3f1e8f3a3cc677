package org.segue.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Work that goes on after the answer to the request that started it. */
public interface Job {

    /** Its number; never used twice. */
    int id();

    /** Where it stands. */
    JobStatus status();

    /** When it was accepted. */
    Instant createdAt();

    /** When its work began, null before. */
    @Nullable
    Instant startedAt();

    /** When it ended, null before. */
    @Nullable
    Instant finishedAt();

    /** How much is done, 0 to 1. */
    double progress();

    /** Why it failed, in a sentence; null unless it did. */
    @Nullable
    String error();
}
