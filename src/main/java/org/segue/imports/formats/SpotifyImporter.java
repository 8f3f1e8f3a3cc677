package org.segue.imports.formats;

import java.io.IOException;
import org.segue.imports.ImportOptions;

/**
 * Spotify's extended streaming history: an array of plays, {@code Streaming_History_Audio_….json} or {@code endsong_….json}.
 * Its time is the end of a play. Nothing is read of the address and the device that it tells as well.
 */
public final class SpotifyImporter implements HistoryImporter {

    /** What Spotify's files are called as a source. */
    static final String SPOTIFY = "spotify";

    /** A play below this is a skip; Spotify itself counts a stream from here on. */
    static final long HEARD_FROM_MS = 30_000;

    public static final String NO_SONG = "no song: a podcast, audiobook or video";
    static final String SKIP = "played for less than 30 seconds: kept as a skip";
    private static final String INCOGNITO = "listened to in private mode";

    private static final Format FORMAT = new Format("spotify-extended", SPOTIFY, Signature.json("ts", "ms_played"));

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
        if (!entry.has("ts") && !entry.has("ms_played")) {
            throw new BadRowException("neither ts nor ms_played: no play");
        }
        String title = entry.text("master_metadata_track_name");
        String artist = entry.text("master_metadata_album_artist_name");
        if (entry.isTrue("incognito_mode")) {
            sink.skipped(INCOGNITO);
        } else if (title == null || artist == null) {
            sink.skipped(NO_SONG);
        } else {
            long played = Fields.played("ms_played", entry.text("ms_played"));
            long start = Fields.time("ts", entry.text("ts")) - played / 1000;
            boolean isSkip = played < HEARD_FROM_MS;
            sink.listen(new ExternalListen(
                    user,
                    Fields.song(artist, title, entry.text("master_metadata_album_album_name")),
                    start,
                    0,
                    isSkip,
                    null));
        }
    }
}
