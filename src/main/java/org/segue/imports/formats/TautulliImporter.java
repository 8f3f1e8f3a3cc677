package org.segue.imports.formats;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.SkipPhrase;

/**
 * Plex by Tautulli: answers of {@code get_history}, {@code {"response": {"data": {"data": [{started, play_duration,
 * percent_complete, user, title, parent_title, grandparent_title, original_title, media_type}]}}}}. The parent is the album, its
 * parent the artist, unless the song has one of its own. Thirty seconds, or half of a song, are a listen.
 */
final class TautulliImporter implements HistoryImporter {

    static final String NO_SONG = SkipPhrase.PHOTO.english();

    private static final double HALF = 50;

    private static final Format FORMAT =
            new Format("tautulli", "tautulli", Signature.json("grandparent_title", "parent_title", "started"));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        JsonEntries.readAnywhere(file, sink, Set.of("response", "data"), play -> {
            String type = play.text("media_type");
            if (type != null && !type.equals("track")) {
                sink.skipped(NO_SONG);
                return;
            }
            String own = Fields.text(play.text("original_title"));
            String ofAlbum = play.text("grandparent_title");
            ExternalSong song = Fields.song(own == null ? ofAlbum : own, play.text("title"), play.text("parent_title"));
            long time = Fields.time("started", play.text("started"));
            sink.listen(new ExternalListen(user(play, file, options), song, time, 0, isSkipped(play), null)
                    .saying(PlayInfo.of(song)
                            .text("release_artist_name", own == null ? null : ofAlbum)
                            .text("tracknumber", play.text("media_index"))
                            .told()));
        });
    }

    private static String user(JsonEntry play, HistoryFile file, ImportOptions options) throws BadRowException {
        String named = play.text("user", "friendly_name");
        return named == null || named.isBlank() ? Fields.user(file, options) : Fields.id("user", named);
    }

    private static boolean isSkipped(JsonEntry play) throws BadRowException {
        String played = play.text("play_duration", "duration");
        return played != null
                && Fields.playedSeconds("play_duration", played) < SpotifyImporter.HEARD_FROM_MS
                && percent(play.text("percent_complete")) < HALF;
    }

    private static double percent(@Nullable String field) {
        Double number = field == null ? null : Numbers.read(field, false, false);
        return number == null ? 0 : number;
    }
}
