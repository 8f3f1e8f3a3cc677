package org.segue.library;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.jobs.Job;
import org.segue.jobs.JobState;
import org.segue.text.Sentence;

/**
 * A sync of a library as people see it: where it stands, what came of it.
 *
 * @param state what every job has
 * @param library number of the library
 * @param forget whether songs may be forgotten that the server does not have any more, however many
 * @param step what it is at, null unless it runs
 * @param report what it found
 */
@RegisterForReflection(targets = {LibrarySync.class, LibrarySync.Report.class}) // JSON
public record LibrarySync(
        @JsonUnwrapped JobState state,
        int library,
        boolean forget,
        @Nullable Step step,
        @JsonUnwrapped Report report) implements Job<LibrarySync> {

    /** What a sync is at. */
    public enum Step {
        /** The server is asked for its songs. */
        READING,
        /** They are looked for among the songs here. */
        MATCHING,
        /** Stars, ratings and play counts are taken over. */
        TASTE;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** The word for it in JSON. */
        @JsonValue
        public String word() {
            return word;
        }
    }

    /**
     * What a sync found.
     *
     * @param songs songs that the server has
     * @param added how many of them it did not have before
     * @param changed how many of them it describes otherwise than before
     * @param removed songs that it had before and has no more, which are not owned any more
     * @param missing songs that it has no more and that stay owned until somebody says that they may be forgotten
     * @param taken stars, ratings and play counts that were taken over, or taken back
     * @param problems what went wrong with some of its logins
     */
    public record Report(
            int songs,
            int added,
            int changed,
            int removed,
            int missing,
            int taken,

            @Schema(type = SchemaType.ARRAY, implementation = String.class)
            List<Sentence> problems) {

        static final Report NONE = new Report(0, 0, 0, 0, 0, 0, List.of());

        Report withSongs(int count) {
            return new Report(count, added, changed, removed, missing, taken, problems);
        }

        Report found(int newOnes, int changedOnes, int removedOnes, int missingOnes) {
            return new Report(songs, newOnes, changedOnes, removedOnes, missingOnes, taken, problems);
        }

        Report withTaken(int count) {
            return new Report(songs, added, changed, removed, missing, count, problems);
        }

        Report withProblems(List<Sentence> sentences) {
            return new Report(songs, added, changed, removed, missing, taken, List.copyOf(sentences));
        }
    }

    @Override
    public LibrarySync with(JobState other) {
        return new LibrarySync(other, library, forget, other.status().isFinal() ? null : step, report);
    }

    LibrarySync at(Step now, double progress) {
        return new LibrarySync(state.at(progress), library, forget, now, report);
    }

    LibrarySync with(Report now) {
        return new LibrarySync(state, library, forget, step, now);
    }
}
