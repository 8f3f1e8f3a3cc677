package org.segue.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What the world calls a recording.
 *
 * @param mbid MusicBrainz recording, null if unknown
 * @param isrc null if unknown
 */
public record RecordingIds(@Nullable String mbid, @Nullable String isrc) {

    /** Of a song of which no ids are known. */
    public static final RecordingIds NONE = new RecordingIds(null, null);
}
