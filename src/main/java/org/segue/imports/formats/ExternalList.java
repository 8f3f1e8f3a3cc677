package org.segue.imports.formats;

import java.util.List;
import org.segue.catalog.ExternalSong;

/**
 * A list of songs as a file tells it.
 *
 * @param user who keeps it, as the source says it
 * @param id a UUID: the same list twice has the same
 * @param title for people to read
 * @param createdAt epoch seconds
 * @param songs in order, at least one
 */
public record ExternalList(String user, String id, String title, long createdAt, List<ExternalSong> songs) {

    /** Copies the songs. */
    public ExternalList {
        songs = List.copyOf(songs);
    }
}
