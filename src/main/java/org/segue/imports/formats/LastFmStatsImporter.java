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
        NamedOwner owner = new NamedOwner(file, options, "username");
        JsonEntries.read(
                file,
                sink,
                Set.of("scrobbles"),
                owner::read,
                entry -> sink.listen(ExternalListen.heard(
                        owner.user(),
                        Fields.song(
                                entry.text("artist", "artistName"),
                                entry.text("track", "trackName"),
                                entry.text("album", "albumName")),
                        Fields.time("date", entry.text("date")))));
    }
}
