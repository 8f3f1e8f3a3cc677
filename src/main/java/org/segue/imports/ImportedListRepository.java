package org.segue.imports;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.segue.catalog.UserMergeRepository.RowOwners;
import org.segue.imports.staging.StagedList;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Lists that imports bring, as rows of their own: in force while the import is completed, and read beside those that are kept
 * here ({@code playlist_in_force}). One list in two imports is one list, and stays if one of the two is undone. Blocks.
 */
@Singleton
class ImportedListRepository {

    /** One import brings a user so many lists at most: as many as a user may keep. */
    static final int MAX_LISTS = 1000;

    static final String TOO_MANY = SkipPhrase.TOO_MANY_LISTS.english();

    private static final String OTHERS = "SELECT 1 FROM (SELECT id, user_id FROM playlist"
            + " UNION ALL SELECT id, user_id FROM imported_playlist) p JOIN user u ON u.id = p.user_id"
            + " WHERE p.id = ? AND COALESCE(u.merged_into, u.id) <> ? LIMIT 1";

    private final Database database;

    ImportedListRepository(Database database) {
        this.database = database;
    }

    /**
     * Adds lists. Nothing is added of a user who was forgotten since the key was looked up.
     *
     * @param skipped takes the reason for each that is not wanted
     */
    void add(int importId, List<StagedList> lists, Consumer<String> skipped) {
        database.writeEach(lists, (connection, turn) -> {
            try (RowOwners owners = new RowOwners(connection);
                    PreparedStatement others = connection.prepareStatement(OTHERS);
                    PreparedStatement count = connection.prepareStatement(
                            "SELECT count(*) FROM imported_playlist WHERE import_id = ? AND user_id = ? AND id <> ?");
                    PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO imported_playlist"
                            + " (id, import_id, user_id, name, songs, created_at) VALUES (?, ?, ?, ?, ?, ?)")) {
                while (turn.hasNext()) {
                    StagedList list = turn.next();
                    int owner = owners.of(list.userId());
                    String id = firstInt(others, list.id(), owner) == 0 ? list.id() : idFor(owner, list.id());
                    if (firstInt(count, importId, owner, id) >= MAX_LISTS) {
                        skipped.accept(TOO_MANY);
                    } else if (owner != 0) {
                        bind(insert, id, importId, owner, list.title(), list.songs(), list.createdAt())
                                .executeUpdate();
                    }
                }
            }
        });
    }

    // What one user keeps is not replaced by what is told of another: the other's has an id of its own, always the
    // same.
    private static String idFor(int userId, String id) {
        return UUID.nameUUIDFromBytes("%s of %d".formatted(id, userId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Deletes what an import brought. */
    void delete(int importId) {
        database.writeNow(connection -> delete(connection, importId));
    }

    private static int delete(Connection connection, int importId) throws SQLException {
        return Statements.update(connection, "DELETE FROM imported_playlist WHERE import_id = ?", importId);
    }
}
