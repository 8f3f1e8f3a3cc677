package org.segue.playlists;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists as tables (RFC 4180), every cell in quotes. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe, which makes it a text there.
 */
final class Csv {

    private static final List<String> HEADER =
            List.of("position", "title", "artist", "album", "duration_ms", "isrc", "recording_mbid", "song");

    private Csv() {}

    static String of(PlaylistDocument list) {
        StringBuilder text = new StringBuilder(row(HEADER.stream()));
        int position = 0;
        for (Track track : list.tracks()) {
            position++;
            text.append(row(Stream.of(
                    String.valueOf(position),
                    track.title(),
                    track.artist(),
                    or(track.album()),
                    track.durationMs() == null ? "" : String.valueOf(track.durationMs()),
                    or(track.isrc()),
                    or(track.mbid()),
                    track.song())));
        }
        return text.toString();
    }

    private static String or(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String row(Stream<String> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
