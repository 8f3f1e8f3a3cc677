package org.segue.feedback;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Feedback in the database. Bans that have ended are not told. Methods without a connection block. */
@Singleton
public class FeedbackRepository {

    private static final String IN_FORCE = " WHERE f.user_id = ?1 AND (f.until IS NULL OR f.until > ?2)";
    private static final String COMPLETED =
            " WHERE user_id = ?1 AND import_id IN (SELECT id FROM import WHERE status = 'completed')";
    // What was said here comes before what an import brought, the latest first.
    private static final String OF_SONGS = "SELECT t.id, f.verdict, f.until, t.public_id, t.title, f.judged_at FROM ("
            + "SELECT user_id, song_id, verdict, until, judged_at, 0 AS imported FROM song_feedback WHERE user_id = ?1"
            + " UNION ALL SELECT user_id, song_id, verdict, until, judged_at, 1 FROM imported_feedback" + COMPLETED
            + ") f JOIN song s ON s.id = f.song_id JOIN song t ON t.id = COALESCE(s.merged_into, s.id)"
            + IN_FORCE
            + " ORDER BY t.id, f.imported, f.judged_at DESC";
    private static final String OF_ARTISTS = "SELECT t.id, f.verdict, f.until, t.public_id, t.name, f.judged_at FROM ("
            + "SELECT user_id, artist_id, verdict, until, judged_at, 0 AS imported FROM artist_feedback WHERE user_id = ?1"
            + " UNION ALL SELECT user_id, artist_id, verdict, until, judged_at, 1 FROM imported_artist_feedback"
            + COMPLETED
            + ") f JOIN artist t ON t.id = f.artist_id"
            + IN_FORCE
            + " ORDER BY t.id, f.imported, f.judged_at DESC";

    private final Database database;

    FeedbackRepository(Database database) {
        this.database = database;
    }

    /** All that is in force of a user at a time, songs first, by key. */
    public List<StoredFeedback> of(int userId, Instant now) {
        return database.read(connection -> of(connection, userId, now));
    }

    /** The same inside a read of the caller's. */
    public List<StoredFeedback> of(Connection connection, int userId, Instant now) throws SQLException {
        List<StoredFeedback> songs = select(connection, OF_SONGS, Subject.SONG, userId, now);
        List<StoredFeedback> artists = select(connection, OF_ARTISTS, Subject.ARTIST, userId, now);
        return Stream.concat(songs.stream(), artists.stream()).toList();
    }

    /**
     * Says it, in place of what the user has said of the same before; waits for the disk.
     *
     * @return key of the user who says it now: another if this one was merged, 0 if the user is gone
     */
    int put(int userId, Feedback feedback, Instant now) {
        String subject = feedback.subject().word();
        return database.writeNow(connection -> Statements.selectInt(
                connection,
                "INSERT OR REPLACE INTO %s_feedback (user_id, %s_id, verdict, until, judged_at)"
                                .formatted(subject, subject)
                        + " SELECT COALESCE(merged_into, id), ?2, ?3, ?4, ?5 FROM user WHERE id = ?1 RETURNING user_id",
                userId,
                feedback.key(),
                feedback.verdict().word(),
                seconds(feedback.until()),
                now.getEpochSecond()));
    }

    /** Takes back what the user has said of a song or artist, if anything; waits for the disk. */
    void delete(int userId, Subject subject, int key) {
        database.writeNow(connection -> subject == Subject.SONG
                ? deleteOfSong(connection, "song_feedback", userId, key)
                        + deleteOfSong(connection, "imported_feedback", userId, key)
                : deleteOfArtist(connection, "artist_feedback", userId, key)
                        + deleteOfArtist(connection, "imported_artist_feedback", userId, key));
    }

    private static int deleteOfArtist(Connection connection, String table, int userId, int artistId)
            throws SQLException {
        return Statements.update(
                connection,
                "DELETE FROM " + table + " WHERE user_id = (SELECT COALESCE(merged_into, id) FROM user WHERE id = ?)"
                        + " AND artist_id = ?",
                userId,
                artistId);
    }

