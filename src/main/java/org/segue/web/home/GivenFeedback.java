package org.segue.web.home;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.web.FieldText;

/**
 * Feedback on a song that was just given, or that somebody wanted to give before signing in, as an address tells it to a page.
 *
 * @param verdict love, dislike, ban, or none for what was undone
 * @param song public id
 * @param user public id of the user whose feedback it is, empty if it is wanted
 * @param isGiven false if it is wanted
 */
record GivenFeedback(String verdict, String song, String user, boolean isGiven) {

    private static final Set<String> WANTED = Set.of("love", "dislike", "ban");
    private static final Set<String> GIVEN = Set.of("love", "dislike", "ban", "none");

    /** What an address tells; null if that is nothing. */
    static @Nullable GivenFeedback of(MultivaluedMap<String, String> sent) {
        String song = FieldText.typed(sent.getFirst("on"));
        String said = FieldText.typed(sent.getFirst("said"));
        String wanted = FieldText.typed(sent.getFirst("wanted"));
        if (song.isEmpty()) {
            return null;
        }
        if (GIVEN.contains(said)) {
            return new GivenFeedback(said, song, FieldText.typed(sent.getFirst("by")), true);
        }
        return WANTED.contains(wanted) ? new GivenFeedback(wanted, song, "", false) : null;
    }
}
