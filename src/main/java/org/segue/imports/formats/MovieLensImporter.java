package org.segue.imports.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.listens.Measure;

/**
 * Ratings of MovieLens: {@code userId, movieId, rating, timestamp} with a header between commas, or without one between "::" or
 * tabs. The "songs" are films; their titles are in another file, see {@link MovieLensTitlesImporter}.
 */
final class MovieLensImporter implements HistoryImporter {

    /** What the files of the data set are called. */
    static final String MOVIELENS = "movielens";

    static final String COLONS = "::";

    private static final List<String> HEADER = List.of("userid", "movieid", "rating", "timestamp");

    private static final Pattern ROW = Pattern.compile("\\d{1,9}(::|\\t)\\d{1,9}\\1[0-5](\\.\\d)?\\1\\d{9,10}\\s*");

    private static final Format FORMAT = new Format(
            MOVIELENS,
            MOVIELENS,
            Signature.header(',', HEADER)
                    .or(Signature.firstLine(line -> ROW.matcher(line).matches())),
            true);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        sink.measure(Measure.RATINGS);
        sink.note(ImportPhrase.RATINGS.with(file.name(), "rating"));
        String first = file.head().firstLine();
        String separator = first.contains(COLONS) ? COLONS : first.indexOf('\t') >= 0 ? "\t" : ",";
        forEachLine(file, sink, separator.equals(",") ? 1 : 0, line -> {
            String[] fields = line.split(separator, -1);
            if (fields.length < 3) {
                throw new BadRowException(RowPhrase.MOVIELENS.with(fields.length));
            }
            Double rating = Numbers.read(fields[2], false, false);
            if (rating == null) {
                throw new BadRowException(RowPhrase.RATING_NUMBER.with(Fields.shown(fields[2])));
            }
            sink.interaction(
                    Fields.id("user", fields[0]),
                    new ExternalSong(Fields.id("film", fields[1]), null, null, null),
                    Fields.rating("rating", fields[2], rating));
        });
    }

    /** What is done with a line. */
    @FunctionalInterface
    interface LineReader {
        /** Reads one; what it throws is reported as a bad row. */
        void read(String line) throws BadRowException;
    }

    /** Reads the lines of a file below its header. */
    static void forEachLine(HistoryFile file, RowSink sink, int headerLines, LineReader reader) throws IOException {
        long number = 0;
        try (BufferedReader lines = file.open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    if (number > headerLines && !line.isBlank()) {
                        reader.read(line);
                    }
                } catch (BadRowException e) {
                    sink.badRow(file.name(), number, e.reason());
                }
            }
        }
    }
}
