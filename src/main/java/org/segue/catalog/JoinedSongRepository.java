package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.selectInt;
import static org.segue.storage.Statements.update;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Statements;

/**
 * Joins songs that got the same key, inside a write of the caller's, and notes what it did. Careful, because nobody is asked:
 * songs with different MusicBrainz ids, with lengths far apart, or of which somebody loves the one and dislikes the other, are
 * listed and stay two.
 */
final class JoinedSongRepository {

    private static final String SONGS_OF_KEY = "SELECT id, mbid, duration_ms FROM song WHERE recording_key = ?"
            + " AND merged_into IS NULL ORDER BY mbid IS NULL, listeners DESC, id";

    private static final String OPPOSED =
            "WITH verdicts AS (SELECT f.user_id, COALESCE(s.merged_into, s.id) AS song_id,"
                    + " f.verdict FROM (SELECT user_id, song_id, verdict FROM song_feedback"
                    + " UNION ALL SELECT user_id, song_id, verdict FROM imported_feedback) f JOIN song s ON s.id = f.song_id"
                    + " WHERE s.id IN (?1, ?2) OR s.merged_into IN (?1, ?2))"
                    + " SELECT EXISTS (SELECT 1 FROM verdicts a JOIN verdicts b ON b.user_id = a.user_id"
                    + " WHERE a.song_id = ?1 AND b.song_id = ?2 AND (a.verdict = 'love') <> (b.verdict = 'love'))";

    private JoinedSongRepository() {}

    /** One of the songs of a key. */
    private record Sharing(int id, @Nullable String mbid, int durationMs) {}

    /** Joins the songs of keys, one key after the other. */
    static void join(Connection connection, Iterator<String> keys) throws SQLException {
        try (PreparedStatement songs = connection.prepareStatement(SONGS_OF_KEY);
                PreparedStatement note = connection.prepareStatement(
                        "INSERT INTO song_merge (from_id, into_id, state, rule, reason, merged_at)"
                                + " VALUES (?, ?, ?, 'key', ?, ?)")) {
            while (keys.hasNext()) {
                join(
                        connection,
                        Statements.query(
                                bind(songs, keys.next()),
                                row -> new Sharing(row.getInt(1), row.getString(2), row.getInt(3))),
                        note);
            }
        }
    }

    private static void join(Connection connection, List<Sharing> songs, PreparedStatement note) throws SQLException {
        long now = Instant.now().getEpochSecond();
        List<List<Sharing>> apart = new ArrayList<>();
        for (Sharing song : songs) {
            List<Sharing> joined = null;
            String reason = null;
            for (List<Sharing> others : apart) {
                String against = against(connection, others, song);
                joined = joined == null && against == null ? others : joined;
                reason = reason == null ? against : reason;
            }
            if (joined != null) {
                joined.add(song);
                join(connection, joined.get(0).id(), song.id());
                bind(note, song.id(), joined.get(0).id(), "joined", null, now).executeUpdate();
            } else {
                if (!apart.isEmpty()) {
                    bind(note, song.id(), apart.get(0).get(0).id(), "listed", reason, now)
                            .executeUpdate();
                }
                apart.add(new ArrayList<>(List.of(song)));
            }
        }
    }

    private static @Nullable String against(Connection connection, List<Sharing> others, Sharing song)
            throws SQLException {
        for (Sharing other : others) {
            if (song.mbid() != null && other.mbid() != null && !song.mbid().equalsIgnoreCase(other.mbid())) {
                return "mbid";
            }
            if (RecordingLengths.areFarApart(song.durationMs(), other.durationMs())) {
                return "length";
            }
            if (selectInt(connection, OPPOSED, song.id(), other.id()) != 0) {
                return "feedback";
            }
        }
        return null;
    }

    // Its rows, ids and key stay with it, so that it can be taken back.
    private static void join(Connection connection, int stays, int goes) throws SQLException {
        update(
                connection,
                "INSERT OR IGNORE INTO song_merge (from_id, into_id, state, rule, merged_at)"
                        + " SELECT id, ?1, 'joined', 'id', 0 FROM song WHERE merged_into = ?1",
                goes);
        update(connection, "UPDATE song SET merged_into = ?1 WHERE merged_into = ?2", stays, goes);
        update(connection, "UPDATE song SET merged_into = ?1, listeners = 0 WHERE id = ?2", stays, goes);
        update(connection, "DELETE FROM song_search WHERE rowid = ?", goes);
    }
}
