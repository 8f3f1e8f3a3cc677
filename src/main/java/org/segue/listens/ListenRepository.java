package org.segue.listens;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.segue.storage.Statements;

/**
 * Listens in the database, inside reads and writes of the caller's. A listen has a row for each import that brought it and
 * counts, once, while any of these is completed; the row of import 0, of what players sent, counts for ever.
 */
@Singleton
public class ListenRepository {

    private static final String IN_FORCE = "SELECT 1 FROM listen l LEFT JOIN import i ON i.id = l.import_id"
            + " WHERE l.user_id = ? AND l.listened_at = ? AND l.song_id = ?"
            + " AND (l.import_id = 0 OR i.status = 'completed') LIMIT 1";

    /** Of several imports' rows of the same listen one is told. */
    private static final String OF_USER = "SELECT DISTINCT listened_at, song_id FROM listen WHERE user_id = ?"
            + " AND listened_at > ? AND listened_at < ? AND skipped = 0 AND (import_id = 0 OR import_id IN"
            + " (SELECT id FROM import WHERE status = 'completed')) ORDER BY listened_at %1$s, song_id %1$s LIMIT ?";

    private static final String COUNT = "SELECT count(*) FROM (SELECT DISTINCT listened_at, song_id FROM listen"
            + " WHERE user_id = ? AND skipped = 0 AND (import_id = 0 OR import_id IN"
            + " (SELECT id FROM import WHERE status = 'completed')))";

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

    /** Listens in force of a user between two times, both left out, newest first. */
    List<Listen> of(Connection connection, int userId, long after, long before, int count, boolean oldestFirst)
            throws SQLException {
        List<Listen> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OF_USER.formatted(oldestFirst ? "ASC" : "DESC"));
                ResultSet row = bind(select, userId, after, before, count).executeQuery()) {
            while (row.next()) {
                found.add(new Listen(userId, row.getLong(1), row.getInt(2)));
            }
        }
        if (oldestFirst) {
            Collections.reverse(found);
        }
        return found;
    }

    /** Number of listens in force of a user. */
    int count(Connection connection, int userId) throws SQLException {
        return Statements.selectInt(connection, COUNT, userId);
    }

    /** How far a service has said that it has brought a user's history: epoch seconds, 0 if it has not. */
    long latestImport(Connection connection, int userId, String service) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT listened_at FROM latest_import WHERE user_id = ? AND service = ?");
                ResultSet row = bind(select, userId, service).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Notes how far a service has brought a user's history. */
    int noteLatestImport(Connection connection, int userId, String service, long listenedAt) throws SQLException {
        return Statements.update(
                connection,
                "INSERT OR REPLACE INTO latest_import (user_id, service, listened_at) VALUES (?, ?, ?)",
                userId,
                service,
                listenedAt);
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
