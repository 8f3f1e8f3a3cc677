package org.segue.catalog;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * What became of songs that got the same key when keys were made anew: those that were joined, those that stay two until
 * somebody knows better, those that somebody has told apart. Methods without a connection block.
 */
@Singleton
public class SongMergeRepository {

    private static final String FROM = " FROM song_merge m JOIN song f ON f.id = m.from_id"
            + " LEFT JOIN artist fa ON fa.id = f.artist_id JOIN song t ON t.id = m.into_id"
            + " LEFT JOIN artist ta ON ta.id = t.artist_id WHERE m.rule = 'key'";

    private static final String SELECT =
            "SELECT f.id, f.public_id, f.title, f.artist_id, fa.name, fa.public_id, f.album,"
                    + " t.id, t.public_id, t.title, t.artist_id, ta.name, ta.public_id, t.album, m.state, m.reason, m.merged_at"
                    + FROM;

    private final Database database;

    SongMergeRepository(Database database) {
        this.database = database;
    }

    /**
     * Two songs of the same key.
     *
     * @param from the one that was joined, or would have been
     * @param into the one that it was joined to, or would have been
     * @param state {@code joined}, {@code listed} or {@code apart}
     * @param reason why they are listed: {@code mbid}, {@code length} or {@code feedback}; null if they are not
     * @param at when it was decided
     */
    public record SongMerge(
            Song from, Song into, String state, @Nullable String reason, Instant at) {

        private static SongMerge of(ResultSet row) throws SQLException {
            return new SongMerge(
                    SongRepository.song(row, 1),
                    SongRepository.song(row, 8),
                    row.getString(15),
                    row.getString(16),
                    Instant.ofEpochSecond(row.getLong(17)));
        }
    }

    /** All of them, the latest first. */
    public List<SongMerge> list(int offset, int limit) {
        return database.query(
                SELECT + " ORDER BY m.merged_at DESC, m.from_id LIMIT ? OFFSET ?", SongMerge::of, limit, offset);
    }

    /** How many there are. */
    public int count() {
        return database.read(connection -> Statements.selectInt(connection, "SELECT count(*)" + FROM));
    }

    /** Those that were joined to a song, or might be, and are not told apart. */
    public List<SongMerge> of(int songId) {
        return database.query(
                SELECT + " AND m.state <> 'apart' AND (m.into_id = ?1 OR (m.state = 'listed' AND m.from_id = ?1))"
                        + " ORDER BY m.from_id",
                SongMerge::of,
                songId);
    }

    /**
     * Tells a song apart from the one that it was joined to: what was heard and said of it, and its ids, are its own again, and
     * no import joins the two from here on. Waits for the disk.
     *
     * @param publicId its own public id
     * @return keys of the two; nothing if there is no such pair
     */
    public Optional<int[]> separate(String publicId) {
        return database.writeNow(connection -> separate(connection, publicId));
    }

    private static Optional<int[]> separate(Connection connection, String publicId) throws SQLException {
        Optional<int[]> pair = Statements.queryFirst(
                connection,
                "SELECT m.from_id, m.into_id FROM song_merge m JOIN song f ON f.id = m.from_id"
                        + " WHERE f.public_id = ? AND m.rule = 'key'",
                row -> new int[] {row.getInt(1), row.getInt(2)},
                publicId);
        if (pair.isPresent()) {
            separate(connection, pair.get()[0]);
        }
        return pair;
    }

    private static void separate(Connection connection, int songId) throws SQLException {
        Statements.update(connection, "UPDATE song_merge SET state = 'apart', reason = NULL WHERE from_id = ?", songId);
        Statements.update(
                connection,
                "INSERT INTO song_search (rowid, title, artist) SELECT s.id, s.title, COALESCE(a.name, '') FROM song s"
                        + " LEFT JOIN artist a ON a.id = s.artist_id WHERE s.id = ? AND s.merged_into IS NOT NULL",
                songId);
        Statements.update(connection, "UPDATE song SET merged_into = NULL WHERE id = ?", songId);
        // What was told of it is its own again, with the plays that others told of too.
        Statements.update(
                connection,
                "INSERT OR IGNORE INTO unsettled_listen (user_id, listened_at, song_id, skipped)"
                        + " SELECT user_id, listened_at, song_id, skipped FROM listen WHERE told_song = ?",
                songId);
        Statements.update(
                connection,
                "UPDATE OR IGNORE listen SET song_id = told_song, listened_at = listened_at + shift, shift = 0,"
                        + " told_song = NULL WHERE told_song = ?",
                songId);
        // With the songs that had been joined to it before.
        Statements.update(
                connection,
                "UPDATE song SET merged_into = ?1 WHERE id IN"
                        + " (SELECT from_id FROM song_merge WHERE into_id = ?1 AND state = 'joined')",
                songId);
    }

    /** Songs that were joined for good: their rows are brought under the key of the one that stays. */
    public static SongMerges joinedForGood(Connection connection) throws SQLException {
        return joined(connection, " AND recording_key IS NULL");
    }

    /** Songs that are joined to others. */
    public static SongMerges allJoined(Connection connection) throws SQLException {
        return joined(connection, "");
    }

    static SongMerges joined(Connection connection, String which) throws SQLException {
        Map<Integer, Integer> staying = new HashMap<>();
        Statements.queryEach(
                connection,
                "SELECT id, merged_into FROM song WHERE merged_into IS NOT NULL" + which,
                row -> staying.put(row.getInt(1), row.getInt(2)));
        return new SongMerges(staying);
    }
}
