package org.segue.playlists;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list in words, as a file or another program gets it.
 *
 * @param id a UUID, null of a list that is not stored
 * @param title for people to read
 * @param annotation what the list is, null if its title says it
 * @param createdFor public id of the user whose it is, empty if it is for nobody in particular, or for several
 * @param kind what Segue made it as, null if it was asked for
 * @param createdAt when it was made
 * @param expiresAt when it is kept no longer, null if it is for ever
 * @param tracks the songs in order
 */
public record PlaylistDocument(
        @Nullable String id,
        String title,
        @Nullable String annotation,
        String createdFor,
        @Nullable PlaylistKind kind,
        Instant createdAt,
        @Nullable Instant expiresAt,
        List<Track> tracks) {

    /** The same, said to be for somebody of another name. */
    public PlaylistDocument forName(String name) {
        return new PlaylistDocument(id, title, annotation, name, kind, createdAt, expiresAt, tracks);
    }

    /** Copies the songs. */
    public PlaylistDocument {
        tracks = List.copyOf(tracks);
    }
}
