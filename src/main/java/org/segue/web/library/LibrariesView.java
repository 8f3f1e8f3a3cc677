package org.segue.web.library;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.User;
import org.segue.text.Sentence;

/**
 * What the page of all libraries shows.
 *
 * @param root the way to the home page: what is wrong with a form is said at the form's own address
 * @param administrator whether the administrator asks; others see nothing of libraries
 * @param libraries in the order in which they were connected
 * @param server that is to be connected, as it was typed
 * @param login on it, as it was typed
 * @param listeners whose accounts could be added
 */
@TemplateData
public record LibrariesView(
        String root,
        boolean administrator,
        List<LibraryCard> libraries,
        ServerForm server,
        LoginForm login,
        List<User> listeners) {

    /** Whether a sync is under way. */
    public boolean isWorking() {
        return libraries.stream().anyMatch(library -> library.state().equals("working"));
    }

    /**
     * A library in short.
     *
     * @param library which one it is
     * @param state {@code ready}, {@code working}, {@code problem} or {@code open}: never synced
     * @param percent of the sync that is under way
     * @param songs of it that are known
     * @param logins how many accounts Segue knows there
     * @param syncedAt when all of it was read, null if it never was
     * @param problem why somebody should look, empty if nobody has to
     */
    @TemplateData
    public record LibraryCard(
            Named library,
            String state,
            int percent,
            long songs,
            int logins,
            @Nullable Instant syncedAt,
            @Nullable Sentence problem) {

        /**
         * Which library it is.
         *
         * @param id its number
         * @param name what the household calls it
         * @param kind what it speaks
         */
        @TemplateData
        public record Named(int id, String name, String kind) {}
    }
}
