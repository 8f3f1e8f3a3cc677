package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportJob;
import org.segue.web.FieldText;

/**
 * The newest import, and what comes next.
 *
 * @param id its number
 * @param percent done, 0 to 100; 100 once it is done
 * @param error why it failed, null unless it did
 * @param added by it
 * @param listeners of whom it has brought something, the first few
 * @param others how many more there are
 * @param learning what learns from it
 */
@TemplateData
public record DoneView(
        int id,
        int percent,
        @Nullable ImportProblem error,
        Added added,
        List<Listener> listeners,
        int others,
        Learning learning) {

    /**
     * How much an import has added.
     *
     * @param plays each with a time
     * @param counted songs with plays already counted, or ratings
     * @param known plays that were here before
     */
    @TemplateData
    public record Added(long plays, long counted, long known) {}

    /**
     * A listener.
     *
     * @param user public id
     * @param name for people to read
     */
    @TemplateData
    public record Listener(String user, String name) {

        /** Address of the page that answers for them, relative to the page of imports. */
        public String address() {
            return "./?user=" + FieldText.encoded(user);
        }
    }

    /**
     * What learns from an import.
     *
     * @param state {@code open}: nothing yet; {@code running}; {@code done}
     * @param minutes that it will take or still takes, rounded up; null if nothing is known of that
     */
    @TemplateData
    public record Learning(String state, @Nullable Long minutes) {}

    /** Whether it is still at work. */
    public boolean isWorking() {
        return error == null && percent < 100;
    }

    /** Names of the listeners. */
    public List<String> names() {
        return listeners.stream().map(Listener::name).toList();
    }

    static List<Listener> listeners(ImportJob job) {
        return job.brought().listeners().stream()
                .map(one -> new Listener(one.user(), one.name()))
                .toList();
    }
}
