package org.segue.imports.formats;

import java.io.IOException;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.SkipPhrase;

/**
 * Pano Scrobbler's own record, a line of JSON an event: {@code timeMs, artist, track, album, albumArtist, durationMs,
 * mediaPlayerName, event}. Only scrobbles are plays.
 */
final class PanoScrobblerImporter implements HistoryImporter {

    private static final String NO_SCROBBLE = SkipPhrase.NO_SCROBBLE.english();

    private static final Format FORMAT =
            new Format("pano-scrobbler", "pano-scrobbler", Signature.json("timeMs", "artist", "track"));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        JsonEntries.readLines(file, sink, line -> {
            if (!"scrobble".equals(line.text("event"))) {
                sink.skipped(NO_SCROBBLE);
                return;
            }
            ExternalSong song = Fields.song(line.text("artist"), line.text("track"), line.text("album"));
            ExternalSong measured = song.with(null, null, Fields.duration(line.text("durationMs"), 1));
            sink.listen(ExternalListen.heard(user, measured, Fields.time("timeMs", line.text("timeMs")))
                    .sentBy(line.text("mediaPlayerName"))
                    .saying(PlayInfo.of(measured)
                            .text("media_player", line.text("mediaPlayerName"))
                            .text("release_artist_name", line.text("albumArtist"))
                            .told()));
        });
    }
}
