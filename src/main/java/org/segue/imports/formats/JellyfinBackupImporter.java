package org.segue.imports.formats;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.segue.imports.ImportOptions;

/**
 * The backup that Jellyfin's plugin Playback Reporting saves: date, user, item, type, name, method, client, device and seconds
 * between tabs, without a header. See {@link JellyfinPlays}.
 */
final class JellyfinBackupImporter implements HistoryImporter {

    private static final int FIELDS = 9;

    private static final Pattern ROW = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?\\t[0-9a-f-]{32,36}\\t[0-9a-f-]{32,36}\\t\\w{1,30}\\t.*");

    private static final Format FORMAT = new Format(
            JellyfinPlays.JELLYFIN,
            JellyfinPlays.JELLYFIN,
            Signature.firstLine(line -> ROW.matcher(line).matches()));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        JellyfinPlays plays = new JellyfinPlays(file, options, sink);
        Delimited.read(file, '\t', sink, fields -> {
            if (fields.getFieldCount() < FIELDS) {
                throw new BadRowException(RowPhrase.JELLYFIN.with(fields.getFieldCount(), FIELDS));
            }
            plays.read(Arrays.asList(
                    fields.getField(0),
                    fields.getField(1),
                    fields.getField(3),
                    fields.getField(4),
                    fields.getField(FIELDS - 1)));
        });
    }
}
