package org.segue.imports.formats;

import java.io.IOException;
import java.util.Set;
import org.segue.imports.ImportOptions;

/** lastfmstats.com as JSON: {@code {username, scrobbles: [{track, artist, album, date}]}}, dates in milliseconds. */
final class LastFmStatsImporter implements HistoryImporter {

    private static final Format FORMAT = new Format(
            "lastfmstats-json",
            LastFmCsvImporter.LASTFM,
            Signature.json("scrobbles").butNot(Signature.json("maloja")));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        Owner owner = new Owner(file, options);
        JsonEntries.read(
                file,
                sink,
                Set.of("scrobbles"),
                owner::name,
                entry -> sink.listen(ExternalListen.heard(
                        owner.user(),
                        Fields.song(
                                entry.text("artist", "artistName"),
                                entry.text("track", "trackName"),
                                entry.text("album", "albumName")),
                        Fields.time("date", entry.text("date")))));
    }

    /** The user, whom the file names before the scrobbles; the request's where it does not. */
    private static final class Owner {
        private final HistoryFile file;
        private final ImportOptions options;
        private String name = "";

        Owner(HistoryFile file, ImportOptions options) {
            this.file = file;
            this.options = options;
        }

        void name(String property, String value) {
            if (property.equals("username")) {
                name = value;
            }
        }

        String user() throws BadRowException {
            return name.isBlank() ? Fields.user(file, options) : Fields.id("username", name);
        }
    }
}
