package org.segue.web.library;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.library.LoginTaste;
import org.segue.text.Sentence;
import org.segue.web.FieldText;

/**
 * A listener's account on a server.
 *
 * @param id its number
 * @param listener whose it is
 * @param user account on the server, empty if a key says it
 * @param taste what is taken over, and what goes out
 * @param state whether it can be used
 * @param lists that are sent to it
 */
@TemplateData
public record LoginView(int id, Listener listener, String user, LoginTaste taste, State state, List<Pushed> lists) {

    /**
     * Whose an account is.
     *
     * @param id public id
     * @param name for people to read
     */
    @TemplateData
    public record Listener(String id, String name) {

        /** The public id as a part of an address. */
        public String address() {
            return FieldText.encoded(id);
        }
    }

    /**
     * Whether an account can be used.
     *
     * @param problem why it could not be used the last time, empty if it could
     * @param needsPassword whether somebody has to sign in again
     * @param typed what is wrong with what was typed for it
     */
    @TemplateData
    public record State(@Nullable Sentence problem, boolean needsPassword, FieldProblem typed) {}

    /**
     * A playlist that is sent.
     *
     * @param list kind of a generated one, or id of a kept one
     * @param title what it is called in the player
     * @param state {@code sent}, {@code deleted}, {@code failed}, {@code off} or {@code open}: not sent yet
     * @param message what is to be said of it, null if nothing is
     * @param pushedAt when it was last sent, null if it never was
     */
    @TemplateData
    public record Pushed(
            String list,
            String title,
            String state,
            @Nullable Sentence message,
            @Nullable Instant pushedAt) {

        /** What its switch says: {@code true} to send it again. */
        public String other() {
            return String.valueOf(state.equals("off") || state.equals("deleted"));
        }
    }
}
