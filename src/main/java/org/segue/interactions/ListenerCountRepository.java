package org.segue.interactions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.segue.catalog.SongListeners;
import org.segue.storage.Statements;

/** Counts the users of songs in the database, inside a read of the caller's. */
final class ListenerCountRepository {

    private static final String IN_FORCE =
            "(import_id = 0 OR import_id IN (SELECT id FROM import WHERE status = 'completed'))";

    // Rows under the keys of songs that were merged into others are the other's. CROSS JOIN: rows first, whatever the
    // planner thinks.
    private static final String LISTENERS = "SELECT song_id, count(*) FROM ("
            + "SELECT h.user_id, COALESCE(s.merged_into, s.id) AS song_id FROM ("
            + "SELECT user_id, song_id FROM listen WHERE skipped = 0 AND " + IN_FORCE
            + " UNION ALL SELECT user_id, song_id FROM play_count WHERE " + IN_FORCE
            + ") h CROSS JOIN song s ON s.id = h.song_id GROUP BY 1, 2) GROUP BY song_id";

    private ListenerCountRepository() {}

    /** The songs whose number of users is another than the one that is stored with them. Reads all interactions. */
    static List<SongListeners> changed(Connection connection) throws SQLException {
        Map<Integer, Integer> counted = new HashMap<>();
        Statements.queryEach(connection, LISTENERS, row -> counted.put(row.getInt(1), row.getInt(2)));
        List<SongListeners> changed = new ArrayList<>();
        Statements.queryEach(connection, "SELECT id, listeners FROM song", row -> {
            int listeners = counted.getOrDefault(row.getInt(1), 0);
            if (listeners != row.getInt(2)) {
                changed.add(new SongListeners(row.getInt(1), listeners));
            }
        });
        return changed;
    }
}