    // Under the keys of songs that were joined to it as well.
    private static int deleteOfSong(Connection connection, String table, int userId, int songId) throws SQLException {
        return Statements.update(
                connection,
                "DELETE FROM " + table + " WHERE user_id = (SELECT COALESCE(merged_into, id) FROM user WHERE id = ?1)"
                        + " AND song_id IN (SELECT id FROM song WHERE id = ?2 OR merged_into = ?2)",
                userId,
                songId);
    }

    /** Adds verdicts that an import brought. Inside a write of the caller's. */
    public void add(Connection connection, int importId, Iterator<ImportedFeedback> said) throws SQLException {
        try (PreparedStatement ofSong = connection.prepareStatement(addTo("imported_feedback", "song_id"));
                PreparedStatement ofArtist =
                        connection.prepareStatement(addTo("imported_artist_feedback", "artist_id"))) {
            while (said.hasNext()) {
                ImportedFeedback one = said.next();
                Feedback feedback = one.feedback();
                bind(
                                feedback.subject() == Subject.SONG ? ofSong : ofArtist,
                                one.userId(),
                                feedback.key(),
                                importId,
                                feedback.verdict().word(),
                                one.judgedAt(),
                                seconds(feedback.until()))
                        .executeUpdate();
            }
        }
    }

    // Nothing is added of a user who was forgotten since the key was looked up.
    private static String addTo(String table, String key) {
        return "INSERT INTO " + table + " (user_id, " + key + ", import_id, verdict, judged_at, until)"
                + " SELECT COALESCE(merged_into, id), ?2, ?3, ?4, ?5, ?6 FROM user WHERE id = ?1"
                + " ON CONFLICT DO UPDATE SET verdict = excluded.verdict, judged_at = excluded.judged_at,"
                + " until = excluded.until WHERE excluded.judged_at >= judged_at";
    }

    /** Deletes what an import brought. Inside a write of the caller's. */
    public int delete(Connection connection, int importId) throws SQLException {
        return Statements.update(connection, "DELETE FROM imported_feedback WHERE import_id = ?", importId)
                + Statements.update(connection, "DELETE FROM imported_artist_feedback WHERE import_id = ?", importId);
    }

    /** Gives what one user says to another; of two verdicts on the same the later counts. Inside a write of the caller's. */
    public void move(Connection connection, int from, int into) throws SQLException {
        for (Subject subject : Subject.values()) {
            String table = subject.word() + "_feedback";
            String key = subject.word() + "_id";
            Statements.update(
                    connection,
                    ("INSERT INTO %1$s (user_id, %2$s, verdict, until, judged_at)"
                                    + " SELECT ?2, %2$s, verdict, until, judged_at FROM %1$s WHERE user_id = ?1"
                                    + " ON CONFLICT DO UPDATE SET verdict = excluded.verdict, until = excluded.until,"
                                    + " judged_at = excluded.judged_at WHERE excluded.judged_at > %1$s.judged_at")
                            .formatted(table, key),
                    from,
                    into);
            Statements.update(connection, "DELETE FROM %s WHERE user_id = ?".formatted(table), from);
        }
        for (String table : List.of("imported_feedback", "imported_artist_feedback")) {
            Statements.update(
                    connection, "UPDATE OR REPLACE " + table + " SET user_id = ?2 WHERE user_id = ?1", from, into);
        }
    }

    private static List<StoredFeedback> select(
            Connection connection, String sql, Subject subject, int userId, Instant now) throws SQLException {
        Map<Integer, StoredFeedback> found = new LinkedHashMap<>();
        Statements.queryEach(
                connection,
                sql,
                row -> found.putIfAbsent(row.getInt(1), stored(subject, row)),
                userId,
                now.getEpochSecond());
        return List.copyOf(found.values());
    }

    private static StoredFeedback stored(Subject subject, ResultSet row) throws SQLException {
        return new StoredFeedback(
                new Feedback(subject, row.getInt(1), Verdict.of(row.getString(2)), time(row, 3)),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochSecond(row.getLong(6)));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochSecond(seconds);
    }

    private static @Nullable Long seconds(@Nullable Instant time) {
        return time == null ? null : time.getEpochSecond();
    }
}
