package org.segue.playlists;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.text.SpreadsheetCell;

/** Lists as tables (RFC 4180), every cell in quotes and a {@link SpreadsheetCell}. */
final class Csv {

    private static final List<String> HEADER =
            List.of("position", "title", "artist", "album", "duration_ms", "isrc", "recording_mbid", "song");

    private Csv() {}

    static String of(PlaylistDocument list) {
        StringWriter text = new StringWriter();
        CsvWriter table = CsvWriter.builder()
                .bufferSize(0)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(text);
        table.writeRecord(HEADER);
        int position = 0;
        for (Track track : list.tracks()) {
            position++;
            table.writeRecord(Stream.of(
                            position,
                            track.song().title(),
                            track.song().artist(),
                            track.song().album(),
                            track.durationMs(),
                            track.ids().isrc(),
                            track.ids().mbid(),
                            track.song().publicId())
                    .map(Csv::cell)
                    .toList());
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        return SpreadsheetCell.safe(Objects.toString(value, ""));
    }
}
