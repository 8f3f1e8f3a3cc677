package org.segue.imports.formats;

import java.io.IOException;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;

/**
 * HetRec 2011 Last.fm 2K, {@code artists.dat}: {@code id, name, url, pictureURL}, tab-separated with a header; the names
 * of what {@link HetRecImporter} counts plays of.
 */
final class HetRecArtistsImporter implements HistoryImporter {

    private static final Format FORMAT = new Format(
            HetRecImporter.HETREC,
            HetRecImporter.HETREC,
            Signature.firstLine(line -> line.startsWith("id\tname\turl")),
            true);

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
            if (fields.getFieldCount() < 2) {
                throw new BadRowException(RowPhrase.ID_AND_NAME.with());
            }
            // No artist beside the title: here the artist is what is listened to.
            sink.song(
                    new ExternalSong(Fields.id("id", fields.getField(0)), Fields.text(fields.getField(1)), null, null));
        });
    }
}
