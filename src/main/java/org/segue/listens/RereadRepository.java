package org.segue.listens;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.UserMergeRepository.RowOwners;
import org.segue.storage.Statements;

/**
 * Replaces what former imports of a file read of its rows by what it says now: the rows stay those imports', so that undoing
 * either leaves the other. Statements for many rows; inside a write of the caller's.
 */
public final class RereadRepository implements AutoCloseable {

    // Of imports of the format alone; those that were read by the present rules are told from others.
    private static final String FORMER =
            "SELECT l.listened_at, l.song_id, l.import_id, l.shift, l.told_song, i.reading, l.words"
                    + " FROM listen l JOIN import i ON i.id = l.import_id"
                    + " JOIN song s ON s.id = COALESCE(l.told_song, l.song_id)"
                    + " WHERE l.user_id = ? AND l.listened_at BETWEEN ? AND ? AND l.skipped = ?"
                    + " AND COALESCE(s.merged_into, s.id) = ? AND i.status = 'completed' AND instr(i.format, ?) > 0";

    private static final int FORMER_RULES = 1;

    private final String format;
    private final RowOwners owners;
    private final PlayRepository plays;
    private final PreparedStatement former;
    private final PreparedStatement delete;
    private final PreparedStatement insert;
    private final PreparedStatement moveDeleted;

    /** What was replaced. For one thread. */
    public static final class Replaced {
        private long moved;
        private long listens;
        private long skips;

        private void count(boolean isMoved, boolean wasSkipped, boolean isSkipped) {
            moved += isMoved ? 1 : 0;
            listens += wasSkipped && !isSkipped ? 1 : 0;
            skips += !wasSkipped && isSkipped ? 1 : 0;
        }

        /** Plays that begin at another time. */
        public long moved() {
            return moved;
        }

        /** Plays that were skips. */
        public long listens() {
            return listens;
        }

        /** Skips that were plays. */
        public long skips() {
            return skips;
        }
    }

    private record Row(
            long at,
            int songId,
            int importId,
            int shift,
            @Nullable Integer named,
            int rules,
            @Nullable Integer words) {

        static Row of(ResultSet row) throws SQLException {
            int named = row.getInt(5);
            int words = row.getInt(7);
            return new Row(
                    row.getLong(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    named == 0 ? null : Integer.valueOf(named),
                    row.getInt(6),
                    words == 0 ? null : Integer.valueOf(words));
        }

        long told() {
            return at + shift;
        }
    }

    /**
     * Prepares.
     *
     * @param format whose imports are meant
     */
    public RereadRepository(Connection connection, String format) throws SQLException {
        this.format = format;
        owners = new RowOwners(connection);
        plays = new PlayRepository(connection, 0, false);
        former = connection.prepareStatement(FORMER);
        delete = connection.prepareStatement(
                "DELETE FROM listen WHERE user_id = ? AND listened_at = ? AND song_id = ? AND import_id = ?");
        insert = connection.prepareStatement(
                "INSERT INTO listen (user_id, listened_at, song_id, import_id, skipped, words)"
                        + " VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET skipped = min(skipped, excluded.skipped)");
        moveDeleted = connection.prepareStatement("INSERT OR IGNORE INTO deleted_listen (user_id, listened_at, song_id)"
                + " SELECT user_id, ?, song_id FROM deleted_listen"
                + " WHERE user_id = ? AND listened_at BETWEEN ? AND ? AND song_id = ?");
    }

    /** Replaces what former imports have of some rows. */
    public void replace(Iterator<Reread> rows, Replaced replaced) throws SQLException {
        while (rows.hasNext()) {
            Reread row = rows.next();
            int owner = owners.of(row.listen().userId());
            if (owner != 0) {
                replace(row.listen().by(owner), row, replaced);
            }
        }
    }

    private void replace(Listen now, Reread row, Replaced replaced) throws SQLException {
        // By the present rules the start is sure, and a skip depends on what was known of the song's length.
        for (Row other : rows(now, now.listenedAt(), !now.isSkipped())) {
            if (other.told() == now.listenedAt()) {
                replace(now, other, !now.isSkipped(), replaced);
            }
        }
        if (row.formerlyAt() == now.listenedAt()) {
            return;
        }
        bind(
                        moveDeleted,
                        now.listenedAt(),
                        now.userId(),
                        row.formerlyAt() - SameListen.SLACK,
                        row.formerlyAt() + SameListen.SLACK,
                        now.songId())
                .executeUpdate();
        List<Row> read = rows(now, row.formerlyAt(), row.formerlySkipped()).stream()
                .filter(other -> other.rules() == FORMER_RULES && other.told() != now.listenedAt())
                .filter(other -> Math.abs(other.told() - row.formerlyAt()) <= SameListen.SLACK)
                .sorted(Comparator.comparingLong(other -> Math.abs(other.told() - row.formerlyAt())))
                .toList();
        for (int importId : read.stream().mapToInt(Row::importId).distinct().toArray()) {
            Row nearest = read.stream()
                    .filter(other -> other.importId() == importId)
                    .findFirst()
                    .orElseThrow();
            replace(now, nearest, row.formerlySkipped(), replaced);
        }
    }

    // A row may be stored under the time of another who told of the same play.
    private List<Row> rows(Listen now, long told, boolean isSkipped) throws SQLException {
        return Statements.query(
                bind(
                        former,
                        now.userId(),
                        told - PlayRepository.REACH,
                        told + PlayRepository.REACH,
                        isSkipped ? 1 : 0,
                        now.songId(),
                        format),
                Row::of);
    }

    private void replace(Listen now, Row before, boolean wasSkipped, Replaced replaced) throws SQLException {
        int named = before.named() == null ? before.songId() : before.named();
        bind(delete, now.userId(), before.at(), before.songId(), before.importId())
                .executeUpdate();
        bind(insert, now.userId(), now.listenedAt(), named, before.importId(), now.isSkipped() ? 1 : 0, before.words())
                .executeUpdate();
        plays.settle(new Listen(now.userId(), before.at(), now.songId(), wasSkipped, 0));
        plays.settle(now);
        replaced.count(before.told() != now.listenedAt(), wasSkipped, now.isSkipped());
    }

    @Override
    public void close() throws SQLException {
        owners.close();
        plays.close();
        Statements.close(former, delete, insert, moveDeleted);
    }
}
