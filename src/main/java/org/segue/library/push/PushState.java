package org.segue.library.push;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a list stands on a server. */
public enum PushState {
    /** It was sent. */
    SENT,
    /** Somebody has deleted it there, or made it their own: it is left alone. */
    DELETED,
    /** It could not be sent; the next try goes on. */
    FAILED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String word() {
        return word;
    }
}
