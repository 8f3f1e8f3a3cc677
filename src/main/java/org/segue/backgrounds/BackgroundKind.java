package org.segue.backgrounds;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a background comes from. */
public enum BackgroundKind {
    /** ListenBrainz's public listens, fetched from a mirror. */
    LISTENBRAINZ,
    /** A data set of one's own, sent and looked at before. */
    IMPORT;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String word() {
        return word;
    }

    static BackgroundKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
