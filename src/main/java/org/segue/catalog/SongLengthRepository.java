package org.segue.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import org.segue.storage.Statements;

/** How long songs are. Inside a read of the caller's. */
public final class SongLengthRepository {

    private SongLengthRepository() {}

    /** Lengths of all songs by key, in milliseconds; 0 where none is known. 4 bytes a song. */
    public static int[] all(Connection connection) throws SQLException {
        int[] lengths = new int[Statements.selectInt(connection, "SELECT max(id) FROM song") + 1];
        Statements.queryEach(
                connection,
                "SELECT id, duration_ms FROM song WHERE duration_ms IS NOT NULL",
                row -> lengths[row.getInt(1)] = row.getInt(2));
        return lengths;
    }
}
