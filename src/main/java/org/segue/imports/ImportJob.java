package org.segue.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Source;
import org.segue.jobs.Job;
import org.segue.jobs.JobState;
import org.segue.jobs.JobStatus;
import org.segue.text.Sentence;

/**
 * An import as people see it: where it stands and what it did.
 *
 * @param state what every job has
 * @param files what their sender called the first files, at most {@value #MAX_FILES}; none of imports of before
 * @param format of its files, null until it is recognized
 * @param source whose ids they carry, null until it is known
 * @param population whether the users that it brought are background: trained on, never listed
 * @param brought of whom it has brought something, if it is no background
 * @param counts what it has done so far
 */
@RegisterForReflection(
        targets = {ImportJob.class, ImportJob.Listeners.class, ImportJob.Listener.class, ImportCounts.class
        }) // JSON behind a plain Response
public record ImportJob(
        @JsonUnwrapped JobState state,

        @Schema(description = "Names of the first files that were sent, at most 20")
        List<String> files,

        @Nullable String format,
        @Nullable String source,
        boolean population,
        @JsonUnwrapped Listeners brought,
        @JsonUnwrapped ImportCounts counts)
        implements Job<ImportJob> {

    /** Listeners who are named, at most. */
    static final int MAX_LISTENERS = 5;

    /** Files that are named, at most. */
    static final int MAX_FILES = 20;

    /** Copies the names. */
    public ImportJob {
        files = List.copyOf(files);
    }

    /**
     * Of whom an import has brought something.
     *
     * @param listeners the first of them, at most {@value #MAX_LISTENERS}
     * @param listenersTotal how many there are
     */
    public record Listeners(List<Listener> listeners, int listenersTotal) {

        /** Of nobody, or not yet. */
        static final Listeners NOBODY = new Listeners(List.of(), 0);
    }

    /**
     * A listener.
     *
     * @param user public id
     * @param name for people to read
     */
    public record Listener(String user, String name) {}

    @Override
    public ImportJob with(JobState other) {
        return new ImportJob(other, files, format, source, population, brought, counts);
    }

    /** The same with what its files turned out to be. */
    ImportJob recognized(String formats, Source ofFiles) {
        return new ImportJob(state, files, formats, ofFiles.name(), population, brought, counts);
    }

    /** The same with what it has done by now. */
    ImportJob after(double progress, ImportCounts countsNow) {
        return new ImportJob(state.at(progress), files, format, source, population, brought, countsNow);
    }

    /** The same as a failure. */
    ImportJob failed(Sentence reason) {
        return with(state.ended(JobStatus.FAILED, reason));
    }
}
