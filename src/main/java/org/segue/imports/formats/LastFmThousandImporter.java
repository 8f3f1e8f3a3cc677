package org.segue.imports.formats;

import java.io.IOException;
import java.util.regex.Pattern;
import org.segue.catalog.RecordingIds;
import org.segue.imports.ImportOptions;

/**
 * The data set Last.fm 1K, {@code userid-timestamp-artid-artname-traid-traname.tsv}: user, time, artist's MusicBrainz id, artist,
 * recording's id and title between tabs, without a header.
 */
final class LastFmThousandImporter implements HistoryImporter {

    private static final int FIELDS = 6;

    private static final Pattern ROW = Pattern.compile(
            "user_\\d{6}\\t\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\t[^\\t]*\\t[^\\t]*\\t[^\\t]*\\t.*");

    private static final Format FORMAT = new Format(
            "lastfm-1k",
            "lastfm-1k",
            Signature.firstLine(line -> ROW.matcher(line).matches()));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        Delimited.read(file, '\t', sink, fields -> {
            if (fields.getFieldCount() != FIELDS) {
                throw new BadRowException(RowPhrase.LASTFM_THOUSAND.with(fields.getFieldCount()));
            }
            sink.listen(ExternalListen.heard(
                    Fields.id("user", fields.getField(0)),
                    Fields.song(fields.getField(3), fields.getField(5), null)
                            .with(RecordingIds.mbid(fields.getField(4)), null, null),
                    Fields.time("time", fields.getField(1))));
        });
    }
}
