package org.segue.library;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.text.Sentence;

/** Logins in the database. Its methods block; those that write wait for the disk. */
@Singleton
public class LoginRepository {

    private static final String SELECT =
            "SELECT a.id, a.library_id, u.id, u.public_id, u.name, a.server_user, a.stars, a.ratings, a.counts,"
                    + " a.loves_out, a.problem FROM library_login a JOIN user u ON u.id = a.user_id ";

    private final Database database;

    LoginRepository(Database database) {
        this.database = database;
    }

    /** The login of a key. */
    public Optional<LibraryLogin> byId(int id) {
        return database.queryFirst(SELECT + "WHERE a.id = ?", LoginRepository::login, id);
    }

    /** The logins of a library, in the order in which they came. */
    public List<LibraryLogin> ofLibrary(int libraryId) {
        return database.query(SELECT + "WHERE a.library_id = ? ORDER BY a.id", LoginRepository::login, libraryId);
    }

    /** A listener's logins, one a library at most, in the order in which the libraries came. */
    public List<LibraryLogin> ofUser(int userId) {
        return database.query(SELECT + "WHERE a.user_id = ? ORDER BY a.library_id", LoginRepository::login, userId);
    }

    /** All logins, by library. */
    public List<LibraryLogin> all() {
        return database.query(SELECT + "ORDER BY a.library_id, a.id", LoginRepository::login);
    }

    /** Adds a listener's login at a library, in place of the one that there is. Inside a write of the caller's. */
    static int put(Connection connection, int libraryId, int userId, String serverUser, String secret, LoginTaste taste)
            throws SQLException {
        int id = Statements.selectInt(
                connection,
                "INSERT INTO library_login (library_id, user_id, server_user, secret, created_at) VALUES (?, ?, ?, ?, "
                        + System.currentTimeMillis() + ") ON CONFLICT (library_id, user_id) DO UPDATE SET"
                        + " server_user = excluded.server_user, secret = excluded.secret, problem = NULL RETURNING id",
                libraryId,
                userId,
                serverUser,
                secret);
        change(connection, id, taste);
        return id;
    }

    /** Deletes a login. Inside a write of the caller's. */
    static int delete(Connection connection, int id) throws SQLException {
        return Statements.update(connection, "DELETE FROM library_login WHERE id = ?", id);
    }

    private static int change(Connection connection, int id, LoginTaste taste) throws SQLException {
        return Statements.update(
                connection,
                "UPDATE library_login SET stars = ?, ratings = ?, counts = ?, loves_out = ? WHERE id = ?",
                number(taste.stars()),
                number(taste.ratings()),
                number(taste.counts()),
                number(taste.lovesOut()),
                id);
    }

    /** Says what of a login's taste counts. */
    void change(int id, LoginTaste taste) {
        database.writeNow(connection -> change(connection, id, taste));
    }

    /** Notes why a login could not be used, or with null that it could. */
    void note(int id, @Nullable Sentence problem) {
        String stored = problem == null ? null : problem.stored();
        database.writeNow(connection -> Statements.update(
                connection, "UPDATE library_login SET problem = ?1 WHERE id = ?2 AND problem IS NOT ?1", stored, id));
    }

    /** The encrypted secret of a login; nothing if the login is gone. */
    Optional<String> secret(int id) {
        return database.queryFirst("SELECT secret FROM library_login WHERE id = ?", row -> row.getString(1), id);
    }

    /** Other listeners' logins with the same account of a library's server. Inside a read or write of the caller's. */
    static List<LibraryLogin> ofAccount(Connection connection, int libraryId, String serverUser, int userId)
            throws SQLException {
        return Statements.query(
                connection,
                SELECT + "WHERE a.library_id = ? AND a.server_user = ? AND a.user_id <> ? ORDER BY a.id",
                LoginRepository::login,
                libraryId,
                serverUser,
                userId);
    }

    private static int number(boolean set) {
        return set ? 1 : 0;
    }

    static LibraryLogin login(ResultSet row) throws SQLException {
        LoginTaste taste =
                new LoginTaste(row.getInt(7) == 1, row.getInt(8) == 1, row.getInt(9) == 1, row.getInt(10) == 1);
        return new LibraryLogin(
                row.getInt(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                taste,
                Sentence.readOrNull(row.getString(11)));
    }
}
