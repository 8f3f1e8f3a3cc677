package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.segue.imports.formats.ExternalListen;
import org.segue.imports.formats.PlayEvidence;
import org.segue.listens.Listen;
import org.segue.listens.Reread;
import org.segue.storage.Statements;

/** Rows that former imports of the same files may have read otherwise. Takes none before it is asked to. For one thread. */
final class StagedRereadRepository implements AutoCloseable {

    private final Connection connection;
    private @Nullable PreparedStatement insert;

    StagedRereadRepository(Connection connection) {
        this.connection = connection;
    }

    /** There are former imports: takes rows from here on. */
    void open() throws SQLException {
        Statements.update(
                connection,
                "CREATE TABLE reread (user INTEGER, song INTEGER, at INTEGER, skipped INTEGER, broken_off INTEGER,"
                        + " formerly_at INTEGER, formerly_skipped INTEGER)");
        insert = connection.prepareStatement("INSERT INTO reread VALUES (?, ?, ?, ?, ?, ?, ?)");
    }

    boolean isOpen() {
        return insert != null;
    }

    /** Takes a row of a user and a song by their numbers, if it may have been read otherwise. */
    void add(int user, int song, ExternalListen listen) throws SQLException {
        PlayEvidence evidence = listen.evidence();
        if (insert == null || evidence == null) {
            return;
        }
        boolean isSure = evidence.brokenOffAfterMs() == 0;
        if (isSure
                && evidence.formerlyAt() == listen.listenedAt()
                && evidence.formerlySkipped() == listen.isSkipped()) {
            return;
        }
        bind(
                        insert,
                        user,
                        song,
                        listen.listenedAt(),
                        listen.isSkipped() ? 1 : 0,
                        evidence.brokenOffAfterMs(),
                        evidence.formerlyAt(),
                        evidence.formerlySkipped() ? 1 : 0)
                .executeUpdate();
    }

    /** How they are handed on. */
    static String select() {
        return "SELECT user, song, at, skipped, broken_off, formerly_at, formerly_skipped FROM reread"
                + " ORDER BY user, formerly_at";
    }

    /**
     * A row of them.
     *
     * @param lengths of songs by key
     */
    static Reread reread(ResultSet row, int[] userKeys, int[] songKeys, int[] lengths) throws SQLException {
        int user = Math.max(0, userKeys[row.getInt(1)]);
        int song = songKeys[row.getInt(2)];
        boolean isSkip = row.getInt(4) != 0 || StagedListens.isSkip(row.getInt(5), song, lengths);
        return new Reread(new Listen(user, row.getLong(3), song, isSkip, 0), row.getLong(6), row.getInt(7) != 0);
    }

    @Override
    public void close() throws SQLException {
        if (insert != null) {
            insert.close();
        }
    }
}
