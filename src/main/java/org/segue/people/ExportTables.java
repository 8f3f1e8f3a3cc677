package org.segue.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.listens.CountedPlays;
import org.segue.text.SpreadsheetCell;

/** Tables of play counts and ratings, in the form that a table is imported in; the texts are {@link SpreadsheetCell}s. */
final class ExportTables {

    private static final List<String> TEXTS = List.of("user", "song_id", "title", "artist", "album");

    /** Quotes the texts, but neither the header nor the numbers at the end of a row. */
    private static final QuoteStrategy QUOTES = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return line > 1 && field < TEXTS.size();
        }
    };

    private final ExportZip files;
    private final User user;
    private final Map<Integer, Song> songs;

    /** @param songs the songs that the tables are of, by key */
    ExportTables(ExportZip files, User user, Map<Integer, Song> songs) {
        this.files = files;
        this.user = user;
        this.songs = songs;
    }

    /** Writes a table; without a row there is no file. */
    void write(String name, String column, List<CountedPlays> counts, Function<CountedPlays, @Nullable Double> value)
            throws IOException {
        List<List<String>> rows = counts.stream()
                .filter(counted -> songs.containsKey(counted.songId()) && value.apply(counted) != null)
                .map(counted -> row(
                        Objects.requireNonNull(songs.get(counted.songId())),
                        Objects.requireNonNull(value.apply(counted))))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        files.open(name);
        CsvWriter table = CsvWriter.builder()
                .quoteStrategy(QUOTES)
                .lineDelimiter(LineDelimiter.LF)
                .build(files.stream());
        table.writeRecord(Stream.concat(TEXTS.stream(), Stream.of(column, SpreadsheetCell.MARK))
                .toList());
        rows.forEach(table::writeRecord);
        table.flush();
    }

    private List<String> row(Song song, double value) {
        boolean isDescribed = !song.title().equals(song.publicId());
        return List.of(
                SpreadsheetCell.escape(user.name()),
                SpreadsheetCell.escape(song.publicId()),
                SpreadsheetCell.escape(isDescribed ? song.title() : ""),
                SpreadsheetCell.escape(Objects.requireNonNullElse(song.artist(), "")),
                SpreadsheetCell.escape(Objects.requireNonNullElse(song.album(), "")),
                number(value),
                SpreadsheetCell.VERSION);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
