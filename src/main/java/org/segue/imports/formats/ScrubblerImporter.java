package org.segue.imports.formats;

import java.io.IOException;
import java.util.List;
import org.segue.imports.ImportOptions;

/**
 * What Last.fm Scrubbler saves: {@code Artist, Album, Track, Timestamp}, and perhaps {@code AlbumArtist} and {@code Duration},
 * without a header; with one it is a table like others. The dates are as the computer writes them.
 */
final class ScrubblerImporter implements HistoryImporter {

    private static final List<String> HEADER =
            List.of("Artist", "Album", "Track", "Timestamp", "AlbumArtist", "Duration");

    private static final int FEWEST = 4;

    private static final Format FORMAT = new Format(
            "scrubbler",
            LastFmCsvImporter.LASTFM,
            Signature.start(ScrubblerImporter::isOne).butNot(TableImporter.SIGNATURE));

    @Override
    public Format format() {
        return FORMAT;
    }

    // A title can be a number: a time has something between its numbers.
    private static boolean isOne(FileHead head) {
        String line = head.firstLine();
        if (line.length() > 2000 || line.startsWith("{") || line.startsWith("[")) {
            return false;
        }
        List<String> fields = TableLayout.fields(line, ',');
        return fields.size() >= FEWEST
                && fields.size() <= HEADER.size()
                && fields.get(FEWEST - 1).indexOf(':') > 0
                && isDate(fields.get(FEWEST - 1));
    }

    private static boolean isDate(String field) {
        return DateText.read(field, null) != null || DateText.isOpen(field);
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        int count = TableLayout.fields(file.head().firstLine(), ',').size();
        TableImporter.read(file, TableLayout.of(',', -1, HEADER.subList(0, count)), options, sink);
    }
}
