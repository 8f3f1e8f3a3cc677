package org.segue.imports.formats;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.listens.Measure;
import org.segue.text.SpreadsheetCell;

/**
 * Which column of a table holds what: the position of each, -1 where there is none.
 *
 * @param user what the source calls the user
 * @param songId what the source calls the song; none in tables that have a title for it
 * @param value plays or rating
 * @param title of the song
 * @param artist of the song
 * @param album of the song
 * @param timestamp when the song was played
 * @param isSegues whether the texts are {@link SpreadsheetCell}s: a table of Segue's own says so
 */
record TableColumns(
        int user, int songId, Value value, int title, int artist, int album, int timestamp, boolean isSegues) {

    /**
     * The column of a number.
     *
     * @param column its position, -1 where there is none
     * @param name what the table calls it, empty where there is none
     * @param measure what the number means
     */
    record Value(int column, String name, Measure measure) {

        private static Value of(List<String> names, @Nullable String asked) {
            int column = asked != null ? names.indexOf(asked) : first(names, PLAYS);
            if (asked == null && column < 0) {
                column = names.indexOf(RATING);
            }
            String name = column < 0 ? "" : names.get(column);
            return new Value(column, name, column < 0 || PLAYS.contains(name) ? Measure.PLAYS : Measure.RATINGS);
        }
    }

    static final List<String> USERS = List.of("user_id", "userid", "user", "playlist_id");
    static final List<String> SONG_IDS =
            List.of("song_id", "songid", "track_id", "trackid", "item_id", "itemid", "item", "artistid");
    static final List<String> SONG_NAMES = List.of("song", "track");
    private static final String RATING = "rating";
    static final List<String> PLAYS =
            List.of("plays", "play_count", "playcount", "listen_count", "weight", "listening_events");

    /** The columns of a header, by their names alone. */
    static TableColumns of(List<String> names) {
        return of(names, ImportOptions.auto());
    }

    /** The columns of a header; the request may name the column of the value. */
    static TableColumns of(List<String> names, ImportOptions options) {
        String asked = options.valueColumn() == null
                ? null
                : options.valueColumn().strip().toLowerCase(Locale.ROOT);
        int title = first(names, List.of("title"));
        int artist = first(names, List.of("artist"));
        int songId = first(names, SONG_IDS);
        int songName = first(names, SONG_NAMES);
        if (songId < 0 && (title >= 0 || artist < 0)) {
            // "song" beside a title, or without an artist, is an id; beside an artist it is the title.
            songId = songName;
        } else if (title < 0) {
            title = songName;
        }
        return new TableColumns(
                first(names, USERS),
                songId,
                Value.of(names, asked),
                title,
                artist,
                names.indexOf("album"),
                names.indexOf("timestamp"),
                names.contains(SpreadsheetCell.MARK));
    }

    boolean hasUser() {
        return user >= 0;
    }

    boolean hasSongId() {
        return songId >= 0;
    }

    boolean hasSong() {
        return hasSongId() || (title >= 0 && artist >= 0);
    }

    boolean hasValue() {
        return value.column() >= 0;
    }

    /** Says what is missing. */
    void requireComplete(String file, ImportOptions options) {
        if (!hasSong()) {
            throw new ImportException("%s has no column of songs: expected one of %s, %s, or title with artist."
                    .formatted(file, String.join(", ", SONG_NAMES), String.join(", ", SONG_IDS)));
        }
        if (!hasUser() && options.user() == null) {
            throw new ImportException("%s has no column of users: expected one of %s, or the user in the request."
                    .formatted(file, String.join(", ", USERS)));
        }
        if (options.valueColumn() != null && !hasValue()) {
            throw new ImportException("%s has no column %s.".formatted(file, options.valueColumn()));
        }
    }

    private static int first(List<String> names, List<String> wanted) {
        return wanted.stream()
                .mapToInt(names::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(-1);
    }
}
