package org.segue.listens;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.segue.catalog.Source;
import org.segue.storage.Statements;

/**
 * Play counts in the database, inside reads and writes of the caller's. Rows belong to the import that brought them and
 * count while that one is completed; of one source's imports the latest is in force, so nothing has to be overwritten and
 * an import can be taken back whole.
 */
@Singleton
public class PlayCountRepository {

    private static final String IN_FORCE_OF_SOURCE = "SELECT 1 FROM play_count p JOIN import i ON i.id = p.import_id"
            + " WHERE p.user_id = ? AND p.song_id = ? AND i.source_id = ? AND i.status = 'completed' LIMIT 1";

    private static final String IMPORTS_IN_FORCE_OF_SOURCE =
            "SELECT 1 FROM import WHERE source_id = ? AND status = 'completed' LIMIT 1";

    /** Adds what an import brings of a source; each user and song once. */
    public void add(Connection connection, int importId, Source source, Iterator<PlayCount> counts, Added added)
            throws SQLException {
        // Nothing can be known of a source of which nothing counts yet: that saves a look for each of a first import's
        // rows.
        boolean anythingKnown = Statements.selectInt(connection, IMPORTS_IN_FORCE_OF_SOURCE, source.id()) != 0;
        try (PreparedStatement known = connection.prepareStatement(IN_FORCE_OF_SOURCE);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO play_count (user_id, song_id, import_id, value) VALUES (?, ?, ?, ?)")) {
            while (counts.hasNext()) {
                PlayCount count = counts.next();
                added.count(anythingKnown && firstInt(bind(known, count.userId(), count.songId(), source.id())) != 0);
                bind(insert, count.userId(), count.songId(), importId, count.value())
                        .executeUpdate();
            }
        }
    }

    /** Keys of the users of whom an import brought play counts. */
    public List<Integer> usersOf(Connection connection, int importId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT DISTINCT user_id FROM play_count WHERE import_id = ?")) {
            return Statements.ints(bind(select, importId));
        }
    }

    /** Deletes what an import brought of some users. */
    public void delete(Connection connection, int importId, Iterator<Integer> userIds) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM play_count WHERE user_id = ? AND import_id = ?")) {
            while (userIds.hasNext()) {
                bind(delete, userIds.next(), importId).executeUpdate();
            }
        }
    }
}
