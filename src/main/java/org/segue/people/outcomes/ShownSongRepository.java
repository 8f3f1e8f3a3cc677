package org.segue.people.outcomes;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.segue.catalog.SongsShown;
import org.segue.catalog.SongsShown.Ranked;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Shown songs in the database, a row for each listener and song: the first time counts. Its methods block. */
@Singleton
public class ShownSongRepository {

    // Nothing is written of a listener, or of a song, who is gone by now.
    private static final String INSERT = "INSERT INTO shown_song (user_id, song_id, shown, rank, shown_at)"
            + " SELECT COALESCE(u.merged_into, u.id), COALESCE(s.merged_into, s.id), %d, ?3, ?4 FROM user u, song s"
            + " WHERE u.id = ?1 AND s.id = ?2%s ON CONFLICT DO NOTHING";

    private static final String SHOWN = INSERT.formatted(1, "");

    // A song that the listener has seen before is no song that was not shown.
    private static final String NEXT = INSERT.formatted(
            0,
            " AND NOT EXISTS (SELECT 1 FROM shown_song o WHERE o.user_id = COALESCE(u.merged_into, u.id)"
                    + " AND o.song_id = COALESCE(s.merged_into, s.id) AND o.shown = 1)");

    private static final String OF_USER =
            "SELECT COALESCE(s.merged_into, s.id) AS song, f.shown, f.rank, min(f.shown_at) FROM shown_song f"
                    + " JOIN song s ON s.id = f.song_id WHERE f.user_id = ?1 AND f.shown_at >= ?2"
                    + " GROUP BY song, f.shown ORDER BY 4, song, f.shown DESC";

    private final Database database;

    ShownSongRepository(Database database) {
        this.database = database;
    }

    /** Writes what was shown, in short commits; waits for the disk. */
    void add(List<SongsShown> batch) {
        database.writeEach(batch, ShownSongRepository::add);
    }

    private static void add(Connection connection, Iterator<SongsShown> batch) throws SQLException {
        try (PreparedStatement shown = connection.prepareStatement(SHOWN);
                PreparedStatement next = connection.prepareStatement(NEXT)) {
            while (batch.hasNext()) {
                SongsShown one = batch.next();
                add(shown, one, one.shown());
                add(next, one, one.next());
            }
        }
    }

    private static void add(PreparedStatement insert, SongsShown of, List<Ranked> songs) throws SQLException {
        for (Ranked song : songs) {
            bind(insert, of.userId(), song.songId(), song.rank(), of.at().getEpochSecond())
                    .executeUpdate();
        }
    }

    /**
     * What was shown to a listener, in the order of its times.
     *
     * @param since nothing of before
     */
    public List<ShownSong> of(int userId, Instant since) {
        return database.query(
                OF_USER,
                row -> new ShownSong(row.getInt(1), row.getInt(2) == 1, row.getInt(3), row.getLong(4)),
                userId,
                since.getEpochSecond());
    }

    /**
     * Deletes some of what was shown before a time; waits for the disk.
     *
     * @return how many rows; 0 when none is left
     */
    int deleteBefore(Instant time) {
        return database.writeNow(connection -> Statements.update(
                connection,
                "DELETE FROM shown_song WHERE (user_id, song_id, shown) IN"
                        + " (SELECT user_id, song_id, shown FROM shown_song WHERE shown_at < ? LIMIT 5000)",
                time.getEpochSecond()));
    }
}
