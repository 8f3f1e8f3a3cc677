package org.segue.imports.formats;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;

/**
 * Films of MovieLens, {@code movieId, title, genres}, the titles of what {@link MovieLensImporter} has ratings of: with a header
 * between commas, or without one between "::" or bars. Its tables of tags and links are known, and hold no rating.
 */
final class MovieLensTitlesImporter implements HistoryImporter {

    private static final List<String> TITLES = List.of("movieid", "title", "genres");
    private static final List<String> TAGS = List.of("userid", "movieid", "tag", "timestamp");
    private static final List<String> LINKS = List.of("movieid", "imdbid", "tmdbid");

    private static final Pattern COLONS = Pattern.compile("\\d{1,9}::[^:].*\\(\\d{4}\\)::[\\w'|() -]*");
    private static final Pattern BARS = Pattern.compile("\\d{1,9}\\|[^|]+\\(\\d{4}\\)\\|\\d\\d-\\w{3}-\\d{4}\\|.*");

    private static final Signature OTHER = Signature.header(',', TAGS).or(Signature.header(',', LINKS));

    private static final Format FORMAT = new Format(
            MovieLensImporter.MOVIELENS,
            MovieLensImporter.MOVIELENS,
            Signature.header(',', TITLES)
                    .or(OTHER)
                    .or(Signature.firstLine(line -> line.length() < 1000
                            && (COLONS.matcher(line).matches()
                                    || BARS.matcher(line).matches()))),
            true);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String first = file.head().firstLine();
        if (OTHER.matches(file.head())) {
            sink.note(ImportPhrase.NOTHING_USED.with(file.name()));
        } else if (Signature.header(',', TITLES).matches(file.head())) {
            NamedColumns.read(
                    file,
                    sink,
                    (columns, row) -> tell(columns.field(row, "movieid"), columns.field(row, "title"), sink));
        } else {
            String separator = COLONS.matcher(first).matches() ? MovieLensImporter.COLONS : "\\|";
            MovieLensImporter.forEachLine(file, sink, 0, line -> {
                String[] fields = line.split(separator, -1);
                tell(fields[0], fields.length < 2 ? null : fields[1], sink);
            });
        }
    }

    private static void tell(
            @org.jspecify.annotations.Nullable String id, @org.jspecify.annotations.Nullable String title, RowSink sink)
            throws BadRowException {
        sink.song(new ExternalSong(Fields.id("film", id), Fields.text(title), null, null));
    }
}
