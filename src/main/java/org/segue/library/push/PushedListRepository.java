package org.segue.library.push;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.library.push.PushedList.Outcome;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.text.Sentence;

/** What was sent of lists, in the database. Its methods block; those that write wait for the disk. */
@Singleton
class PushedListRepository {

    private static final String SELECT =
            "SELECT list, enabled, external_id, content, state, message, pushed_at FROM pushed_list WHERE login_id = ?";

    // Nothing is written for a login that is gone.
    private static final String PUT = "INSERT INTO pushed_list"
            + " (login_id, list, enabled, external_id, content, state, message, pushed_at)"
            + " SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM library_login WHERE id = ?1"
            + " ON CONFLICT (login_id, list) DO UPDATE SET enabled = ?3, external_id = ?4, content = ?5, state = ?6,"
            + " message = ?7, pushed_at = ?8";

    private final Database database;

    PushedListRepository(Database database) {
        this.database = database;
    }

    /** What is known of a login's lists, by the list. */
    Map<String, PushedList> of(int loginId) {
        Map<String, PushedList> all = new HashMap<>();
        database.query(SELECT, PushedListRepository::list, loginId).forEach(list -> all.put(list.list(), list));
        return all;
    }

    /** Whether a kept list came with an import. */
    boolean isImported(String list) {
        return database.read(connection ->
                Statements.selectInt(connection, "SELECT EXISTS (SELECT 1 FROM imported_playlist WHERE id = ?)", list)
                        == 1);
    }

    /** Whether a list of a library's server is one that was made for any of its logins. */
    boolean isKnown(int libraryId, String externalId) {
        return database.read(connection -> Statements.selectInt(
                        connection,
                        "SELECT EXISTS (SELECT 1 FROM pushed_list p JOIN library_login a ON a.id = p.login_id"
                                + " WHERE a.library_id = ? AND p.external_id = ?)",
                        libraryId,
                        externalId)
                == 1);
    }

    /** Writes what has become of a list. */
    void put(int loginId, PushedList list) {
        Outcome outcome = list.outcome();
        database.writeNow(connection -> Statements.update(
                connection,
                PUT,
                loginId,
                list.list(),
                list.enabled() ? 1 : 0,
                list.externalId(),
                list.content(),
                outcome.state() == null ? null : outcome.state().word(),
                outcome.message() == null ? null : outcome.message().stored(),
                outcome.at() == null ? null : outcome.at().toEpochMilli()));
    }

    /** Forgets a list that is gone here. */
    void delete(int loginId, String list) {
        database.writeNow(connection -> Statements.update(
                connection, "DELETE FROM pushed_list WHERE login_id = ? AND list = ?", loginId, list));
    }

    private static PushedList list(ResultSet row) throws SQLException {
        return new PushedList(
                row.getString(1),
                row.getInt(2) == 1,
                row.getString(3),
                row.getString(4),
                new Outcome(state(row.getString(5)), Sentence.readOrNull(row.getString(6)), at(row)));
    }

    private static @Nullable PushState state(@Nullable String word) {
        return word == null ? null : PushState.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Instant at(ResultSet row) throws SQLException {
        long ms = row.getLong(7);
        return row.wasNull() ? null : Instant.ofEpochMilli(ms);
    }
}
