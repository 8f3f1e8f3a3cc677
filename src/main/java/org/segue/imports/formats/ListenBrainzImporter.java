package org.segue.imports.formats;

import java.io.IOException;
import org.segue.imports.ImportOptions;

/**
 * The listens of a ListenBrainz export, {@code listens/YYYY/M.jsonl}: a listen a line. Whose they are is in {@code user.json}
 * beside them, see {@link ListenBrainzUserImporter}. Corrections of the API, {@code {"payload": {"listens": […]}}}, and what else
 * programs make of them are read as well; there each listen may name its user.
 */
final class ListenBrainzImporter implements HistoryImporter {

    /** What the files of an export are called. */
    static final String NAME = "listenbrainz-export";

    private static final Format FORMAT =
            new Format(NAME, ListenBrainzLine.LISTENBRAINZ, Signature.json("listened_at", "track_metadata"));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        JsonEntries.readAnywhere(file, sink, ListenBrainzLine.HOLDERS, line -> {
            if (line.isTrue("playing_now")) {
                sink.skipped(LastFmApiImporter.PLAYING_NOW);
                return;
            }
            ListenBrainzLine.artist(line, sink);
            sink.listen(new ExternalListen(
                            ListenBrainzLine.user(line, "user_name", file, options),
                            ListenBrainzLine.song(line),
                            Fields.time("listened_at", line.text("listened_at")),
                            0,
                            false,
                            ListenBrainzLine.msid(line))
                    .sentBy(ListenBrainzLine.client(line))
                    .saying(ListenBrainzLine.info(line)));
        });
    }
}
