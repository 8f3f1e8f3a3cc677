package org.segue.imports.formats;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.imports.ImportOptions;

/**
 * Last.fm as its API tells it, {@code user.getRecentTracks}: one answer, or an array of pages as mainstream.ghan.nl saves
 * them. A page with a single track has an object in place of the array.
 */
final class LastFmApiImporter implements HistoryImporter {

    static final String PLAYING_NOW = "still playing when the file was made";

    private static final Format FORMAT = new Format(
            "lastfm-json",
            LastFmCsvImporter.LASTFM,
            Signature.json("track", "#text").or(Signature.json("recenttracks")));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        JsonEntries.read(file, sink, Set.of("track"), (name, value) -> {}, entry -> read(entry, user, sink));
    }

    private static void read(JsonEntry track, String user, RowSink sink) throws BadRowException {
        if (track.object("@attr").isTrue("nowplaying")) {
            sink.skipped(PLAYING_NOW);
            return;
        }
        ExternalSong song = Fields.song(named(track, "artist"), track.text("name"), named(track, "album"));
        String time = track.object("date").text("uts");
        sink.listen(ExternalListen.heard(
                user, song.with(RecordingIds.mbid(track.text("mbid")), null, null), Fields.time("date.uts", time)));
    }

    // The extended form of the API has "name" where the short one has "#text".
    private static @Nullable String named(JsonEntry track, String what) {
        String plain = track.text(what);
        return plain != null ? plain : track.object(what).text("#text", "name");
    }
}
