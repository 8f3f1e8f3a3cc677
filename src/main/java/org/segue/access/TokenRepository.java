package org.segue.access;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Hashes of tokens and sessions in the database. Its methods block. */
@Singleton
class TokenRepository {

    private static final String GRANTS =
            "SELECT t.id, t.hash, t.name, t.created_at, o.id, o.public_id, t.session_hash, t.password_hash FROM access_token t"
                    + " LEFT JOIN user u ON u.id = t.user_id LEFT JOIN user o ON o.id = COALESCE(u.merged_into, u.id)"
                    + " ORDER BY t.id";
    private static final String SESSIONS = "SELECT hash, opened_with, expires_at FROM session ORDER BY expires_at";

    private final Database database;

    TokenRepository(Database database) {
        this.database = database;
    }

    /**
     * What a token opens.
     *
     * @param token without its secret; of the administrator's, the user is empty
     * @param hash of the secret
     * @param caller whose it is
     * @param session hash of the key of players' sessions that were opened with it, null if none was
     * @param password what players of Last.fm's that hash it can be known by, null if it was not made for these
     */
    record Grant(
            Token token,
            TokenHash hash,
            Caller caller,
            @Nullable TokenHash session,
            @Nullable PlayerPassword password) {

        /** Of the administrator's token: no player signs in with it. */
        static Grant ofAdministrator(Token token, TokenHash hash) {
            return new Grant(token, hash, Caller.ADMINISTRATOR, null, null);
        }
    }

    /**
     * What a cookie opens.
     *
     * @param hash of the cookie
     * @param openedWith hash of the token that was given for it; without that token it opens nothing
     * @param expiresAt when it ends
     */
    record StoredSession(TokenHash hash, TokenHash openedWith, Instant expiresAt) {}

    List<Grant> grants() {
        return database.query(GRANTS, TokenRepository::grant);
    }

    private static Grant grant(ResultSet row) throws SQLException {
        String user = row.getString(6);
        Token token = new Token(
                row.getInt(1), user == null ? "" : user, row.getString(3), Instant.ofEpochMilli(row.getLong(4)));
        Caller caller = user == null ? Caller.ADMINISTRATOR : Caller.user(row.getInt(5), user);
        String session = row.getString(7);
        String password = row.getString(8);
        return new Grant(
                token,
                TokenHash.stored(row.getString(2)),
                caller,
                session == null ? null : TokenHash.stored(session),
                password == null ? null : new PlayerPassword(password));
    }

    List<StoredSession> sessions() {
        return database.query(
                SESSIONS,
                row -> new StoredSession(
                        TokenHash.stored(row.getString(1)),
                        TokenHash.stored(row.getString(2)),
                        Instant.ofEpochMilli(row.getLong(3))));
    }

    /** Keeps the hash of the administrator's token. */
    void addAdministrator(TokenHash hash) {
        database.writeNow(connection -> add(connection, hash, null, "administrator", null));
    }

    /**
     * Keeps the hash of a user's token, inside a write of the caller's; answers with its number.
     *
     * @param password of players that hash it, null if it is not for these
     */
    int add(
            Connection connection,
            TokenHash hash,
            @Nullable Integer userId,
            String name,
            @Nullable PlayerPassword password)
            throws SQLException {
        return Statements.selectInt(
                connection,
                "INSERT INTO access_token (hash, user_id, name, created_at, session_hash, password_hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                hash.hex(),
                userId,
                name,
                System.currentTimeMillis(),
                password == null ? null : TokenHash.of(password.sessionKey()).hex(),
                password == null ? null : password.md5());
    }

    /** Keeps the hash of the key of players' sessions that a token opens. */
    void keepSession(TokenHash token, TokenHash session) {
        database.writeNow(connection -> Statements.update(
                connection, "UPDATE access_token SET session_hash = ? WHERE hash = ?", session.hex(), token.hex()));
    }

    /** Deletes a user's token, and the sessions that it opened; false if there is none of that number. */
    boolean delete(int id) {
        return database.writeNow(connection -> {
            Statements.update(
                    connection,
                    "DELETE FROM session WHERE opened_with IN"
                            + " (SELECT hash FROM access_token WHERE id = ? AND user_id IS NOT NULL)",
                    id);
            return Statements.update(connection, "DELETE FROM access_token WHERE id = ? AND user_id IS NOT NULL", id)
                    == 1;
        });
    }

    /** Keeps a session; those that have ended, and the oldest beyond a number, go. */
    void add(StoredSession session, int most) {
        database.writeNow(connection -> {
            Statements.update(connection, "DELETE FROM session WHERE expires_at < ?", System.currentTimeMillis());
            Statements.update(
                    connection,
                    "DELETE FROM session WHERE hash NOT IN (SELECT hash FROM session ORDER BY expires_at DESC LIMIT ?)",
                    most - 1);
            return Statements.update(
                    connection,
                    "INSERT INTO session (hash, opened_with, expires_at) VALUES (?, ?, ?)",
                    session.hash().hex(),
                    session.openedWith().hex(),
                    session.expiresAt().toEpochMilli());
        });
    }

    /** Ends a session. */
    void delete(TokenHash session) {
        database.writeNow(
                connection -> Statements.update(connection, "DELETE FROM session WHERE hash = ?", session.hex()));
    }
}
