package org.segue.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.segue.jobs.Job;
import org.segue.jobs.JobStatus;

/**
 * An import as people see it: where it stands and what it did.
 *
 * @param format of its files, null until it is recognised
 * @param source whose ids they carry, null until it is known
 * @param population whether the users that it brought are a public dump's: trained on, never listed
 * @param counts what it has done so far
 */
@RegisterForReflection(targets = {ImportJob.class, ImportCounts.class}) // JSON behind a plain Response
public record ImportJob(
        int id,
        JobStatus status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        double progress,
        @Nullable String error,
        @Nullable String format,
        @Nullable String source,
        boolean population,
        @JsonUnwrapped ImportCounts counts)
        implements Job {

    /** The same before its end is told. */
    ImportJob stillAtWork() {
        return new ImportJob(
                id, JobStatus.RUNNING, createdAt, startedAt, null, 1, null, format, source, population, counts);
    }

    /** The same with an end that is not written yet. */
    ImportJob ended(JobStatus end, @Nullable String reason, Instant at, ImportCounts countsAtTheEnd) {
        return new ImportJob(id, end, createdAt, startedAt, at, 0, reason, format, source, population, countsAtTheEnd);
    }

    ImportJob with(double progressNow, ImportCounts countsNow) {
        return new ImportJob(
                id,
                status,
                createdAt,
                startedAt,
                finishedAt,
                progressNow,
                error,
                format,
                source,
                population,
                countsNow);
    }
}
