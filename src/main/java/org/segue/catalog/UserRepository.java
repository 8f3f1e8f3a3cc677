package org.segue.catalog;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segue.storage.Database;

/** Users in the database. Methods that take a connection run inside a read or write of the caller's. */
@Singleton
public class UserRepository {

    private static final String COLUMNS =
            "SELECT t.id, t.public_id, t.name FROM user u JOIN user t ON t.id = COALESCE(u.merged_into, u.id) ";

    private final Database database;

    UserRepository(Database database) {
        this.database = database;
    }

    /** The user of a public id. Blocks. */
    public Optional<User> byPublicId(String publicId) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE u.public_id = ?")) {
                select.setString(1, publicId);
                return users(select).stream().findFirst();
            }
        });
    }

    /** The user whom a source calls by an id. Blocks. */
    public Optional<User> byAlias(String source, String externalId) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS
                    + "JOIN user_alias a ON a.user_id = u.id JOIN source s ON s.id = a.source_id"
                    + " WHERE s.name = ? AND a.external_id = ?")) {
                select.setString(1, source);
                select.setString(2, externalId);
                return users(select).stream().findFirst();
            }
        });
    }

    /**
     * Users with words that start like those typed; all of them if none was typed. Blocks.
     *
     * @param typed any text
     * @param limit the most users to answer with
     * @param after only users with a larger key: where the page before ended
     */
    public List<User> search(String typed, int limit, int after) {
        String query = SearchWords.prefixQuery(typed);
        return database.read(connection -> {
            String matching = query.isEmpty()
                    ? COLUMNS + "WHERE u.merged_into IS NULL AND u.id > ? ORDER BY u.id LIMIT ?"
                    : COLUMNS
                            + "WHERE u.id IN (SELECT rowid FROM user_search WHERE user_search MATCH ? AND rowid > ?"
                            + " ORDER BY rowid LIMIT ?) ORDER BY u.id";
            try (PreparedStatement select = connection.prepareStatement(matching)) {
                int next = 1;
                if (!query.isEmpty()) {
                    select.setString(next++, query);
                }
                select.setInt(next++, after);
                select.setInt(next, limit);
                return users(select);
            }
        });
    }

    /** Number of users that {@link #search} finds without a limit. Blocks. */
    public int count(String typed) {
        String query = SearchWords.prefixQuery(typed);
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    query.isEmpty()
                            ? "SELECT count(*) FROM user WHERE merged_into IS NULL"
                            : "SELECT count(*) FROM user_search WHERE user_search MATCH ?")) {
                if (!query.isEmpty()) {
                    select.setString(1, query);
                }
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getInt(1) : 0;
                }
            }
        });
    }

    /**
     * Keys of a source's users, made where they are new.
     *
     * @param source name of the source
     * @param sourceId its key
     * @param importId the import that brings them
     * @param externalIds what the source calls them
     * @return a key for each, in the same order
     */
    public int[] resolve(
            Connection connection, String source, int sourceId, int importId, List<String> externalIds)
            throws SQLException {
        int[] keys = new int[externalIds.size()];
        try (Resolving resolving = new Resolving(connection)) {
            for (int i = 0; i < keys.length; i++) {
                keys[i] = resolving.key(source, sourceId, importId, externalIds.get(i));
            }
        }
        return keys;
    }

    /** Deletes a user who has no interactions left, with aliases and words. */
    public void delete(Connection connection, int userId) throws SQLException {
        for (String table : List.of(
                "user_alias WHERE user_id", "user_search WHERE rowid", "user WHERE id")) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + " = ?")) {
                delete.setInt(1, userId);
                delete.executeUpdate();
            }
        }
    }

    /** Keys of the users that an import was the first to bring. */
    public List<Integer> broughtBy(Connection connection, int importId) throws SQLException {
        return Keys.select(connection, "SELECT id FROM user WHERE import_id = ?", importId);
    }

    private static List<User> users(PreparedStatement select) throws SQLException {
        List<User> users = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                users.add(new User(row.getInt(1), row.getString(2), row.getString(3)));
            }
        }
        return users;
    }

    /** The statements of {@link #resolve}, prepared once for many users. */
    private static final class Resolving implements AutoCloseable {
        private final PreparedStatement known;
        private final PreparedStatement taken;
        private final PreparedStatement insert;
        private final PreparedStatement alias;
        private final PreparedStatement words;

        Resolving(Connection connection) throws SQLException {
            known = connection.prepareStatement(
                    "SELECT user_id FROM user_alias WHERE source_id = ? AND external_id = ?");
            taken = connection.prepareStatement("SELECT 1 FROM user WHERE public_id = ?");
            insert = connection.prepareStatement(
                    "INSERT INTO user (public_id, name, import_id) VALUES (?, ?, ?)", Statement.RETURN_GENERATED_KEYS);
            alias = connection.prepareStatement(
                    "INSERT INTO user_alias (source_id, external_id, user_id) VALUES (?, ?, ?)");
            words = connection.prepareStatement("INSERT INTO user_search (rowid, name) VALUES (?, ?)");
        }

        int key(String source, int sourceId, int importId, String externalId) throws SQLException {
            known.setInt(1, sourceId);
            known.setString(2, externalId);
            int key = Keys.first(known);
            return key != 0 ? key : create(source, sourceId, importId, externalId);
        }

        private int create(String source, int sourceId, int importId, String externalId) throws SQLException {
            insert.setString(1, PublicId.choose(source, externalId, id -> Keys.exists(taken, id)));
            insert.setString(2, externalId);
            insert.setInt(3, importId);
            int key = Keys.insert(insert);
            alias.setInt(1, sourceId);
            alias.setString(2, externalId);
            alias.setInt(3, key);
            alias.executeUpdate();
            words.setInt(1, key);
            words.setString(2, externalId);
            words.executeUpdate();
            return key;
        }

        @Override
        public void close() throws SQLException {
            Keys.close(known, taken, insert, alias, words);
        }
    }
}
