package org.segue.imports.formats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportOptions;
import org.segue.imports.formats.ChosenColumns.OfTable;
import org.segue.listens.Measure;
import org.segue.text.SpreadsheetCell;

/** Which column of a table holds what, by the names in its header. */
final class TableColumns {

    private static final int NONE = -1;
    private static final String TRACK = "track";
    private static final String ARTIST_ID = "artistid";

    /** Columns of Spotify's tracks. */
    private static final List<String> SPOTIFY =
            List.of("spotifytrackuri", "trackuri", "spotifyuri", "spotifyid", "spotifytrackid");

    private final List<String> header;
    private final List<String> names;
    /** Position of each that is used, by ordinal: each row asks for most of them. */
    private final int[] places = new int[Column.values().length];

    private final Map<Column, Integer> chosen;
    private final boolean isSegues;
    private final boolean takesArtists;
    private final BitSet usedPlaces;
    private int value;
    private int albumArtist = NONE;
    private int spotifyTrack = NONE;
    private Measure measure = Measure.PLAYS;

    private TableColumns(List<String> header, OfTable chosen, @Nullable String valueColumn) {
        this.header = header;
        Arrays.fill(places, NONE);
        this.chosen = ChosenColumns.used(chosen.meanings());
        isSegues = header.stream().map(Column::plain).anyMatch(SpreadsheetCell.MARK::equals);
        this.names = names(Column::plain, chosen);
        List<String> shortNames = names(TableColumns::withoutBrackets, chosen);
        for (Column column : Column.values()) {
            use(column, first(column.names(), names));
            if (!has(column)) {
                use(column, first(column.names(), shortNames));
            }
        }
        this.chosen.forEach(this::use);
        chooseSong();
        chooseValue(valueColumn);
        chooseTime();
        takesArtists = !hasSongId() && !has(Column.TITLE) && has(Column.ARTIST) && hasUser() && hasValue();
        usedPlaces = usedPlaces();
    }

    /** The columns of a header, by what is said of them and by their names. */
    static TableColumns of(List<String> header, OfTable chosen) {
        return new TableColumns(header, chosen, null);
    }

    /** The same; the request may name the column of the value. */
    static TableColumns of(List<String> header, OfTable chosen, ImportOptions options) {
        return new TableColumns(header, chosen, options.valueColumn());
    }

    // What is said of a column counts more than its name.
    private List<String> names(UnaryOperator<String> name, OfTable chosenOnes) {
        return IntStream.range(0, header.size())
                .mapToObj(place -> chosenOnes.meanings().containsKey(place) ? "" : name.apply(header.get(place)))
                .toList();
    }

    // "Date (UTC)", "Artist Name(s)".
    private static String withoutBrackets(String name) {
        int bracket = name.indexOf('(');
        return Column.plain(bracket > 0 ? name.substring(0, bracket) : name);
    }

    private static int first(List<String> wanted, List<String> named) {
        return wanted.stream()
                .mapToInt(named::indexOf)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(NONE);
    }

    private void chooseSong() {
        useInstead(Column.ALBUM_ARTIST, Column.ARTIST);
        if (is(Column.SONG_ID, ARTIST_ID) && (has(Column.TITLE) || has(Column.SONG) || has(Column.NAME))) {
            leaveOut(Column.SONG_ID);
        }
        // "song" beside a title, or without an artist, is an id; beside an artist it is the title.
        if (has(Column.ARTIST) || has(Column.SONG_ID)) {
            useInstead(Column.SONG, Column.TITLE);
            useInstead(Column.NAME, Column.TITLE);
        }
        boolean isNamed = has(Column.ARTIST) && has(Column.TITLE);
        // A track beside artist and title is its number on the album.
        if (!isNamed || !is(Column.SONG, TRACK)) {
            useInstead(Column.SONG, Column.SONG_ID);
        }
        if (!isNamed) {
            useInstead(Column.ADDRESS, Column.SONG_ID);
        }
        albumArtist = place(Column.ALBUM_ARTIST);
        spotifyTrack = SPOTIFY.stream()
                .mapToInt(names::indexOf)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(NONE);
        List.of(Column.ALBUM_ARTIST, Column.SONG, Column.NAME, Column.ADDRESS).forEach(this::leaveOut);
    }

