package org.segue.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a listen says, each with the columns that may hold it: the first one that a table has is read. */
enum ListenField {
    /** Who listened. */
    USER(true, "user_id", "user_name", "user", "listener"),
    /** Whose song. */
    ARTIST(true, "artist_name", "artist"),
    /** The song. */
    TITLE(true, "recording_name", "track_name", "title"),
    /** MusicBrainz' id of the recording. */
    MBID(false, "recording_mbid", "mbid"),
    /** MusicBrainz' id of the artist, or those of all of a credit. */
    ARTIST_MBID(false, "artist_mbid", "artist_credit_mbids", "artist_mbids"),
    /** What the song is on. */
    ALBUM(false, "release_name", "album"),
    /** When the song was played: a timestamp, or seconds since 1970. */
    AT(false, "listened_at", "timestamp"),
    /** How often, in tables that count. */
    PLAYS(false, "plays", "play_count", "playcount", "listens");

    private final boolean isRequired;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> columns;

    ListenField(boolean isRequired, String... columns) {
        this.isRequired = isRequired;
        this.columns = List.of(columns);
    }

    /**
     * The column of a table that holds this.
     *
     * @param source what the table is called, for people
     * @param table its columns
     * @throws MissingColumnException if the table has none, and no listen is one without
     */
    Optional<String> in(String source, String... table) {
        Optional<String> found = columns.stream()
                .flatMap(name -> Arrays.stream(table).filter(column -> column.equalsIgnoreCase(name)))
                .findFirst();
        if (found.isEmpty() && isRequired) {
            throw new MissingColumnException("%s has no column for the %s: expected %s; it has %s."
                    .formatted(
                            source,
                            name().toLowerCase(Locale.ROOT),
                            String.join(" or ", columns),
                            String.join(", ", table)));
        }
        return found;
    }
}
