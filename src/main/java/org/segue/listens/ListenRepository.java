package org.segue.listens;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongMerges;
import org.segue.catalog.SongRepository;
import org.segue.catalog.UserRepository.RowOwners;
import org.segue.storage.Statements;

/**
 * Listens in the database, inside reads and writes of the caller's. A listen has a row for each import that brought it, all
 * with the same time, and counts, once, while any of these is completed. Import 0 is what scrobblers sent, and always counts.
 */
@Singleton
public class ListenRepository {

    // What others than this import say of the user around a time; a song may have rows under keys that were joined to
    // it.
    static final String NEAR = "SELECT l.listened_at, l.spread, l.import_id"
            + " FROM listen l JOIN song s ON s.id = l.song_id LEFT JOIN import i ON i.id = l.import_id"
            + " WHERE l.user_id = ? AND l.listened_at BETWEEN ? AND ? AND l.skipped = ?"
            + " AND COALESCE(s.merged_into, s.id) = ?"
            + " AND (l.import_id = ? OR l.import_id = 0 OR i.status IN ('completed'%s))";

    /** Of several imports' rows of the same listen one is told. */
    private static final String OF_USER = "SELECT DISTINCT listened_at, song_id FROM listen WHERE user_id = ?"
            + " AND listened_at > ? AND listened_at < ? AND skipped = 0 AND (import_id = 0 OR import_id IN"
            + " (SELECT id FROM import WHERE status = 'completed')) ORDER BY listened_at %1$s, song_id %1$s LIMIT ?";

    private static final String COUNT = "SELECT count(*) FROM (SELECT DISTINCT listened_at, song_id FROM listen"
            + " WHERE user_id = ? AND skipped = 0 AND (import_id = 0 OR import_id IN"
            + " (SELECT id FROM import WHERE status = 'completed')))";

    private static final String DELETED =
            "SELECT 1 FROM deleted_listen WHERE user_id = ? AND listened_at BETWEEN ? AND ? AND song_id = ?";

    /** So many rows are moved or deleted in one write: some milliseconds. */
    private static final int PORTION = 1000;

    private static final String FIRST_ROWS = "(SELECT listened_at, song_id, import_id FROM listen WHERE user_id = ?1"
            + " ORDER BY listened_at, song_id, import_id LIMIT " + PORTION + ")";

    private final SongRepository songs;

    /** On the songs that listens are of. */
    public ListenRepository(SongRepository songs) {
        this.songs = songs;
    }

