package org.segue.playlists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.User;

/**
 * A list of songs that belongs to a user.
 *
 * @param id a UUID
 * @param user whose it is; of two who became one, the one
 * @param kind what Segue made it as, null if somebody keeps it
 * @param period first day of the day or week that it was made for, null if somebody keeps it
 * @param title for people to read
 * @param songIds keys in order; songs may have gone or been joined since
 * @param createdAt when it was made
 */
public record Playlist(
        String id,
        User user,
        @Nullable PlaylistKind kind,
        @Nullable LocalDate period,
        String title,
        List<Integer> songIds,
        Instant createdAt) {

    /** Copies the songs. */
    public Playlist {
        songIds = List.copyOf(songIds);
    }

    /** Whether Segue made it by itself for a period. */
    boolean isOf(PlaylistKind otherKind, LocalDate otherPeriod) {
        return kind == otherKind && otherPeriod.equals(period);
    }
}
