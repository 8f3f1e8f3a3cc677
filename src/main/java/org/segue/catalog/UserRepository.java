package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Users in the database. Methods without a connection block; the others run inside a read or write of the caller's. */
@Singleton
public class UserRepository {

    private static final String SELECT =
            "SELECT t.id, t.public_id, t.name FROM user u JOIN user t ON t.id = COALESCE(u.merged_into, u.id) ";

    private static final String OF_HOUSEHOLD = "WHERE u.merged_into IS NULL AND u.population = 0 ";

    private static final String COUNT_HOUSEHOLD = "SELECT count(*) FROM user u " + OF_HOUSEHOLD;

    private static final String FOUND = "(SELECT COALESCE(f.merged_into, f.id) FROM user f WHERE f.id IN"
            + " (SELECT rowid FROM user_search WHERE user_search MATCH ?))";

    /** A household has fewer people whose names begin alike. */
    private static final int MAX_WITH_A_WORD = 1000;

    private final Database database;

    UserRepository(Database database) {
        this.database = database;
    }

    /** The user of a public id. */
    public Optional<User> byPublicId(String publicId) {
        return database.read(connection -> users(connection, SELECT + "WHERE u.public_id = ?", publicId).stream()
                .findFirst());
    }

    /** Users of keys, in no particular order; keys without a user are passed over. */
    public List<User> byIds(Collection<Integer> ids) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(connection -> users(connection, SELECT + "WHERE u.id IN (" + list + ")"));
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

