package org.segue.library;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;

/**
 * A song of a library's server, and the song here that it is.
 *
 * @param id the server's id
 * @param title as the server has it
 * @param artist null if the server does not say
 * @param album null if the server does not say
 * @param albumId the server's id of the album, null if it does not say
 * @param path where the file is, as the server says; some make it up
 * @param match what it is here
 */
public record LibrarySong(
        String id,
        String title,
        @Nullable String artist,
        @Nullable String album,
        @Nullable String albumId,
        @Nullable String path,
        Match match) {

    /**
     * What a server's song is here.
     *
     * @param song the song
     * @param by how that was found
     * @param candidates songs that it may be as well, the likeliest first; none unless it is {@link MatchedBy#NEW}
     */
    public record Match(Song song, MatchedBy by, List<Candidate> candidates) {}

    /**
     * A song that a server's song may be.
     *
     * @param song the song
     * @param similarity of the titles, 0.9 to 1
     */
    public record Candidate(Song song, double similarity) {}

    /** How a server's song was found to be a song here. */
    public enum MatchedBy {
        /** By its id at MusicBrainz. */
        MBID,
        /** By its ISRC. */
        ISRC,
        /** By artist and title. */
        KEY,
        /** Somebody has said so. */
        HAND,
        /** No song here was it: it was made. */
        NEW;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String word() {
            return word;
        }

        /** That of a word. */
        public static MatchedBy of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
