package org.segue.imports.formats;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;

/**
 * Maloja's export: {@code {maloja: {…}, scrobbles: [{time, track: {artists, title, album, length}, …}]}}. The first artist is
 * the song's, the others are guests.
 */
final class MalojaImporter implements HistoryImporter {

    private static final String MALOJA = "maloja";

    private static final Format FORMAT =
            new Format(MALOJA, MALOJA, Signature.json(MALOJA).or(Signature.json("scrobbles", "time", "artists")));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        JsonEntries.read(file, sink, Set.of("scrobbles"), (name, value) -> {}, entry -> {
            JsonEntry track = entry.object("track");
            ExternalSong song = Fields.song(Fields.credit(track.texts("artists")), track.text("title"), album(track));
            ExternalSong measured = song.with(null, null, Fields.duration(track.text("length"), 1000));
            sink.listen(ExternalListen.heard(user, measured, Fields.time("time", entry.text("time")))
                    .sentBy(entry.text("origin"))
                    .saying(PlayInfo.of(measured)
                            .text("submission_client", entry.text("origin"))
                            .names("artist_names", track.texts("artists"))
                            .told()));
        });
    }

    private static @Nullable String album(JsonEntry track) {
        String plain = track.text("album");
        return plain != null ? plain : track.object("album").text("albumtitle", "name");
    }
}
