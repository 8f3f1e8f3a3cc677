package org.segue.imports.formats;

import java.io.IOException;
import java.util.List;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;

/**
 * lastfmstats.com as CSV: {@code Artist;Album;AlbumId;Track;Date#user}, dates in milliseconds. The header names the user.
 */
final class LastFmStatsCsvImporter implements HistoryImporter {

    private static final List<String> START = List.of("artist", "album", "albumid", "track");
    private static final String DATE = "date#";

    private static final Format FORMAT = new Format(
            "lastfmstats-csv",
            LastFmCsvImporter.LASTFM,
            Signature.header(
                    ';',
                    names -> names.size() == 5
                            && names.subList(0, 4).equals(START)
                            && names.get(4).startsWith("date")));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = user(file, options);
        Delimited.read(file, ';', sink, fields -> {
            if (fields.getStartingLineNumber() == 1) {
                return;
            }
            if (fields.getFieldCount() < 5) {
                throw new BadRowException(RowPhrase.FIVE.with(fields.getFieldCount()));
            }
            sink.listen(ExternalListen.heard(
                    user,
                    Fields.song(fields.getField(0), fields.getField(3), fields.getField(1)),
                    Fields.time("date", fields.getField(4))));
        });
    }

    private static String user(HistoryFile file, ImportOptions options) throws IOException {
        String header = file.head().firstLine();
        String date = header.substring(header.lastIndexOf(';') + 1).strip().replace("\"", "");
        if (date.length() <= DATE.length()) {
            return Fields.user(file, options);
        }
        try {
            return Fields.id("user", date.substring(DATE.length()));
        } catch (BadRowException e) {
            throw new ImportException(ImportPhrase.HEADER_WITHOUT_USER.with(file.name(), e.reason()));
        }
    }
}
