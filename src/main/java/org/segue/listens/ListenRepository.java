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
import org.segue.catalog.UserRepository.RowOwners;
import org.segue.storage.Statements;

/**
 * Listens in the database, inside reads and writes of the caller's. A listen has a row for each import that brought it and
 * counts, once, while any of these is completed.
 */
@Singleton
public class ListenRepository {

    private static final String IN_FORCE = "SELECT 1 FROM listen l JOIN import i ON i.id = l.import_id"
            + " WHERE l.user_id = ? AND l.listened_at = ? AND l.song_id = ? AND i.status = 'completed' LIMIT 1";

    private static final String DELETED =
            "SELECT 1 FROM deleted_listen WHERE user_id = ? AND listened_at = ? AND song_id = ?";

    /** So many rows are moved or deleted in one write: some milliseconds. */
    private static final int PORTION = 1000;

    private static final String FIRST_ROWS = "(SELECT listened_at, song_id, import_id FROM listen WHERE user_id = ?1"
            + " ORDER BY listened_at, song_id, import_id LIMIT " + PORTION + ")";

    /**
     * Adds what an import brings; each user, time and song once. What the user has deleted counts as known and is not added;
     * nor is anything of a user who was forgotten since the key was looked up, and rows of one who was merged meanwhile are
     * the other's.
     */
    public void add(Connection connection, int importId, Iterator<Listen> listens, Added added) throws SQLException {
        try (RowOwners owners = new RowOwners(connection);
                PreparedStatement known = connection.prepareStatement(IN_FORCE);
                PreparedStatement deleted = connection.prepareStatement(DELETED);
                PreparedStatement insert = connection.prepareStatement("INSERT OR IGNORE INTO listen"
                        + " (user_id, listened_at, song_id, import_id) VALUES (?, ?, ?, ?)")) {
            while (listens.hasNext()) {
                Listen listen = listens.next();
                int owner = owners.of(listen.userId());
                boolean isDeleted =
                        owner == 0 || firstInt(bind(deleted, owner, listen.listenedAt(), listen.songId())) != 0;
                added.count(isDeleted || firstInt(bind(known, owner, listen.listenedAt(), listen.songId())) != 0);
                if (!isDeleted) {
                    bind(insert, owner, listen.listenedAt(), listen.songId(), importId)
                            .executeUpdate();
                }
            }
        }
    }

    /**
     * Gives some of a user's listens to another, the first in the order of their keys.
     *
     * @return how many; 0 when none is left
     */
    public int move(Connection connection, int from, int into) throws SQLException {
        // What either name has deleted stays deleted.
        Statements.update(
                connection, "UPDATE OR REPLACE deleted_listen SET user_id = ?2 WHERE user_id = ?1", from, into);
        Statements.update(
                connection,
                "DELETE FROM listen WHERE user_id = ?1 AND (listened_at, song_id) IN"
                        + " (SELECT listened_at, song_id FROM deleted_listen WHERE user_id = ?2)",
                from,
                into);
        return Statements.update(
                connection,
                "UPDATE OR REPLACE listen SET user_id = ?2 WHERE user_id = ?1 AND (listened_at, song_id, import_id) IN "
                        + FIRST_ROWS,
                from,
                into);
    }

    /**
     * Deletes some of a user's listens, the first in the order of their keys.
     *
     * @return how many; 0 when none is left
     */
    public int deleteSome(Connection connection, int userId) throws SQLException {
        return Statements.update(
                connection,
                "DELETE FROM listen WHERE user_id = ?1 AND (listened_at, song_id, import_id) IN " + FIRST_ROWS,
                userId);
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
