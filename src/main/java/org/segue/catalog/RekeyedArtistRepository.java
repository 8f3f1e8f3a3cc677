package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;
import static org.segue.storage.Statements.selectInt;
import static org.segue.storage.Statements.update;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.segue.storage.Statements;

/**
 * Artists whose keys are made anew, inside reads and writes of the caller's. Of two that have the same key then, the one whose
 * songs more people have stays, and the other's public id leads to it; unless somebody loves the one and dislikes the other.
 */
final class RekeyedArtistRepository {

    private static final int PORTION = 5000;

    private static final String OPPOSED =
            "SELECT EXISTS (SELECT 1 FROM verdicts a JOIN verdicts b ON b.user_id = a.user_id"
                    + " WHERE a.artist_id = ?1 AND b.artist_id = ?2 AND (a.verdict = 'love') <> (b.verdict = 'love'))";

    private static final String VERDICTS = "WITH verdicts AS (SELECT user_id, artist_id, verdict FROM artist_feedback"
            + " UNION ALL SELECT user_id, artist_id, verdict FROM imported_artist_feedback) ";

    private RekeyedArtistRepository() {}

    /** An artist with a key of before. */
    record Unkeyed(int id, String name) {}

    /** Some of the artists that have a key of before. */
    static List<Unkeyed> unkeyed(Connection connection) throws SQLException {
        return Statements.query(
                connection,
                "SELECT id, name FROM artist WHERE name_key >= char(9) AND name_key < char(10) ORDER BY name_key LIMIT "
                        + PORTION,
                row -> new Unkeyed(row.getInt(1), row.getString(2)));
    }

    /** Makes keys. */
    static void rekey(Connection connection, Iterator<Unkeyed> artists) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement("SELECT id FROM artist WHERE name_key = ?");
                PreparedStatement name = connection.prepareStatement("UPDATE artist SET name_key = ? WHERE id = ?")) {
            while (artists.hasNext()) {
                Unkeyed artist = artists.next();
                String key = RecordingKey.artist(artist.name());
                int other = firstInt(known, key);
                if (other == 0) {
                    bind(name, key, artist.id()).executeUpdate();
                } else {
                    share(connection, name, key, other, artist.id());
                }
            }
        }
    }

    private static void share(Connection connection, PreparedStatement name, String key, int first, int second)
            throws SQLException {
        boolean areOpposed = selectInt(connection, VERDICTS + OPPOSED, first, second) != 0;
        boolean firstStays = areOpposed || listeners(connection, first) >= listeners(connection, second);
        int stays = firstStays ? first : second;
        int goes = firstStays ? second : first;
        // A key has no tab: by name nobody finds the other any more.
        bind(name, key + '\t' + goes, goes).executeUpdate();
        bind(name, key, stays).executeUpdate();
        if (!areOpposed) {
            join(connection, stays, goes);
        }
    }

    private static int listeners(Connection connection, int artistId) throws SQLException {
        return selectInt(connection, "SELECT sum(listeners) FROM song WHERE artist_id = ?", artistId);
    }

    private static void join(Connection connection, int stays, int goes) throws SQLException {
        update(connection, "UPDATE song SET artist_id = ? WHERE artist_id = ?", stays, goes);
        for (String table : List.of("artist_feedback", "imported_artist_feedback")) {
            update(connection, "UPDATE OR IGNORE " + table + " SET artist_id = ? WHERE artist_id = ?", stays, goes);
            update(connection, "DELETE FROM " + table + " WHERE artist_id = ?", goes);
        }
        update(connection, "UPDATE artist SET merged_into = ? WHERE merged_into = ?", stays, goes);
        update(connection, "UPDATE artist SET merged_into = ? WHERE id = ?", stays, goes);
        update(connection, "DELETE FROM artist_search WHERE rowid = ?", goes);
    }
}
