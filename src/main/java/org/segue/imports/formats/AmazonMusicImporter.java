package org.segue.imports.formats;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportOptions;

/**
 * {@code listening.csv} of the data that Amazon sends: {@code timestamp, asin, title, artistAsin, consumptionDurationMs,
 * terminationReason}. It numbers artists; their names are in {@code library.csv}, see {@link AmazonLibraryImporter}. Thirty seconds
 * of a song, or all of it, are a listen.
 */
final class AmazonMusicImporter implements HistoryImporter {

    /** What Amazon's files are called as a source. */
    static final String AMAZON = "amazon-music";

    private static final String PLAYED = "consumptiondurationms";

    private static final Format FORMAT =
            new Format(AMAZON, AMAZON, NamedColumns.signature("timestamp", "title", "artistasin", PLAYED));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        AmazonArtists artists = file.companions().told(AmazonArtists.class, AmazonArtists::new);
        DateColumn dates = NamedColumns.dates(file, "timestamp", options, sink);
        NamedColumns.read(file, sink, (columns, row) -> {
            String played = columns.field(row, PLAYED);
            boolean isWhole = "trackFinished".equals(columns.field(row, "terminationreason"));
            sink.listen(new ExternalListen(
                    user,
                    Fields.song(artist(columns, row, artists), columns.field(row, "title"), null),
                    dates.read(Fields.id("timestamp", columns.field(row, "timestamp")))
                            .seconds(),
                    0,
                    !isWhole && Fields.played("consumptionDurationMs", played) < SpotifyImporter.HEARD_FROM_MS,
                    null));
        });
    }

    private static @Nullable String artist(NamedColumns columns, CsvRecord row, AmazonArtists artists)
            throws BadRowException {
        String named = columns.field(row, "artistname", "artist");
        return named != null ? named : artists.of(Fields.id("artistAsin", columns.field(row, "artistasin")));
    }
}
