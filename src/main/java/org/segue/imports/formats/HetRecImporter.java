package org.segue.imports.formats;

import java.io.IOException;
import java.util.List;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;

/**
 * HetRec 2011 Last.fm 2K, {@code user_artists.dat}: {@code userID, artistID, weight}, tab-separated with a header. Its
 * "songs" are artists; their names are in {@code artists.dat}, see {@link HetRecArtistsImporter}.
 */
final class HetRecImporter implements HistoryImporter {

    /** What both files of the data set are called. */
    static final String HETREC = "hetrec";

    private static final List<String> HEADER = List.of("userid", "artistid", "weight");

    private static final Format FORMAT = new Format(HETREC, HETREC, Signature.header('\t', HEADER), true);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        Delimited.read(file, '\t', sink, fields -> {
            if (fields.getStartingLineNumber() == 1) {
                return;
            }
            if (fields.getFieldCount() != HEADER.size()) {
                throw new BadRowException(RowPhrase.HETREC.with(fields.getFieldCount()));
            }
            sink.interaction(
                    Fields.id("userID", fields.getField(0)),
                    new ExternalSong(Fields.id("artistID", fields.getField(1)), null, null, null),
                    Fields.plays("weight", fields.getField(2)));
        });
    }
}
