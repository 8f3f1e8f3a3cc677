package org.segue.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/**
 * What every job has: its number, its status, its times and its progress.
 *
 * @param id its number; never used twice
 * @param status where it stands
 * @param createdAt when it was accepted
 * @param startedAt when its work began, null before
 * @param finishedAt when it ended, null before
 * @param progress how much is done, 0 to 1
 * @param failure why it failed; null unless it did
 */
@RegisterForReflection // part of the JSON of every job
public record JobState(
        int id,
        JobStatus status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        double progress,

        @JsonProperty("error") @Schema(implementation = String.class) @Nullable
        Sentence failure) {

    /** That of a job which has just been accepted. */
    static JobState queued(int id, Instant createdAt) {
        return new JobState(id, JobStatus.QUEUED, createdAt, null, null, 0, null);
    }

    /** The same at work since now. */
    JobState started() {
        return new JobState(id, JobStatus.RUNNING, createdAt, Instant.now(), null, 0, null);
    }

    /** The same with another progress, 0 to 1. */
    public JobState at(double progressNow) {
        return new JobState(id, status, createdAt, startedAt, finishedAt, progressNow, failure);
    }

    /**
     * The same as it ended now.
     *
     * @param end completed, failed or cancelled
     * @param reason why it failed; null unless it did
     */
    public JobState ended(JobStatus end, @Nullable Sentence reason) {
        double done = end == JobStatus.COMPLETED ? 1 : 0;
        return new JobState(id, end, createdAt, startedAt, Instant.now(), done, reason);
    }
}
