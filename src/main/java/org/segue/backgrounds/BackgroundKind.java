package org.segue.backgrounds;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a background comes from. */
public enum BackgroundKind {
    /** ListenBrainz's public listens, fetched from a mirror. */
    LISTENBRAINZ("listenbrainz"),
    /** A data set of one's own, sent and looked at before. */
    IMPORT("import"),
    /** A song model: what a training elsewhere learned about songs. */
    SONG_MODEL("songModel");

    private final String word;

    BackgroundKind(String word) {
        this.word = word;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String word() {
        return word;
    }
}
