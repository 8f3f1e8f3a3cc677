package org.segue.library;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A song as a server describes it to one login. All text is as the server wrote it: nothing of it is to be trusted.
 *
 * @param id the server's id
 * @param names what it is called
 * @param lengthMs in milliseconds, null if unknown
 * @param recordingMbid MusicBrainz recording, null if unknown
 * @param isrcs none if unknown
 * @param path where the file is, as the server says; some make it up
 * @param preferences what the login thinks of it
 */
public record ServerSong(
        String id,
        Names names,
        @Nullable Integer lengthMs,
        @Nullable String recordingMbid,
        List<String> isrcs,
        @Nullable String path,
        Preferences preferences) {

    /**
     * What a song is called.
     *
     * @param title never empty
     * @param artist null if the server does not say
     * @param artists the credited artists, empty if the server has no list of them
     * @param album its album, null if the server does not say
     */
    public record Names(
            String title,
            @Nullable String artist,
            List<ServerArtist> artists,
            @Nullable ServerAlbum album) {}

    /**
     * An artist of a server.
     *
     * @param id the server's
     * @param mbid MusicBrainz artist, null if unknown
     */
    public record ServerArtist(
            String id, String name, @Nullable String mbid) {}

    /**
     * An album of a server.
     *
     * @param id the server's, null if it does not say
     * @param secondary whether it is live, a compilation or the like: who wants a song hears it from another album, if there is one
     */
    public record ServerAlbum(@Nullable String id, String name, boolean secondary) {

        /** One of which the server says no more than its name. */
        public ServerAlbum(@Nullable String id, String name) {
            this(id, name, SecondaryAlbums.isByName(name));
        }
    }

    /**
     * What one login has done with a song.
     *
     * @param starredAt null if it is no favorite; the epoch if the server does not say when it became one
     * @param rating 1 to 5, 0 if not rated
     * @param plays at least 0
     * @param lastPlayed null if unknown
     */
    public record Preferences(
            @Nullable Instant starredAt,
            int rating,
            int plays,
            @Nullable Instant lastPlayed) {

        /** Of a song that the login has done nothing with. */
        public static final Preferences NONE = new Preferences(null, 0, 0, null);
    }
}
