package org.segue.imports.formats;

import java.io.IOException;
import java.util.regex.Pattern;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;

/**
 * Million Song Taste Profile triplets: 40 hexadecimal digits for the user, {@code SO…} for the song, a play count;
 * tab-separated without a header. Titles are in {@code unique_tracks.txt}, see {@link TasteProfileTracksImporter}.
 */
final class TasteProfileImporter implements HistoryImporter {

    /** What both files of the data set are called. */
    static final String TASTE_PROFILE = "taste-profile";

    private static final Pattern TRIPLET = Pattern.compile("[0-9a-f]{40}\tSO[A-Z0-9]{16}\t\\d+.*");

    private static final Format FORMAT = new Format(
            TASTE_PROFILE,
            TASTE_PROFILE,
            Signature.firstLine(line -> TRIPLET.matcher(line).matches()),
            true);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        Delimited.read(file, '\t', sink, fields -> {
            if (fields.getFieldCount() != 3) {
                throw new BadRowException(RowPhrase.TASTE_PROFILE.with(fields.getFieldCount()));
            }
            sink.interaction(
                    Fields.id("user", fields.getField(0)),
                    new ExternalSong(Fields.id("song", fields.getField(1)), null, null, null),
                    Fields.plays("play count", fields.getField(2)));
        });
    }
}
