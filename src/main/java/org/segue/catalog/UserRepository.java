package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Users in the database. Methods without a connection block; the others run inside a read or write of the caller's. */
@Singleton
public class UserRepository {

    private static final String SELECT =
            "SELECT t.id, t.public_id, t.name FROM user u JOIN user t ON t.id = COALESCE(u.merged_into, u.id) ";

    private final Database database;

    UserRepository(Database database) {
        this.database = database;
    }

    /** The user of a public id. */
    public Optional<User> byPublicId(String publicId) {
        return database.read(connection -> users(connection, SELECT + "WHERE u.public_id = ?", publicId).stream()
                .findFirst());
    }

    /** The user whom a source calls by an id. */
    public Optional<User> byAlias(String source, String externalId) {
        return database.read(connection -> users(
                        connection,
                        SELECT + "JOIN user_alias a ON a.user_id = u.id JOIN source s ON s.id = a.source_id"
                                + " WHERE s.name = ? AND a.external_id = ?",
                        source,
                        externalId)
                .stream()
                .findFirst());
    }

    /**
     * Users with words that start like those typed, oldest first; all of them if none was typed.
     *
     * @param typed any text
     * @param offset how many of them to pass over
     * @param limit the most users to answer with
     */
    public List<User> search(String typed, int offset, int limit) {
        String query = SearchWords.prefixQuery(typed);
        if (query.isEmpty()) {
            return database.read(connection -> users(
                    connection, SELECT + "WHERE u.merged_into IS NULL ORDER BY u.id LIMIT ? OFFSET ?", limit, offset));
        }
        return database.read(connection -> users(
                connection,
                SELECT + "WHERE u.id IN (SELECT rowid FROM user_search WHERE user_search MATCH ?"
                        + " ORDER BY rowid LIMIT ? OFFSET ?) ORDER BY u.id",
                query,
                limit,
                offset));
    }

    /** Up to {@code n} users from all over the list, always the same ones: examples that look less alike than neighbours do. */
    public List<User> examples(int n) {
        return database.read(connection -> {
            int last = Statements.selectInt(connection, "SELECT max(id) FROM user");
            Set<User> examples = new LinkedHashSet<>();
            for (long i = 0; i < n; i++) {
                examples.addAll(users(
                        connection,
                        SELECT + "WHERE u.id >= ? AND u.merged_into IS NULL ORDER BY u.id LIMIT 1",
                        1 + i * last / n));
            }
            return List.copyOf(examples);
        });
    }

    /** Number of users that {@link #search} finds without a limit. */
    public int count(String typed) {
        String query = SearchWords.prefixQuery(typed);
        return database.read(connection -> query.isEmpty()
                ? Statements.selectInt(connection, "SELECT count(*) FROM user WHERE merged_into IS NULL")
                : Statements.selectInt(
                        connection, "SELECT count(*) FROM user_search WHERE user_search MATCH ?", query));
    }

    /**
     * Keys of a source's users, made where they are new.
     *
     * @param source whose ids they are
     * @param importId the import that brings them
     * @param externalIds what the source calls them
     * @param found takes each with its key, in the same order
     */
    public void resolve(
            Connection connection,
            Source source,
            int importId,
            Iterator<String> externalIds,
            ObjIntConsumer<String> found)
            throws SQLException {
        try (Resolving resolving = new Resolving(connection, source, importId)) {
            while (externalIds.hasNext()) {
                String externalId = externalIds.next();
                found.accept(externalId, resolving.key(externalId));
            }
        }
    }

    /**
     * The user of a public id, or a new one of that name. From here on the user stays, whichever imports are taken back. Inside
     * a write of the caller's.
     */
    public User keep(Connection connection, String name) throws SQLException {
        Optional<User> known = users(connection, SELECT + "WHERE u.public_id = ?", name).stream()
                .findFirst();
        if (known.isPresent()) {
            Statements.update(
                    connection,
                    "UPDATE user SET import_id = NULL WHERE id = ?",
                    known.get().id());
            return known.get();
        }
        String publicId = PublicId.choose(
                "segue",
                name,
                id -> Statements.selectInt(connection, "SELECT 1 FROM user WHERE public_id = ?", id) != 0);
        int key = Statements.selectInt(
                connection, "INSERT INTO user (public_id, name) VALUES (?, ?) RETURNING id", publicId, name);
        Statements.update(connection, "INSERT INTO user_search (rowid, name) VALUES (?, ?)", key, name);
        return new User(key, publicId, name);
    }

    /** Key of the user who a key stands for now: merged ones stand for another; 0 if there is none. Inside a read or write. */
    public int present(Connection connection, int userId) throws SQLException {
        return Statements.selectInt(connection, "SELECT COALESCE(merged_into, id) FROM user WHERE id = ?", userId);
    }

    /** Deletes a user who has no interactions left, with aliases and words. */
    public void delete(Connection connection, int userId) throws SQLException {
        Statements.update(connection, "DELETE FROM user_alias WHERE user_id = ?", userId);
        Statements.update(connection, "DELETE FROM user_search WHERE rowid = ?", userId);
        Statements.update(connection, "DELETE FROM user WHERE id = ?", userId);
    }

    /** Whether a user is there because of imports alone. */
    public boolean isBrought(Connection connection, int userId) throws SQLException {
        return Statements.selectInt(connection, "SELECT 1 FROM user WHERE id = ? AND import_id IS NOT NULL", userId)
                != 0;
    }

    /** Keys of all users that imports brought. */
    public List<Integer> brought(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM user WHERE import_id IS NOT NULL")) {
            return Statements.ints(select);
        }
    }

    private static List<User> users(Connection connection, String sql, Object... parameters) throws SQLException {
        List<User> users = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = bind(select, parameters).executeQuery()) {
            while (row.next()) {
                users.add(new User(row.getInt(1), row.getString(2), row.getString(3)));
            }
        }
        return users;
    }

    /** The statements of {@link #resolve}, prepared once for many users. */
    private static final class Resolving implements AutoCloseable {
        private final Source source;
        private final int importId;
        private final PreparedStatement known;
        private final PreparedStatement taken;
        private final PreparedStatement insert;
        private final PreparedStatement alias;
        private final PreparedStatement words;

        Resolving(Connection connection, Source source, int importId) throws SQLException {
            this.source = source;
            this.importId = importId;
            known = connection.prepareStatement(
                    "SELECT user_id FROM user_alias WHERE source_id = ? AND external_id = ?");
            taken = connection.prepareStatement("SELECT 1 FROM user WHERE public_id = ?");
            insert = connection.prepareStatement(
                    "INSERT INTO user (public_id, name, import_id) VALUES (?, ?, ?) RETURNING id");
            alias = connection.prepareStatement(
                    "INSERT INTO user_alias (source_id, external_id, user_id) VALUES (?, ?, ?)");
            words = connection.prepareStatement("INSERT INTO user_search (rowid, name) VALUES (?, ?)");
        }

        int key(String externalId) throws SQLException {
            int key = firstInt(bind(known, source.id(), externalId));
            return key != 0 ? key : create(externalId);
        }

        private int create(String externalId) throws SQLException {
            String publicId = PublicId.choose(source.name(), externalId, id -> firstInt(bind(taken, id)) != 0);
            int key = firstInt(bind(insert, publicId, externalId, importId));
            bind(alias, source.id(), externalId, key).executeUpdate();
            bind(words, key, externalId).executeUpdate();
            return key;
        }

        @Override
        public void close() throws SQLException {
            Statements.close(known, taken, insert, alias, words);
        }
    }
}
