package org.segue.imports.formats;

import java.io.IOException;
import org.segue.imports.ImportOptions;
import org.segue.listens.SameListen;

/**
 * The year of streaming history in Spotify's account data: {@code StreamingHistory….json}, an array. It tells the minute in
 * which a play ended.
 */
final class SpotifyAccountImporter implements HistoryImporter {

    private static final Format FORMAT =
            new Format("spotify-account", SpotifyImporter.SPOTIFY, Signature.json("endTime", "msPlayed"));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        JsonEntries.readArray(file, sink, entry -> read(entry, user, sink));
    }

    private static void read(JsonEntry entry, String user, RowSink sink) throws BadRowException {
        String title = entry.text("trackName");
        String artist = entry.text("artistName");
        if ((title == null || artist == null) && entry.has("endTime")) {
            sink.skipped(SpotifyImporter.NO_SONG);
            return;
        }
        long played = Fields.played("msPlayed", entry.text("msPlayed"));
        long start = Fields.time("endTime", entry.text("endTime")) - played / 1000;
        sink.listen(new ExternalListen(
                user,
                Fields.song(artist, title, null),
                start,
                SameListen.WIDEST_SPREAD,
                played < SpotifyImporter.HEARD_FROM_MS,
                null));
    }
}
