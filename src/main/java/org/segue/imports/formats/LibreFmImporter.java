package org.segue.imports.formats;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportOptions;

/**
 * The table that Libre.fm exports: lines that say so, then rows between commas, below a header or below none. Without one a row is
 * {@code time, artist, track, album}, or {@code user, artist, track, album, time}. Its loved tracks are in the shape of Last.fm,
 * see {@link LastFmApiImporter}.
 */
final class LibreFmImporter implements HistoryImporter {

    private static final String MARK = "data export from libre.fm";
    private static final int LINES_LOOKED_AT = 20;

    private static final List<String> TIME_FIRST = List.of("timestamp", "artist", "track", "album");
    private static final List<String> TIME_LAST = List.of("userid", "artist", "track", "album", "timestamp");

    private static final Format FORMAT = new Format(
            "librefm",
            "librefm",
            Signature.start(head -> head.lines().stream()
                    .limit(LINES_LOOKED_AT)
                    .anyMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains(MARK))));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        TableLayout layout = layout(file.head());
        if (layout != null) {
            TableImporter.read(file, layout, options, sink);
        }
    }

    // Null if there is nothing below what it says of itself.
    private static @Nullable TableLayout layout(FileHead head) {
        Optional<TableLayout> withHeader = TableLayout.find(head);
        if (withHeader.isPresent()) {
            return withHeader.get();
        }
        for (int line = 0; line < head.lines().size(); line++) {
            String text = head.lines().get(line);
            if (!text.isBlank() && !text.strip().startsWith("#")) {
                List<String> fields = TableLayout.fields(text, ',');
                return TableLayout.of(',', line - 1, isTime(fields.get(0)) ? TIME_FIRST : TIME_LAST);
            }
        }
        return null;
    }

    private static boolean isTime(String field) {
        return field.strip().matches("\\d{9,11}");
    }
}