    /** The one user of the household who is called so, of any case; nobody if several are, or if nothing is typed. */
    public Optional<User> byName(String name) {
        List<User> called = name.isEmpty()
                ? List.of()
                : search(name, 0, MAX_WITH_A_WORD).stream()
                        .filter(user -> user.name().equalsIgnoreCase(name))
                        .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    /**
     * Users of the household with words that start like those typed, oldest first; all of them if none was typed. Whoever was
     * merged into another is found by both names.
     *
     * @param typed any text
     * @param offset how many of them to pass over
     * @param limit the most users to answer with
     */
    public List<User> search(String typed, int offset, int limit) {
        String query = SearchWords.prefixQuery(typed);
        if (query.isEmpty()) {
            return database.read(connection ->
                    users(connection, SELECT + OF_HOUSEHOLD + "ORDER BY u.id LIMIT ? OFFSET ?", limit, offset));
        }
        return database.read(connection -> users(
                connection,
                SELECT + OF_HOUSEHOLD + "AND u.id IN " + FOUND + " ORDER BY u.id LIMIT ? OFFSET ?",
                query,
                limit,
                offset));
    }

    /**
     * Up to {@code n} users of the household from all over the list, always the same ones: examples that look less alike than
     * neighbours do.
     */
    public List<User> examples(int n) {
        return database.read(connection -> {
            long users = Statements.selectInt(connection, COUNT_HOUSEHOLD);
            Set<User> examples = new LinkedHashSet<>();
            for (long i = 0; i < n; i++) {
                examples.addAll(
                        users(connection, SELECT + OF_HOUSEHOLD + "ORDER BY u.id LIMIT 1 OFFSET ?", i * users / n));
            }
            return List.copyOf(examples);
        });
    }

    /** Number of users that {@link #search} finds without a limit. */
    public int count(String typed) {
        String query = SearchWords.prefixQuery(typed);
        return database.read(connection -> query.isEmpty()
                ? Statements.selectInt(connection, COUNT_HOUSEHOLD)
                : Statements.selectInt(
                        connection, "SELECT count(*) FROM user u " + OF_HOUSEHOLD + "AND u.id IN " + FOUND, query));
    }

    /** Number of users whom public dumps brought. */
    public int countPopulation() {
        return database.read(connection -> Statements.selectInt(
                connection, "SELECT count(*) FROM user WHERE population = 1 AND merged_into IS NULL"));
    }

    /** Whether a public dump brought a user, and nothing else did. */
    public boolean isPopulation(int userId) {
        return database.read(connection ->
                Statements.selectInt(connection, "SELECT population FROM user WHERE id = ?", userId) != 0);
    }

    /** What sources call a user, by source. */
    public List<UserAlias> aliases(int userId) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT s.name, a.external_id FROM user_alias a JOIN source s ON s.id = a.source_id"
                                    + " WHERE a.user_id = ? ORDER BY s.name, a.external_id");
                    ResultSet row = bind(select, userId).executeQuery()) {
                List<UserAlias> aliases = new ArrayList<>();
                while (row.next()) {
                    aliases.add(new UserAlias(row.getString(1), row.getString(2)));
                }
                return aliases;
            }
        });
    }

    /** Public ids of the users who were merged into one, oldest first. */
    public List<String> formerIds(int userId) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT public_id FROM user WHERE merged_into = ? ORDER BY id");
                    ResultSet row = bind(select, userId).executeQuery()) {
                List<String> ids = new ArrayList<>();
                while (row.next()) {
                    ids.add(row.getString(1));
                }
                return ids;
            }
        });
    }

    /**
     * Keys of a source's users, made where they are new.
     *
     * @param source whose ids they are
     * @param importId the import that brings them
     * @param externalIds what the source calls them
     * @param found takes each with its key, in the same order; with 0 one who was forgotten after the import was accepted
     */
    public void resolve(
            Connection connection,
            Source source,
            int importId,
            Iterator<String> externalIds,
            ObjIntConsumer<String> found)
            throws SQLException {
        try (UserResolvingRepository resolving = new UserResolvingRepository(connection, source, importId)) {
            while (externalIds.hasNext()) {
                String externalId = externalIds.next();
                found.accept(externalId, resolving.key(externalId));
            }
        }
    }

    /**
     * Key of the user whom a person in this house calls by a name, made if there is none: a public id, or a name by which the
     * user was made before. Not one of a source's users who is called the same there but not here.
     *
     * @param house the source of names that are given here
     * @param importId the import that brings the user, 0 for none
     * @param id what the person says
     * @param name what a new user is called for people to read
     */
    public int resolveOwn(Connection connection, Source house, int importId, String id, String name)
            throws SQLException {
        int key =
                Statements.selectInt(connection, "SELECT COALESCE(merged_into, id) FROM user WHERE public_id = ?", id);
        if (key != 0) {
            return key;
        }
        try (UserResolvingRepository resolving = new UserResolvingRepository(connection, house, importId)) {
            return resolving.key(id, name);
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

    /** Deletes a user who has no interactions left, with aliases and words, and the names that were merged into this one. */
    public void delete(Connection connection, int userId) throws SQLException {
        Statements.update(connection, "DELETE FROM user_alias WHERE user_id = ?", userId);
        Statements.update(
                connection,
                "DELETE FROM user_search WHERE rowid IN (SELECT id FROM user WHERE id = ?1 OR merged_into = ?1)",
                userId);
        Statements.update(connection, "DELETE FROM user WHERE merged_into = ?", userId);
        Statements.update(connection, "DELETE FROM user WHERE id = ?", userId);
    }

    /** Whether a user is there because of imports alone. */
    public boolean isBrought(Connection connection, int userId) throws SQLException {
        return Statements.selectInt(connection, "SELECT 1 FROM user WHERE id = ? AND import_id IS NOT NULL", userId)
                != 0;
    }

    /** Keys of all users that imports brought; who was merged into another goes with that one. */
    public List<Integer> brought(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id FROM user WHERE import_id IS NOT NULL AND merged_into IS NULL")) {
            return Statements.ints(select);
        }
    }

    /**
     * Makes two users one: from here on everything that one is called means the other. Rows with the key of the one are the
     * caller's to move.
     *
     * @param from who goes
     * @param into who stays
     * @return the keys of who goes and who stays; nothing if they are one already
     * @throws UnknownUserException if one of them is gone
     */
    public Optional<Merged> merge(Connection connection, int from, int into) throws SQLException {
        try (RowOwners owners = new RowOwners(connection)) {
            int gone = owners.of(from);
            int kept = owners.of(into);
            if (gone == 0 || kept == 0) {
                throw new UnknownUserException();
            }
            if (gone == kept) {
                return Optional.empty();
            }
            boolean household =
                    Statements.selectInt(connection, "SELECT min(population) FROM user WHERE id IN (?, ?)", gone, kept)
                            == 0;
            if (household) {
                takeIntoHousehold(connection, gone);
                takeIntoHousehold(connection, kept);
            }
            Statements.update(
                    connection, "UPDATE user SET merged_into = ?2 WHERE id = ?1 OR merged_into = ?1", gone, kept);
            Statements.update(connection, "UPDATE user_alias SET user_id = ?2 WHERE user_id = ?1", gone, kept);
            return Optional.of(new Merged(gone, kept));
        }
    }

    /**
     * Two users who are one now.
     *
     * @param from key of who is only a name any more
     * @param into key of who stays
     */
    public record Merged(int from, int into) {}

    /** Users who were merged into others and still have rows of their own: a move that was cut short. */
    public List<Merged> halfMerged(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT id, merged_into FROM user WHERE merged_into IS NOT NULL"
                                + " AND (EXISTS (SELECT 1 FROM listen l WHERE l.user_id = user.id)"
                                + " OR EXISTS (SELECT 1 FROM play_count p WHERE p.user_id = user.id))");
                ResultSet row = select.executeQuery()) {
            List<Merged> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Merged(row.getInt(1), row.getInt(2)));
            }
            return found;
        }
    }

    static void takeIntoHousehold(Connection connection, int userId) throws SQLException {
        int taken =
                Statements.update(connection, "UPDATE user SET population = 0 WHERE id = ? AND population = 1", userId);
        if (taken == 1) {
            Statements.update(
                    connection, "INSERT INTO user_search (rowid, name) SELECT id, name FROM user WHERE id = ?", userId);
        }
    }

    /** Keys of the household's users whom imports brought, if public dumps have brought anybody. */
    public List<Integer> perhapsPopulation(Connection connection) throws SQLException {
        return keys(
                connection,
                "SELECT id FROM user WHERE population = 0 AND merged_into IS NULL AND import_id IS NOT NULL"
                        + " AND EXISTS (SELECT 1 FROM import WHERE population = 1 AND status = 'completed')");
    }

    /** Makes those population again of whom nothing is left but what public dumps brought. */
    public void leaveToPopulation(Connection connection, Iterator<Integer> userIds) throws SQLException {
        try (PreparedStatement leave = connection.prepareStatement(
                "UPDATE user SET population = 1 WHERE id = ?1 AND population = 0 AND import_id IS NOT NULL AND EXISTS ("
                        + ROWS_OF + " AND i.population = 1) AND NOT EXISTS (" + ROWS_OF
                        + " AND COALESCE(i.population, 0) = 0)")) {
            while (userIds.hasNext()) {
                int userId = userIds.next();
                if (bind(leave, userId).executeUpdate() == 1) {
                    Statements.update(connection, "DELETE FROM user_search WHERE rowid = ?", userId);
                }
            }
        }
    }

    private static final String ROWS_OF = "SELECT 1 FROM (SELECT import_id FROM listen WHERE user_id = ?1"
            + " UNION SELECT import_id FROM play_count WHERE user_id = ?1) r LEFT JOIN import i ON i.id = r.import_id WHERE 1";

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
                        + " SELECT source_id, external_id, ?2 FROM user_alias WHERE user_id = ?1",
                userId,
                nowMillis);
        // Who imported a file for a user said the name.
        Statements.update(
                connection,
                "UPDATE import SET request = json_remove(request, '$.user') WHERE status NOT IN ('queued', 'running')"
                        + " AND json_extract(request, '$.user') IN (SELECT external_id FROM user_alias WHERE user_id = ?)",
                userId);
        List<Integer> keys;
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM user WHERE id = ?1 OR merged_into = ?1")) {
            keys = Statements.ints(bind(select, userId));
        }
        delete(connection, userId);
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
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            return Statements.ints(select);
        }
    }

    /** Tells whose rows are those of a key that was read a while ago. Inside a write of the caller's. */
    public static final class RowOwners implements AutoCloseable {
        private final PreparedStatement select;
        private int lastKey;
        private int lastOwner;

        /** Prepares for many keys. */
        public RowOwners(Connection connection) throws SQLException {
            select = connection.prepareStatement("SELECT COALESCE(merged_into, id) FROM user WHERE id = ?");
        }

        /** The same key; that of the user whom this one was merged into; 0 if the user is gone. */
        public int of(int key) throws SQLException {
            if (key != lastKey) {
                lastOwner = firstInt(bind(select, key));
                lastKey = key;
            }
            return lastOwner;
        }

        @Override
        public void close() throws SQLException {
            select.close();
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
}
