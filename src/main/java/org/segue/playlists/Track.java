package org.segue.playlists;

import org.jspecify.annotations.Nullable;

/**
 * A song of a list with what programs know it by.
 *
 * @param key database key
 * @param song public id
 * @param title as it was first seen
 * @param artist name, empty if none is known
 * @param artistId public id, null if no artist is known
 * @param album name, null if none is known
 * @param mbid id of the recording at MusicBrainz, null if none is known
 * @param isrc international code, null if none is known
 * @param durationMs how long it lasts, null if that is unknown
 */
public record Track(
        int key,
        String song,
        String title,
        String artist,
        @Nullable String artistId,
        @Nullable String album,
        @Nullable String mbid,
        @Nullable String isrc,
        @Nullable Integer durationMs) {

    /** Artist and title in one line of a list. */
    String name() {
        return artist.isEmpty() ? title : artist + " - " + title;
    }
}