    /**
     * Adds what an import brings; each user, time and song once. A listen that another import in force has, or a scrobbler
     * sent, at about that time ({@link SameListen}) is that listen: it gets its time. What the user has deleted counts as
     * known and is not added; nor is anything of a user who was forgotten since the key was looked up, and rows of one who
     * was merged meanwhile are the other's.
     *
     * @param importId of the import, 0 for what a scrobbler sends
     */
    public void add(Connection connection, int importId, Iterator<Listen> listens, Added added) throws SQLException {
        try (RowOwners owners = new RowOwners(connection);
                PreparedStatement near = connection.prepareStatement(NEAR.formatted(""));
                PreparedStatement deleted = connection.prepareStatement(DELETED);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO listen (user_id, listened_at, song_id, import_id, skipped, spread)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            while (listens.hasNext()) {
                Listen told = listens.next();
                int owner = owners.of(told.userId());
                Listen listen = told.by(owner);
                boolean unwanted = owner == 0 || isDeleted(deleted, listen);
                Long known = unwanted ? null : knownTime(near, importId, listen);
                if (!listen.isSkipped()) {
                    added.count(unwanted || known != null);
                }
                if (!unwanted) {
                    insert(insert, importId, known == null ? listen : listen.at(known));
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

    // Another source may tell the time of the same play a little differently.
    private static boolean isDeleted(PreparedStatement deleted, Listen listen) throws SQLException {
        long time = listen.listenedAt();
        return firstInt(bind(
                        deleted,
                        listen.userId(),
                        time - SameListen.SLACK,
                        time + listen.spread() + SameListen.SLACK,
                        listen.songId()))
                != 0;
    }

    private static void insert(PreparedStatement insert, int importId, Listen listen) throws SQLException {
        bind(
                        insert,
                        listen.userId(),
                        listen.listenedAt(),
                        listen.songId(),
                        importId,
                        listen.isSkipped() ? 1 : 0,
                        listen.spread())
                .executeUpdate();
    }

    // The nearest time at which others have the listen, null if they do not. A time at which this import has a row is
    // that
    // of another listen, unless it is this very time; but what scrobblers send again must find what it was before.
    static @Nullable Long knownTime(PreparedStatement near, int importId, Listen listen) throws SQLException {
        long time = listen.listenedAt();
        bind(
                near,
                listen.userId(),
                time - SameListen.WIDEST_SPREAD - SameListen.SLACK,
                time + listen.spread() + SameListen.SLACK,
                listen.isSkipped() ? 1 : 0,
                listen.songId(),
                importId);
        Set<Long> taken = new HashSet<>();
        NavigableSet<Long> others = new TreeSet<>(Comparator.<Long>comparingLong(other -> Math.abs(other - time))
                .thenComparing(Comparator.naturalOrder()));
        Statements.queryEach(near, row -> {
            if (row.getInt(3) == importId) {
                taken.add(row.getLong(1));
            } else if (SameListen.is(time, listen.spread(), row.getLong(1), row.getInt(2))) {
                others.add(row.getLong(1));
            }
        });
        if (importId != 0) {
            taken.remove(time);
            others.removeAll(taken);
        } else if (taken.contains(time)) {
            return time;
        }
        return others.isEmpty() ? null : others.first();
    }

    /** Listens in force of a user between two times, both left out, newest first. */
    List<Listen> of(Connection connection, int userId, long after, long before, int count, boolean oldestFirst)
            throws SQLException {
        List<Listen> found = Statements.query(
                connection,
                OF_USER.formatted(oldestFirst ? "ASC" : "DESC"),
                row -> new Listen(userId, row.getLong(1), row.getInt(2)),
                userId,
                after,
                before,
                count);
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
        return Statements.queryFirst(
                        connection,
                        "SELECT listened_at FROM latest_import WHERE user_id = ? AND service = ?",
                        row -> row.getLong(1),
                        userId,
                        service)
                .orElse(0L);
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
        return Statements.query(
                connection, "SELECT DISTINCT user_id FROM listen WHERE import_id = ?", row -> row.getInt(1), importId);
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
        return keys(
                connection,
                "SELECT DISTINCT user_id FROM play_count UNION SELECT DISTINCT user_id FROM listen"
                        + " UNION SELECT user_id FROM imported_feedback"
                        + " UNION SELECT user_id FROM imported_artist_feedback"
                        + " UNION SELECT user_id FROM imported_playlist");
    }

    /**
     * Keys of all songs of which any row, listen, play count, verdict or place in a list that an import brought, is left, and of
     * those that such songs were joined to; reads whole tables.
     */
    public BitSet songsWithRows(Connection connection) throws SQLException {
        BitSet keys = keys(
                connection,
                "SELECT DISTINCT song_id FROM play_count UNION SELECT DISTINCT song_id FROM listen"
                        + " UNION SELECT song_id FROM imported_feedback"
                        + " UNION SELECT j.value FROM imported_playlist p, json_each('[' || p.songs || ']') j");
        SongMerges joined = songs.joined(connection);
        for (int songId : keys.stream().toArray()) {
            keys.set(joined.target(songId));
        }
        return keys;
    }

    private static BitSet keys(Connection connection, String sql) throws SQLException {
        BitSet keys = new BitSet();
        Statements.queryEach(connection, sql, row -> keys.set(row.getInt(1)));
        return keys;
    }
}
