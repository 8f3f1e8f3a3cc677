package org.segue.imports.formats;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.SpotifyTrackRepository;
import org.segue.imports.ImportOptions;
import org.segue.imports.SkipPhrase;
import org.segue.listens.Measure;
import org.segue.text.SpreadsheetCell;

/** The rows of one table. For one thread. */
final class TableRows {

    private static final String NOTHING = SkipPhrase.EMPTY_ROW.english();
    private static final String HEADER_AGAIN = SkipPhrase.HEADER_AGAIN.english();
    private static final String NO_PLAY = SkipPhrase.NO_PLAY.english();
    private static final Set<String> PLAYS = Set.of("scrobble", "scrobbled", "play", "played", "listen", "listened");

    /** A day has no room for more plays of thirty seconds. */
    private static final int MAX_AT_ONCE = 2880;

    /** Less is a skip. */
    private static final long MIN_MILLIS = 30_000;

    private final HistoryFile file;
    private final TableLayout layout;
    private final TableColumns columns;
    private final ImportOptions options;
    private final RowSink sink;
    private final @Nullable DateColumn dates;
    private final TableTimes times;

    TableRows(HistoryFile file, TableLayout layout, TableColumns columns, ImportOptions options, RowSink sink) {
        this.file = file;
        this.layout = layout;
        this.columns = columns;
        this.options = options;
        this.sink = sink;
        this.times = new TableTimes(columns);
        this.dates = columns.has(Column.TIME)
                ? new DateColumn(file.name(), columns.name(Column.TIME), this::forEachDate, options, sink::note)
                : null;
    }

    private void forEachDate(Consumer<String> taker) throws IOException {
        file.again(again ->
                Delimited.read(again, layout.dialect(again.head()), (name, line, reason) -> {}, (line, row) -> {
                    String date = row.getFieldCount() > columns.count() ? null : times.date(row);
                    if (date != null) {
                        taker.accept(date);
                    }
                }));
    }

    void read(long line, CsvRecord row) throws BadRowException {
        if (row.getFieldCount() > columns.count()) {
            throw new BadRowException(RowPhrase.HEADER.with(
                    row.getFieldCount(), columns.count(), Fields.shortened(String.join(", ", layout.header()))));
        }
        String reason = unwanted(row);
        if (reason != null) {
            sink.skipped(reason);
            return;
        }
        String user = user(row);
        ExternalSong song = song(row);
        double value = value(row);
        DateColumn.Start start = start(row);
        if (start == null) {
            sink.interaction(user, song, value);
        } else {
            Long played = times.played(row);
            long began = columns.has(Column.END) && played != null ? start.seconds() - played / 1000 : start.seconds();
            boolean isSkipped = played != null && played < MIN_MILLIS;
            sink.listens(
                    new ExternalListen(user, song, began, value == 1 ? start.spread() : 0, isSkipped, null)
                            .saying(info(row, song)),
                    plays(row, value));
        }
        if (song.id() != null && song.title() != null) {
            sink.song(song);
        }
        String track = SpotifyTrackRepository.uri(field(row, columns.spotifyTrack()));
        if (track != null && !track.equals(song.id())) {
            sink.track(song, track);
        }
    }

    private @Nullable String info(CsvRecord row, ExternalSong song) throws BadRowException {
        String ofAlbum = Fields.text(field(row, columns.albumArtist()));
        return ofAlbum == null || ofAlbum.equals(song.artist())
                ? null
                : PlayInfo.of(song).text("release_artist_name", ofAlbum).told();
    }

    private String user(CsvRecord row) throws BadRowException {
        if (!columns.hasUser()) {
            return Objects.requireNonNull(options.user(), "checked by requireComplete");
        }
        String named = field(row, Column.USER);
        String listener = options.listener();
        return listener != null && (named == null || isBlank(named)) ? listener : Fields.id("user", named);
    }

    // Of spaces of all kinds: those that do not break a line are none to String.isBlank.
    private static boolean isBlank(String field) {
        return field.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private @Nullable String unwanted(CsvRecord row) {
        if (row.getField(0).endsWith(layout.header().get(0)) && isHeader(row)) {
            return HEADER_AGAIN;
        }
        if (row.getField(0).isBlank() && row.getFields().stream().allMatch(String::isBlank)) {
            return NOTHING;
        }
        String event = columns.has(Column.EVENT) ? field(row, Column.EVENT) : null;
        return event == null || event.isBlank() || PLAYS.contains(Column.plain(event)) ? null : NO_PLAY;
    }

    private boolean isHeader(CsvRecord row) {
        for (int place = 0; place < row.getFieldCount(); place++) {
            if (!Column.plain(row.getField(place))
                    .equals(Column.plain(layout.header().get(place)))) {
                return false;
            }
        }
        return row.getFieldCount() == columns.count();
    }

    private ExternalSong song(CsvRecord row) throws BadRowException {
        String artist = field(row, Column.ARTIST);
        String title = field(row, Column.TITLE);
        String id = field(row, Column.SONG_ID);
        if (columns.takesArtists()) {
            return new ExternalSong(Fields.id("artist", artist), Fields.text(artist), null, null);
        }
        boolean isNamed = Fields.text(artist) != null && Fields.text(title) != null;
        ExternalSong song = columns.hasSongId() && (Fields.text(id) != null || !isNamed)
                ? new ExternalSong(
                        Fields.id("song", id),
                        Fields.text(title),
                        Fields.text(artist),
                        Fields.text(field(row, Column.ALBUM)))
                : Fields.song(artist, title, field(row, Column.ALBUM));
        return song.with(
                RecordingIds.mbid(field(row, Column.MBID)),
                RecordingIds.isrc(field(row, Column.ISRC)),
                times.length(row));
    }

    private double value(CsvRecord row) throws BadRowException {
        if (!columns.hasValue()) {
            return 1;
        }
        String name = columns.valueName();
        String field = field(row, columns.value());
        String text = field == null ? "" : field;
        boolean isCount = columns.measure() == Measure.PLAYS;
        Double number = Numbers.read(text, isCount, layout.separator() == ';');
        if (number == null) {
            throw new BadRowException(RowPhrase.NUMBER.with(name, Fields.shown(text)));
        }
        return isCount ? Fields.plays(name, text, number) : Fields.rating(name, text, number);
    }

    private DateColumn.@Nullable Start start(CsvRecord row) throws BadRowException {
        String date = dates == null ? null : times.date(row);
        return dates == null || date == null ? null : dates.read(date);
    }

    private int plays(CsvRecord row, double value) throws BadRowException {
        if (value != Math.rint(value) || value > MAX_AT_ONCE) {
            String text = String.valueOf(field(row, columns.value()));
            throw new BadRowException(RowPhrase.AT_ONCE.with(columns.valueName(), Fields.shown(text), MAX_AT_ONCE));
        }
        return (int) value;
    }

    private @Nullable String field(CsvRecord row, Column column) {
        return field(row, columns.place(column));
    }

    private @Nullable String field(CsvRecord row, int place) {
        if (place < 0 || place >= row.getFieldCount()) {
            return null;
        }
        String field = row.getField(place);
        return columns.isSegues() ? SpreadsheetCell.unescape(field) : unquoted(field);
    }

    // A tab-separated table that shows nowhere at its start that it quotes may do so further down.
    private String unquoted(String field) {
        return layout.separator() == '\t' && field.indexOf("\"\"") >= 0 ? Delimited.unquoted(field) : field;
    }
}
