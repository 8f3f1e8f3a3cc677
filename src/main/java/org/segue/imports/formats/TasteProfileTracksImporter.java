package org.segue.imports.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Pattern;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;

/**
 * Million Song Dataset, {@code unique_tracks.txt}: {@code track<SEP>song<SEP>artist<SEP>title}; the titles of what
 * {@link TasteProfileImporter} counts plays of.
 */
final class TasteProfileTracksImporter implements HistoryImporter {

    private static final Pattern SEPARATOR = Pattern.compile("<SEP>");

    private static final Format FORMAT = new Format(
            TasteProfileImporter.TASTE_PROFILE,
            TasteProfileImporter.TASTE_PROFILE,
            Signature.firstLine(line -> SEPARATOR.split(line, -1).length == 4),
            true);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        try (BufferedReader reader = file.open()) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                try {
                    sink.song(song(line));
                } catch (BadRowException e) {
                    sink.badRow(file.name(), number, e.reason());
                }
            }
        }
    }

    private static ExternalSong song(String line) throws BadRowException {
        String[] fields = SEPARATOR.split(line, -1);
        if (fields.length != 4) {
            throw new BadRowException(RowPhrase.TASTE_PROFILE_TRACKS.with(fields.length));
        }
        return new ExternalSong(Fields.id("song", fields[1]), Fields.text(fields[3]), Fields.text(fields[2]), null);
    }
}
