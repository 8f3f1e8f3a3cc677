package org.segue.listens;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Reads everything that a user has played. In the order of the table's own key, so that nothing is sorted: what a play's several
 * rows come to is found while they pass. Blocks; O(rows), twelve bytes a play.
 */
@Singleton
public class PlayLogRepository {

    private static final String ROWS =
            "SELECT listened_at, song_id, import_id FROM listen WHERE user_id = ? AND skipped = 0"
                    + " ORDER BY listened_at, song_id, import_id";

    private final Database database;

    PlayLogRepository(Database database) {
        this.database = database;
    }

    /** What a user has played, without skips. */
    public PlayLog of(int userId) {
        return database.read(connection -> {
            Rows rows = new Rows(inForce(connection), joined(connection));
            Statements.queryEach(connection, ROWS, rows::add, userId);
            return rows.log();
        });
    }

    private static BitSet inForce(Connection connection) throws SQLException {
        BitSet imports = new BitSet();
        Statements.queryEach(
                connection, "SELECT id FROM import WHERE status = 'completed'", row -> imports.set(row.getInt(1)));
        return imports;
    }

    /** At the key of a song that was joined to another: the key of the other; 0 elsewhere. */
    private static int[] joined(Connection connection) throws SQLException {
        int[] into =
                new int[Statements.selectInt(connection, "SELECT max(id) FROM song WHERE merged_into IS NOT NULL") + 1];
        Statements.queryEach(
                connection,
                "SELECT id, merged_into FROM song WHERE merged_into IS NOT NULL",
                row -> into[row.getInt(1)] = row.getInt(2));
        return into;
    }

    /** Rows on their way into a log. */
    private static final class Rows {
        private final BitSet inForce;
        private final int[] joined;
        private long[] times = new long[1024];
        private int[] songs = new int[1024];
        private int size;

        Rows(BitSet inForce, int[] joined) {
            this.inForce = inForce;
            this.joined = joined;
        }

        void add(ResultSet row) throws SQLException {
            int importId = row.getInt(3);
            if (importId > 0 && !inForce.get(importId)) {
                return;
            }
            int song = row.getInt(2);
            int played = song < joined.length && joined[song] != 0 ? joined[song] : song;
            long time = row.getLong(1);
            if (!isThere(time, played)) {
                append(time, played);
            }
        }

        private boolean isThere(long time, int song) {
            for (int k = size - 1; k >= 0 && times[k] == time; k--) {
                if (songs[k] == song) {
                    return true;
                }
            }
            return false;
        }

        private void append(long time, int song) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                songs = Arrays.copyOf(songs, 2 * size);
            }
            times[size] = time;
            songs[size++] = song;
        }

        PlayLog log() {
            return new PlayLog(Arrays.copyOf(times, size), Arrays.copyOf(songs, size));
        }
    }
}
