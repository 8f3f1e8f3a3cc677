package org.segue.imports.formats;

import java.io.IOException;
import org.segue.imports.ImportOptions;

/** ListenBrainz's public dump, {@code listens/YYYY/M.listens}: a listen a line, each with its user. */
final class ListenBrainzDumpImporter implements HistoryImporter {

    private static final Format FORMAT = new Format(
            "listenbrainz-dump",
            ListenBrainzLine.LISTENBRAINZ,
            Signature.json("timestamp", "user_name", "track_metadata"));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        JsonEntries.readAnywhere(
                file,
                sink,
                ListenBrainzLine.HOLDERS,
                line -> sink.listen(ExternalListen.heard(
                        Fields.id("user_name", line.text("user_name")),
                        ListenBrainzLine.song(line),
                        Fields.time("timestamp", line.text("timestamp")))));
    }
}
