package org.segue.catalog;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.segue.storage.Statements;

/**
 * How long songs are. A song whose length becomes known is noted: what was told of it by several may be one play now. Inside a
 * read or write of the caller's.
 */
public final class SongLengthRepository implements AutoCloseable {

    private final PreparedStatement learn;
    private final PreparedStatement note;

    SongLengthRepository(Connection connection) throws SQLException {
        learn = connection.prepareStatement("UPDATE song SET duration_ms = ?2 WHERE id = ?1 AND duration_ms IS NULL");
        note = connection.prepareStatement("INSERT OR IGNORE INTO unsettled_song (song_id) VALUES (?)");
    }

    /** Adds the length of a song that had none. */
    void learn(int songId, int lengthMs) throws SQLException {
        if (bind(learn, songId, lengthMs).executeUpdate() == 1) {
            bind(note, songId).executeUpdate();
        }
    }

    /** Lengths of all songs by key, in milliseconds; 0 where none is known. 4 bytes a song. */
    public static int[] all(Connection connection) throws SQLException {
        int[] lengths = new int[Statements.selectInt(connection, "SELECT max(id) FROM song") + 1];
        Statements.queryEach(
                connection,
                "SELECT id, duration_ms FROM song WHERE duration_ms IS NOT NULL",
                row -> lengths[row.getInt(1)] = row.getInt(2));
        return lengths;
    }

    @Override
    public void close() throws SQLException {
        Statements.close(learn, note);
    }
}
