package org.segue.playlists;

import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.Song;

/**
 * A song of a list with what programs know it by.
 *
 * @param song the song
 * @param ids what the world calls the recording
 * @param durationMs how long it lasts, null if that is unknown
 */
public record Track(Song song, RecordingIds ids, @Nullable Integer durationMs) {

    /** Artist and title in one line of a list. */
    String name() {
        return song.artist().isEmpty() ? song.title() : song.artist() + " - " + song.title();
    }
}
