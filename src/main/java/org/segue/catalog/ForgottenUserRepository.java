package org.segue.catalog;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Users who wanted to be forgotten: their keys alone stay, until nothing is left of them. Methods without a connection block; the
 * others run inside a read or write of the caller's.
 */
@Singleton
public class ForgottenUserRepository {

    /** A request may have named the person by these as well. */
    private static final String SAID_HERE = "SELECT public_id AS said FROM user WHERE id = ?1 OR merged_into = ?1"
            + " UNION SELECT name FROM user WHERE id = ?1 OR merged_into = ?1";

    private final Database database;
    private final UserRepository users;

    ForgottenUserRepository(Database database, UserRepository users) {
        this.database = database;
        this.users = users;
    }

    /**
     * Forgets a user: ids, names, aliases, words, and all that goes with the user's row. Rows with the keys are the caller's
     * to delete.
     *
     * @return the keys that the user had; none if the user is gone already
     */
    public List<Integer> forget(Connection connection, int userId, long nowMillis) throws SQLException {
        Statements.update(
                connection,
                "INSERT INTO forgotten_user (user_id, forgotten_at) SELECT id, ?2 FROM user WHERE id = ?1 OR merged_into = ?1",
                userId,
                nowMillis);
        Statements.update(
                connection,
                "INSERT OR REPLACE INTO forgotten_alias (source_id, external_id, forgotten_at)"
                        + " SELECT source_id, external_id, ?2 FROM user_alias WHERE user_id = ?1"
                        + " UNION SELECT s.id, n.said, ?2 FROM source s, (" + SAID_HERE + ") n WHERE s.name = '"
                        + SourceRepository.HOUSE + "'",
                userId,
                nowMillis);
        // Who imported a file for a user said the name.
        Statements.update(
                connection,
                "UPDATE import SET request = json_remove(request, '$.user') WHERE status NOT IN ('queued', 'running')"
                        + " AND json_extract(request, '$.user') IN (SELECT external_id FROM user_alias WHERE user_id = ?1"
                        + " UNION " + SAID_HERE + ")",
                userId);
        List<Integer> keys = Statements.query(
                connection, "SELECT id FROM user WHERE id = ?1 OR merged_into = ?1", row -> row.getInt(1), userId);
        users.delete(connection, userId);
        // Deleted words stay in the index until it is put in order.
        Statements.update(connection, "INSERT INTO user_search (user_search) VALUES ('optimize')");
        dropOldAliases(connection);
        return keys;
    }

    /** Forgets what forgotten users were called, as far as no import that was accepted before waits or runs. */
    public int dropOldAliases(Connection connection) throws SQLException {
        return Statements.update(
                connection,
                "DELETE FROM forgotten_alias WHERE NOT EXISTS (SELECT 1 FROM import"
                        + " WHERE status IN ('queued', 'running') AND created_at <= forgotten_at)");
    }

    /** Keys of the users who were forgotten and may have rows still. */
    public List<Integer> forgottenWithRows(Connection connection) throws SQLException {
        return keys(connection, "SELECT user_id FROM forgotten_user WHERE has_rows = 1");
    }

    /** Notes that a forgotten user has no rows any more. */
    public int noteRowsGone(Connection connection, int userId) throws SQLException {
        return Statements.update(connection, "UPDATE forgotten_user SET has_rows = 0 WHERE user_id = ?", userId);
    }

    /** Keys of all users who were ever forgotten. */
    public Set<Integer> forgotten() {
        return database.read(connection -> Set.copyOf(keys(connection, "SELECT user_id FROM forgotten_user")));
    }

    /** Keys of the users who were forgotten and may be in stored models still. */
    public Set<Integer> forgottenInModels() {
        return database.read(
                connection -> Set.copyOf(keys(connection, "SELECT user_id FROM forgotten_user WHERE in_models = 1")));
    }

    /** Notes that no stored model has these users any more; waits for the disk. */
    public void noteModelsWithout(Set<Integer> userIds) {
        database.writeEach(List.copyOf(userIds), (connection, keys) -> {
            while (keys.hasNext()) {
                Statements.update(connection, "UPDATE forgotten_user SET in_models = 0 WHERE user_id = ?", keys.next());
            }
        });
    }

    private static List<Integer> keys(Connection connection, String sql) throws SQLException {
        return Statements.query(connection, sql, row -> row.getInt(1));
    }
}
