package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.segue.storage.Statements;

/** What Spotify calls the songs of one import, as far as it is told beside the plays; what is said first counts. For one thread. */
final class StagedTrackRepository implements AutoCloseable {

    /** Most plays are of a song whose name was just told: so many are remembered, to spare a write each. */
    private static final int REMEMBERED = 10_000;

    private final PreparedStatement insert;
    private final Set<String> told = new HashSet<>();

    StagedTrackRepository(Connection connection) throws SQLException {
        Statements.update(connection, "CREATE TABLE track (uri TEXT PRIMARY KEY, song INTEGER NOT NULL) WITHOUT ROWID");
        insert = connection.prepareStatement("INSERT OR IGNORE INTO track VALUES (?, ?)");
    }

    void add(int song, String uri) throws SQLException {
        if (told.size() >= REMEMBERED) {
            told.clear();
        }
        if (told.add(uri)) {
            bind(insert, uri, song).executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        Statements.close(insert);
    }
}
