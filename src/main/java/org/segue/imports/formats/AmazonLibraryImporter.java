package org.segue.imports.formats;

import java.io.IOException;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;

/** {@code library.csv} of the data that Amazon sends: the names of the artists that {@link AmazonMusicImporter} needs. */
final class AmazonLibraryImporter implements HistoryImporter {

    private static final Format FORMAT = new Format(
            AmazonMusicImporter.AMAZON,
            AmazonMusicImporter.AMAZON,
            NamedColumns.signature("artistasin", "artistname").butNot(NamedColumns.signature("consumptiondurationms")));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean isReadFirst() {
        return true;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        AmazonArtists artists = file.companions().told(AmazonArtists.class, AmazonArtists::new);
        NamedColumns.read(file, sink, (columns, row) -> {
            String asin = Fields.text(columns.field(row, "artistasin"));
            String name = Fields.text(columns.field(row, "artistname"));
            if (asin != null && name != null) {
                artists.tell(asin, name);
            }
        });
        sink.note(ImportPhrase.ONLY_ARTIST_NAMES.with(file.name()));
    }
}
