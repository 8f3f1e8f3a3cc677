package org.segue.library;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.segue.storage.Database;

/**
 * Keeps what tells which of several files of a song is the one to play: one that a login has a star for, else one of a studio album.
 * Its methods block.
 */
@Singleton
class FileChoiceRepository {

    /** Orders rows {@code l} of songs: those of albums that are live or compilations come last. */
    static final String STUDIO_FIRST = "EXISTS (SELECT 1 FROM library_album x WHERE x.library_id = l.library_id"
            + " AND x.external_id = l.album_id)";

    /** Orders rows {@code l} of songs: those come first that the logins have a star for whose condition is put in. */
    static final String STARRED_FIRST =
            "NOT EXISTS (SELECT 1 FROM library_login g JOIN library_star t ON t.login_id = g.id"
                    + " AND t.external_id = l.external_id WHERE g.library_id = l.library_id AND %s)";

    private final Database database;

    FileChoiceRepository(Database database) {
        this.database = database;
    }

    /** Notes which albums of a library are live or compilations. */
    void keepAlbums(int libraryId, StagedLibraryRepository staged) {
        Set<String> now = new HashSet<>();
        staged.secondaryAlbums(now::addAll);
        keep("library_album", "library_id", libraryId, now);
    }

    /** Notes which files a login has a star for. */
    void keepStars(int loginId, Set<String> now) {
        keep("library_star", "login_id", loginId, now);
    }

    private void keep(String table, String column, int key, Set<String> now) {
        Set<String> before = new HashSet<>(database.query(
                "SELECT external_id FROM " + table + " WHERE " + column + " = ?", row -> row.getString(1), key));
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(now);
        each("DELETE FROM " + table + " WHERE " + column + " = ? AND external_id = ?", key, gone);
        Set<String> added = new HashSet<>(now);
        added.removeAll(before);
        String owner = "library_album".equals(table) ? "library" : "library_login";
        // Nothing of a library or login that has gone meanwhile.
        each("INSERT OR IGNORE INTO " + table + " SELECT o.id, ?2 FROM " + owner + " o WHERE o.id = ?1", key, added);
    }

    private void each(String sql, int key, Collection<String> ids) {
        database.writeEach(List.copyOf(ids), (connection, turn) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                while (turn.hasNext()) {
                    bind(statement, key, turn.next()).executeUpdate();
                }
            }
        });
    }
}
