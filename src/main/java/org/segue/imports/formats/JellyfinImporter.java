package org.segue.imports.formats;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.storage.UploadedDatabase;

/**
 * {@code playback_reporting.db} of Jellyfin's plugin Playback Reporting: {@code PlaybackActivity(DateCreated, UserId, ItemType,
 * ItemName, PlayDuration)}. Users are numbers; their names are elsewhere. See {@link JellyfinPlays}.
 */
final class JellyfinImporter implements HistoryImporter {

    private static final String TABLE = "PlaybackActivity";

    private static final Format FORMAT =
            new Format(JellyfinPlays.JELLYFIN, JellyfinPlays.JELLYFIN, Signature.tables(TABLE));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        file.readDatabase(database -> {
            requireColumns(file, database);
            JellyfinPlays plays = new JellyfinPlays(file, options, sink);
            String columns = String.join(
                    ", ",
                    List.of("DateCreated", "UserId", "ItemType", "ItemName", "PlayDuration").stream()
                            .map(UploadedDatabase::value)
                            .toList());
            long[] row = new long[1];
            database.read(Set.of(TABLE), "SELECT " + columns + " FROM PlaybackActivity", values -> {
                row[0]++;
                try {
                    plays.read(values);
                } catch (BadRowException e) {
                    sink.badRow(file.name(), row[0], e.reason());
                }
            });
        });
    }

    private static void requireColumns(HistoryFile file, UploadedDatabase database) {
        Set<String> expected = Set.of("datecreated", "userid", "itemtype", "itemname", "playduration");
        if (!database.columns(TABLE).containsAll(expected)) {
            throw new ImportException(ImportPhrase.JELLYFIN_COLUMNS.with(file.name()));
        }
    }
}
