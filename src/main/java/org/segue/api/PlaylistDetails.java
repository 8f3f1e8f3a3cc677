package org.segue.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.Song;
import org.segue.catalog.SongLinks;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistKind;
import org.segue.playlists.Track;
import org.segue.ranking.Ownership;

/**
 * A list with its songs.
 *
 * @param id a UUID
 * @param title for people to read
 * @param user public id of the user whose it is
 * @param kind what Segue made it as, null for one that is kept
 * @param period first day of the day or week that it was made for, null for one that is kept
 * @param createdAt when it was made
 * @param expiresAt when it is deleted, null for one that is kept
 * @param items its songs in order, without those that are gone or that the user has banned since
 */
@RegisterForReflection( // the entity of a Response, of which no method says the type
        targets = {
            PlaylistDetails.class,
            PlaylistDetails.PlaylistSong.class,
            Song.class,
            RecordingIds.class,
            SongLinks.class
        })
public record PlaylistDetails(
        String id,
        String title,
        String user,
        @Nullable PlaylistKind kind,
        @Nullable LocalDate period,
        Instant createdAt,
        @Nullable Instant expiresAt,
        List<PlaylistSong> items) {
    static PlaylistDetails of(Playlist list, PlaylistDocument document, Ownership owned) {
        return new PlaylistDetails(
                list.id(),
                list.title(),
                list.user().publicId(),
                list.kind(),
                list.period(),
                list.createdAt(),
                document.expiresAt(),
                document.tracks().stream()
                        .map(track -> PlaylistSong.of(track, owned))
                        .toList());
    }

    /**
     * A song of a list.
     *
     * @param song the song
     * @param durationMs how long it lasts, null if that is unknown
     * @param ids what the world calls the recording
     * @param links where the world knows it
     * @param owned whether the list's user owns it; left out where no library says so
     */
    public record PlaylistSong(
            @JsonUnwrapped Song song,
            @Nullable Integer durationMs,
            @JsonUnwrapped RecordingIds ids,
            SongLinks links,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean owned) {
        private static PlaylistSong of(Track track, Ownership owned) {
            return new PlaylistSong(
                    track.song(),
                    track.durationMs(),
                    track.ids(),
                    SongLinks.of(track.ids()),
                    owned.isOwned(track.song().id()));
        }
    }
}
