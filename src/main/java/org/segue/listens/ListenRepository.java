package org.segue.listens;

import static org.segue.storage.Statements.bind;

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
import org.segue.catalog.SongMerges;
import org.segue.catalog.SongRepository;
import org.segue.storage.Statements;

/**
 * Listens in the database, inside reads and writes of the caller's. A listen has a row for each import that brought it, all
 * with the same time and song, and counts, once, while any of these is completed. What players sent has 0 or a negative number in
 * place of an import, and always counts.
 */
@Singleton
public class ListenRepository {

    /** Key of the song that a row of {@code listen l} counts for. */
    static final String SONG = "COALESCE((SELECT m.merged_into FROM song m WHERE m.id = l.song_id), l.song_id)";

    private static final String WORTH = "(l.words IS NOT NULL) * (1 + (l.import_id <= 0))";

    /**
     * Of several rows of the same listen the one is told whose words are kept, what a player sent before what was in a file: beside
     * max() a bare column is that of the row with the maximum.
     */
    static final String BEST_TOLD = "max(" + WORTH + ")";

    /** The same as the first of the rows of one listen, for {@link #first}: grouping would sort all that a user ever heard. */
    static final String BEST_TOLD_FIRST = WORTH + " DESC";

    private static final String OF_USER = "SELECT l.listened_at, " + SONG
            + " AS song_id, l.words FROM listen l WHERE user_id = ?"
            + " AND listened_at > ? AND listened_at < ? AND skipped = 0 AND (import_id <= 0 OR import_id IN"
            + " (SELECT id FROM import WHERE status = 'completed')) ORDER BY 1 %1$s, 2 %1$s, " + BEST_TOLD_FIRST;

    private static final String COUNT =
            "SELECT count(*) FROM (SELECT DISTINCT l.listened_at, " + SONG + " FROM listen l"
                    + " WHERE user_id = ? AND skipped = 0 AND (import_id <= 0 OR import_id IN"
                    + " (SELECT id FROM import WHERE status = 'completed')))";

    private static final String NOTE_PLAYS_OF_OTHERS =
            "INSERT OR IGNORE INTO unsettled_listen (user_id, listened_at, song_id, skipped)"
                    + " SELECT l.user_id, l.listened_at, l.song_id, l.skipped FROM listen l WHERE l.user_id = ?"
                    + " AND l.import_id = ? AND EXISTS (SELECT 1 FROM listen o WHERE o.user_id = l.user_id"
                    + " AND o.listened_at = l.listened_at AND o.song_id = l.song_id AND o.import_id <> l.import_id"
                    + " AND (o.shift <> 0 OR o.told_song IS NOT NULL))";

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
     * Adds what an import brings; each user, time and song once. A listen that another import in force has, or a player
     * sent, at about that time is the same play, see {@link Plays}: all have one time and one song from then on. What the user
     * has deleted counts as known and is not added; nor is anything of a user who was forgotten since the key was looked up,
     * and rows of one who was merged meanwhile are the other's.
     *
     * @param importId of the import, or what stands for a player, see {@link ClientRepository}
     */
    public void add(Connection connection, int importId, Iterator<Listen> listens, Added added) throws SQLException {
        add(connection, importId, listens, ToldWordsRepository.ByNumber.NONE, added);
    }

    /** The same of listens that say how they were told. */
    public void add(
            Connection connection,
            int importId,
            Iterator<Listen> listens,
            ToldWordsRepository.ByNumber told,
            Added added)
            throws SQLException {
        try (ListenAddingRepository adding = new ListenAddingRepository(connection, importId, told)) {
            while (listens.hasNext()) {
                adding.add(listens.next(), added);
            }
            adding.flush();
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
        int moved = Statements.update(
                connection,
                "UPDATE OR REPLACE listen SET user_id = ?2 WHERE user_id = ?1 AND (listened_at, song_id, import_id) IN "
                        + FIRST_ROWS,
                from,
                into);
        return moved == 0 ? ToldWordsRepository.move(connection, from, into) : moved;
    }

    /**
     * Deletes some of a user's listens, the first in the order of their keys.
     *
     * @return how many; 0 when none is left
     */
    public int deleteSome(Connection connection, int userId) throws SQLException {
        int deleted = Statements.update(
                connection,
                "DELETE FROM listen WHERE user_id = ?1 AND (listened_at, song_id, import_id) IN " + FIRST_ROWS,
                userId);
        return deleted == 0 ? ToldWordsRepository.deleteSome(connection, userId) : deleted;
    }

    /** Listens in force of a user between two times, both left out, newest first. */
    List<Listen> of(Connection connection, int userId, long after, long before, int count, boolean oldestFirst)
            throws SQLException {
        String sql = OF_USER.formatted(oldestFirst ? "ASC" : "DESC");
        List<Listen> found = first(connection, userId, count, sql, userId, after, before);
        if (oldestFirst) {
            Collections.reverse(found);
        }
        return found;
    }

    /**
     * The first listens of a user that a query finds: time, song and words; of rows of one listen, which follow each other, the first.
     */
    static List<Listen> first(Connection connection, int userId, int count, String sql, Object... parameters)
            throws SQLException {
        List<Listen> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = bind(select, parameters).executeQuery()) {
            while (row.next()) {
                Listen listen = new Listen(userId, row.getLong(1), row.getInt(2)).inWords(row.getInt(3));
                boolean isOther =
                        found.isEmpty() || !found.get(found.size() - 1).isOfSameMoment(listen);
                if (isOther && found.size() >= count) {
                    break;
                }
                if (isOther) {
                    found.add(listen);
                }
            }
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

    /**
     * Deletes what an import brought of some users. Where others told of the same play otherwise, what they told is put right at
     * the next {@link MergedListenRepository#settle}.
     */
    public void delete(Connection connection, int importId, Iterator<Integer> userIds) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE_PLAYS_OF_OTHERS);
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM listen WHERE user_id = ? AND import_id = ?")) {
            while (userIds.hasNext()) {
                int userId = userIds.next();
                bind(note, userId, importId).executeUpdate();
                bind(delete, userId, importId).executeUpdate();
                ToldWordsRepository.deleteUnused(connection, userId);
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
     * Keys of all songs of which any row, listen, play count, verdict or place in a list that an import brought, is left, of those
     * that a library has, and of those that such songs were joined to; reads whole tables.
     */
    public BitSet songsWithRows(Connection connection) throws SQLException {
        BitSet keys = keys(
                connection,
                "SELECT DISTINCT song_id FROM play_count UNION SELECT DISTINCT song_id FROM listen"
                        + " UNION SELECT DISTINCT told_song FROM listen WHERE told_song IS NOT NULL"
                        + " UNION SELECT song_id FROM imported_feedback"
                        + " UNION SELECT song_id FROM library_file UNION SELECT song_id FROM song_model_song"
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
