package org.segue.listens;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.segue.storage.Statements;

/**
 * Whether others than one import have a listen of a user within a span of time. Times are read in blocks, which grow while spans
 * come in their order: then a span costs next to nothing.
 */
final class ListenTimesRepository implements AutoCloseable {

    private static final int MIN_BLOCK = 16;
    private static final int MAX_BLOCK = 4096;

    private final PreparedStatement select;
    private final int importId;
    private long[] times = new long[0];
    private int size;
    private int block = MIN_BLOCK;
    private int spans;
    private int userId;
    private long from;
    private long to = -1;

    /**
     * Nothing read yet.
     *
     * @param importId whose listens do not count: an import, or what stands for a player
     */
    ListenTimesRepository(Connection connection, int importId) throws SQLException {
        this.importId = importId;
        select = connection.prepareStatement("SELECT listened_at FROM listen WHERE user_id = ? AND listened_at >= ?"
                + " AND import_id <> ? ORDER BY listened_at LIMIT ?");
    }

    /** Whether there is one between two times, both included. What is added between two calls may be missed. */
    boolean hasAny(int user, long first, long last) throws SQLException {
        if (user != userId || first < from || last > to) {
            read(user, first);
        }
        spans++;
        int place = Arrays.binarySearch(times, 0, size, first);
        return place >= 0 || (-place - 1 < size && times[-place - 1] <= last);
    }

    private void read(int user, long first) throws SQLException {
        block = 4 * spans >= block ? Math.min(MAX_BLOCK, 2 * block) : Math.max(MIN_BLOCK, block / 2);
        times = times.length < block ? new long[block] : times;
        size = 0;
        spans = 0;
        Statements.queryEach(select, row -> times[size++] = row.getLong(1), user, first, importId, block);
        userId = user;
        from = first;
        to = size < block ? Long.MAX_VALUE : times[size - 1];
    }

    @Override
    public void close() throws SQLException {
        Statements.close(select);
    }
}
