package org.segue.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.segue.catalog.RecordingKey;
import org.segue.library.ServerSong.ServerArtist;
import org.segue.storage.Statements;

/** Notes what a library calls artists: statements for one write of the caller's. */
public final class LibraryArtistRepository implements AutoCloseable {

    private final int libraryId;
    private final PreparedStatement keep;
    private final Set<String> done = new HashSet<>();

    /** Prepares. */
    public LibraryArtistRepository(Connection connection, int libraryId) throws SQLException {
        this.libraryId = libraryId;
        this.keep = connection.prepareStatement(
                "INSERT INTO library_artist (library_id, external_id, name_key)"
                        + " VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET name_key = excluded.name_key WHERE name_key <> excluded.name_key");
    }

    /** Notes an artist's id; a name without letters or an artist without an id is passed over. */
    public void keep(ServerArtist artist) throws SQLException {
        String nameKey = RecordingKey.artist(artist.name());
        if (!artist.id().isEmpty() && !nameKey.isEmpty() && done.add(artist.id())) {
            Statements.bind(keep, libraryId, artist.id(), nameKey).executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        Statements.close(keep);
    }
}
