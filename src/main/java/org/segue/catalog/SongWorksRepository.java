package org.segue.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.segue.storage.Statements;

/** Which songs are versions of one another: alike in artist and title, but for live, remix and the like. */
final class SongWorksRepository {

    private static final String VERSIONS = "SELECT id, work_key FROM song WHERE work_key IS NOT NULL"
            + " AND merged_into IS NULL UNION ALL SELECT id, recording_key FROM song WHERE work_key IS NULL"
            + " AND merged_into IS NULL AND recording_key IN (SELECT work_key FROM song WHERE work_key IS NOT NULL)"
            + " ORDER BY 1";

    private SongWorksRepository() {}

    /** At the place of a song's key the least key of the versions of the same; 0 where no version of it is known. */
    static int[] works(Connection connection, int size) throws SQLException {
        int[] works = new int[size];
        Map<String, Integer> first = new HashMap<>();
        Statements.queryEach(connection, VERSIONS, row -> {
            int songId = row.getInt(1);
            works[songId] = first.computeIfAbsent(row.getString(2), work -> songId);
        });
        return works;
    }
}