    private void chooseValue(@Nullable String asked) {
        boolean isRatingChosen = chosen.containsKey(Column.RATING);
        boolean isNamed = asked == null || isRatingChosen || chosen.containsKey(Column.PLAYS);
        value = isNamed ? place(isRatingChosen ? Column.RATING : Column.PLAYS) : asked(String.valueOf(asked));
        if (isNamed && value == NONE) {
            value = place(Column.RATING);
        }
        boolean isPlays = value == chosen.getOrDefault(Column.PLAYS, NONE)
                || (value != NONE && Column.PLAYS.names().contains(names.get(value)));
        boolean isRating = value != NONE && !isPlays;
        measure = isRating ? Measure.RATINGS : Measure.PLAYS;
        leaveOut(Column.PLAYS);
        leaveOut(Column.RATING);
    }

    private int asked(String name) {
        int same = header.stream().map(field -> field.strip()).toList().indexOf(name.strip());
        return same >= 0 ? same : names.indexOf(Column.plain(name));
    }

    private void chooseTime() {
        boolean hasEnd = !has(Column.TIME) && has(Column.END);
        useInstead(Column.END, Column.TIME);
        if (!hasEnd || (!has(Column.PLAYED_MS) && !has(Column.PLAYED_SECONDS))) {
            leaveOut(Column.END);
        } else {
            use(Column.END, place(Column.TIME));
        }
        boolean hasDay = !has(Column.TIME) && has(Column.DATE);
        useInstead(Column.DATE, Column.TIME);
        useInstead(Column.CLOCK, Column.TIME);
        if (!hasValue()) {
            useInstead(Column.LAST_PLAYED, Column.TIME);
        }
        leaveOut(Column.DATE);
        leaveOut(Column.LAST_PLAYED);
        if (!hasDay && !chosen.containsKey(Column.CLOCK)) {
            leaveOut(Column.CLOCK);
        }
        if (measure == Measure.RATINGS) {
            List.of(Column.TIME, Column.END, Column.CLOCK).forEach(this::leaveOut);
        }
    }

    // Only where the other has no column of its own.
    private void useInstead(Column from, Column to) {
        if (has(from) && !has(to)) {
            use(to, place(from));
            leaveOut(from);
        }
    }

    private void use(Column column, int place) {
        if (place != NONE) {
            places[index(column)] = place;
        }
    }

    private void leaveOut(Column column) {
        places[index(column)] = NONE;
    }

    private boolean is(Column column, String name) {
        return has(column) && names.get(place(column)).equals(name);
    }

    /** Position of a column, negative if there is none. */
    int place(Column column) {
        return places[index(column)];
    }

    // In memory alone, and quicker than a map.
    @SuppressWarnings("EnumOrdinal")
    private static int index(Column column) {
        return column.ordinal();
    }

    /** Position of the artist of the album beside one of the song, negative if there is none. */
    int albumArtist() {
        return albumArtist;
    }

    /** Position of what Spotify calls the song, negative if there is none. */
    int spotifyTrack() {
        return spotifyTrack;
    }

    /** Whether there is such a column. */
    boolean has(Column column) {
        return place(column) >= 0;
    }

    /** How many columns the table has. */
    int count() {
        return header.size();
    }

    /** What the table calls a column. */
    String name(Column column) {
        return name(place(column));
    }

    private String name(int place) {
        return header.get(place).strip();
    }

    /** Position of plays or ratings, negative if there is none. */
    int value() {
        return value;
    }

    /** What the table calls the column of plays or ratings. */
    String valueName() {
        return name(value);
    }

    /** What the values mean. */
    Measure measure() {
        return measure;
    }

    /** Whether the texts are {@link SpreadsheetCell}s: a table of Segue's own says so. */
    boolean isSegues() {
        return isSegues;
    }

    /** Whether users and plays are of artists alone, as in some data sets: there the artists are what is listened to. */
    boolean takesArtists() {
        return takesArtists;
    }

    boolean hasUser() {
        return has(Column.USER);
    }

    boolean hasSongId() {
        return has(Column.SONG_ID);
    }

    boolean hasSong() {
        return hasSongId() || (has(Column.TITLE) && has(Column.ARTIST)) || takesArtists;
    }

    boolean hasValue() {
        return value >= 0;
    }

    /** How many columns are used. */
    int used() {
        return usedPlaces.cardinality();
    }

    /** Positions of the columns that are used. Nobody changes it. */
    BitSet places() {
        return usedPlaces;
    }

    /** The names of all columns, as they are written. */
    List<String> header() {
        return header;
    }

    private BitSet usedPlaces() {
        BitSet used = new BitSet();
        IntStream.concat(IntStream.of(places), IntStream.of(value, spotifyTrack))
                .filter(place -> place >= 0)
                .forEach(used::set);
        if (isSegues) {
            used.set(header.stream().map(Column::plain).toList().indexOf(SpreadsheetCell.MARK));
        }
        return used;
    }
}
