package org.segue.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import org.segue.storage.Statements;

/** Finds what the demo alone has brought. Inside a read of the caller's. */
final class DemoContentRepository {

    /** The source of its ids: {@code ListensChanged.DEMO}. */
    private static final String DEMO = "(SELECT id FROM source WHERE name = 'demo')";

    private static final String BROUGHT =
            " IN (SELECT id FROM import WHERE source_id = " + DEMO + " AND status = 'completed')";

    // What another source calls by an id of its own is not the demo's alone.
    private static final String SONGS =
            "SELECT s.id FROM song_alias a JOIN song s ON s.id = a.song_id WHERE a.source_id = "
                    + DEMO + " AND s.import_id" + BROUGHT
                    + " AND NOT EXISTS (SELECT 1 FROM song_alias o WHERE o.song_id = s.id AND o.source_id <> a.source_id)";

    private static final String LISTENERS =
            "SELECT u.id FROM user_alias a JOIN user u ON u.id = a.user_id WHERE a.source_id = " + DEMO
                    + " AND u.import_id" + BROUGHT;

    private DemoContentRepository() {}

    static DemoContent read(Connection connection) throws SQLException {
        BitSet songs = new BitSet();
        BitSet listeners = new BitSet();
        Statements.queryEach(connection, SONGS, row -> songs.set(row.getInt(1)));
        Statements.queryEach(connection, LISTENERS, row -> listeners.set(row.getInt(1)));
        return songs.isEmpty() && listeners.isEmpty() ? DemoContent.NONE : new DemoContent(songs, listeners);
    }
}
