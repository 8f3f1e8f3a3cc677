package org.segue.feedback;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a verdict is about. */
public enum Subject {
    /** One song. */
    SONG,
    /** An artist, and so all songs of the artist. */
    ARTIST;

    /** The word for it in JSON and in the names of tables and columns. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
