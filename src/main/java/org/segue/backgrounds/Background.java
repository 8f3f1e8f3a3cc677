package org.segue.backgrounds;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segue.jobs.Job;
import org.segue.jobs.JobState;

/**
 * A background as people see it: what was asked for, where it stands, what came of it.
 *
 * @param state what every job has
 * @param request what was asked for
 * @param loading what is loaded from the mirror
 * @param step what it is at, null unless it runs
 * @param importId number of the import that reads it, null before there is one
 * @param listeners how many strangers it has brought, null until it is done
 * @param model version of the model that a song model has become, null until it is done; of other kinds always
 */
@RegisterForReflection(targets = {Background.class, Background.Loading.class}) // JSON behind a plain Response
public record Background(
        @JsonUnwrapped JobState state,
        @JsonUnwrapped BackgroundRequest request,
        @JsonUnwrapped Loading loading,
        @Nullable Step step,
        @Nullable Integer importId,
        @Nullable Integer listeners,
        @Nullable String model)
        implements Job<Background> {

    /**
     * What is loaded from the mirror.
     *
     * @param names of the dumps, newest first; empty before they are known
     * @param bytes size of all of them, 0 before it is known
     * @param loadedBytes how much of it has come
     */
    public record Loading(List<String> names, long bytes, long loadedBytes) {

        static final Loading NONE = new Loading(List.of(), 0, 0);
    }

    /** What a background is at. */
    public enum Step {
        /** The mirror is asked what there is. */
        ASKING,
        /** Files are loaded. */
        LOADING,
        /** They are read, and what is worth it is brought into the database. */
        READING;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** The word for it in JSON. */
        @JsonValue
        public String word() {
            return word;
        }
    }

    @Override
    public Background with(JobState other) {
        return new Background(
                other, request, loading, other.status().isFinal() ? null : step, importId, listeners, model);
    }

    Background at(Step now, double progress) {
        return new Background(state.at(progress), request, loading, now, importId, listeners, model);
    }

    Background loading(Loading now) {
        return new Background(state, request, now, step, importId, listeners, model);
    }

    Background importedBy(int id) {
        return new Background(state, request, loading, step, id, listeners, model);
    }

    Background became(String version) {
        return new Background(state, request, loading, step, importId, listeners, version);
    }

    Background withListeners(int count) {
        return new Background(state, request, loading, step, importId, count, model);
    }
}
