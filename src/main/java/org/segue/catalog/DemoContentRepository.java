package org.segue.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
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

    // What somebody else has heard is not the demo's alone either, whatever it was called there.
    private static final String HEARD = "SELECT user_id, song_id FROM listen WHERE skipped = 0 AND user_id IN (%1$s)"
            + " UNION ALL SELECT user_id, song_id FROM play_count WHERE user_id IN (%1$s) ORDER BY 1";

    private static final String LISTENERS =
            "SELECT u.id FROM user_alias a JOIN user u ON u.id = a.user_id WHERE a.source_id = " + DEMO
                    + " AND u.import_id" + BROUGHT;

    private DemoContentRepository() {}

    /**
     * What there is of it.
     *
     * @param listenersBySong number of users, at the place of the song's key
     */
    static DemoContent read(Connection connection, int[] listenersBySong) throws SQLException {
        BitSet songs = new BitSet();
        BitSet listeners = new BitSet();
        Statements.queryEach(connection, SONGS, row -> songs.set(row.getInt(1)));
        Statements.queryEach(connection, LISTENERS, row -> listeners.set(row.getInt(1)));
        if (!songs.isEmpty()) {
            songs.andNot(heardByOthers(connection, listenersBySong));
        }
        return songs.isEmpty() && listeners.isEmpty() ? DemoContent.NONE : new DemoContent(songs, listeners);
    }

    private static BitSet heardByOthers(Connection connection, int[] listenersBySong) throws SQLException {
        int[] others = listenersBySong.clone();
        int[] lastUser = new int[others.length];
        int[] stays = stays(connection, others.length);
        Statements.queryEach(connection, HEARD.formatted(LISTENERS), row -> {
            int user = row.getInt(1);
            int song = row.getInt(2) < stays.length ? stays[row.getInt(2)] : 0;
            if (lastUser[song] != user) {
                lastUser[song] = user;
                others[song]--;
            }
        });
        BitSet heard = new BitSet();
        for (int song = 1; song < others.length; song++) {
            heard.set(song, others[song] > 0);
        }
        return heard;
    }

    // By song: the one that its rows count for.
    private static int[] stays(Connection connection, int songs) throws SQLException {
        int[] stays = new int[songs];
        Arrays.setAll(stays, song -> song);
        Statements.queryEach(
                connection,
                "SELECT id, merged_into FROM song WHERE merged_into IS NOT NULL",
                row -> stays[row.getInt(1)] = row.getInt(2));
        return stays;
    }
}
