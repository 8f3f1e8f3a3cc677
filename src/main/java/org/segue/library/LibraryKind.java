package org.segue.library;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The language that a server with music speaks. */
public enum LibraryKind {
    /** Subsonic's protocol, with or without what OpenSubsonic adds. */
    SUBSONIC,
    /** Jellyfin's. */
    JELLYFIN;

    /** Its name on the wire and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
