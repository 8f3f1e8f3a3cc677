package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.segue.storage.Statements;

/** What MusicBrainz calls the artists of one import; what is said first counts. For one thread. */
final class StagedArtistRepository implements AutoCloseable {

    /** Most listens are of an artist whose id was just told: so many names are remembered, to spare a write each. */
    private static final int REMEMBERED = 10_000;

    private final PreparedStatement insert;
    private final Set<String> told = new HashSet<>();

    StagedArtistRepository(Connection connection) throws SQLException {
        Statements.update(connection, "CREATE TABLE artist (name TEXT PRIMARY KEY, mbid TEXT NOT NULL) WITHOUT ROWID");
        insert = connection.prepareStatement("INSERT OR IGNORE INTO artist VALUES (?, ?)");
    }

    void add(String name, String mbid) throws SQLException {
        if (told.size() >= REMEMBERED) {
            told.clear();
        }
        if (told.add(name)) {
            bind(insert, name, mbid).executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        Statements.close(insert);
    }
}
