package org.segue.listens;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.segue.storage.Statements;

/**
 * Listens in the database, inside reads and writes of the caller's. A listen has a row for each import that brought it and
 * counts, once, while any of these is completed.
 */
@Singleton
public class ListenRepository {

    private static final String IN_FORCE = "SELECT 1 FROM listen l JOIN import i ON i.id = l.import_id"
            + " WHERE l.user_id = ? AND l.listened_at = ? AND l.song_id = ? AND i.status = 'completed' LIMIT 1";

    /** Adds what an import brings; each user, time and song once. */
    public void add(Connection connection, int importId, Iterator<Listen> listens, Added added) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement(IN_FORCE);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO listen (user_id, listened_at, song_id, import_id) VALUES (?, ?, ?, ?)")) {
            while (listens.hasNext()) {
                Listen listen = listens.next();
                added.count(firstInt(bind(known, listen.userId(), listen.listenedAt(), listen.songId())) != 0);
                bind(insert, listen.userId(), listen.listenedAt(), listen.songId(), importId)
                        .executeUpdate();
            }
        }
    }

    /** Keys of the users of whom an import brought listens. */
    public List<Integer> usersOf(Connection connection, int importId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT DISTINCT user_id FROM listen WHERE import_id = ?")) {
            return Statements.ints(bind(select, importId));
        }
    }

    /** Deletes what an import brought of some users. */
    public void delete(Connection connection, int importId, Iterator<Integer> userIds) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM listen WHERE user_id = ? AND import_id = ?")) {
            while (userIds.hasNext()) {
                bind(delete, userIds.next(), importId).executeUpdate();
            }
        }
    }

    /** Keys of all users of whom any row, listen or play count, is left; reads whole tables. */
    public BitSet usersWithRows(Connection connection) throws SQLException {
        return keys(connection, "SELECT DISTINCT user_id FROM play_count UNION SELECT DISTINCT user_id FROM listen");
    }

    /** Keys of all songs of which any row, listen or play count, is left; reads whole tables. */
    public BitSet songsWithRows(Connection connection) throws SQLException {
        return keys(connection, "SELECT DISTINCT song_id FROM play_count UNION SELECT DISTINCT song_id FROM listen");
    }

    private static BitSet keys(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            BitSet keys = new BitSet();
            Statements.ints(select).forEach(keys::set);
            return keys;
        }
    }
}
