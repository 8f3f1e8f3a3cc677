package org.segue.catalog;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Users of the household who are called so, of any case; nobody if nothing is typed. */
    public List<User> byName(String name) {
        return name.isEmpty()
                ? List.of()
                : search(name, 0, MAX_WITH_A_WORD).stream()
                        .filter(user -> user.name().equalsIgnoreCase(name))
                        .toList();
    }

    static Optional<User> only(List<User> called) {
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
        if (SearchWords.areSigns(typed)) {
            return called(typed).skip(offset).limit(limit).toList();
        }
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
     * neighbors do.
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

    /** Up to {@code n} users of the household whose keys are not among some, oldest first. */
    public List<User> others(BitSet keys, int n) {
        List<Integer> found =
                database
                        .query("SELECT u.id FROM user u " + OF_HOUSEHOLD + "ORDER BY u.id", row -> row.getInt(1))
                        .stream()
                        .filter(key -> !keys.get(key))
                        .limit(n)
                        .toList();
        return byIds(found).stream().sorted(Comparator.comparingInt(User::id)).toList();
    }

    /** Number of users that {@link #search} finds without a limit. */
    public int count(String typed) {
        String query = SearchWords.prefixQuery(typed);
        if (SearchWords.areSigns(typed)) {
            return (int) called(typed).count();
        }
        return database.read(connection -> query.isEmpty()
                ? Statements.selectInt(connection, COUNT_HOUSEHOLD)
                : Statements.selectInt(
                        connection, "SELECT count(*) FROM user u " + OF_HOUSEHOLD + "AND u.id IN " + FOUND, query));
    }

    // A household has few people, and the names of fewer are signs alone.
    private Stream<User> called(String signs) {
        String wanted = FoldedText.words(signs);
        return database
                .read(connection ->
                        users(connection, SELECT + OF_HOUSEHOLD + "AND u.name NOT GLOB '*[a-zA-Z0-9]*' ORDER BY u.id"))
                .stream()
                .filter(user -> FoldedText.words(user.name()).equals(wanted));
    }

    /** Number of users whom public dumps brought. */
    public int countBackground() {
        return database.read(connection -> Statements.selectInt(
                connection, "SELECT count(*) FROM user WHERE population = 1 AND merged_into IS NULL"));
    }

    /** Whether a public dump brought a user, and nothing else did. */
    public boolean isBackground(int userId) {
        return database.read(connection ->
                Statements.selectInt(connection, "SELECT population FROM user WHERE id = ?", userId) != 0);
    }

    /** What a source calls people of the household. */
    public Set<String> householdAliases(String source) {
        return Set.copyOf(database.query(
                "SELECT DISTINCT a.external_id FROM user_alias a JOIN source s ON s.id = a.source_id"
                        + " JOIN user u ON u.id = a.user_id WHERE s.name = ? AND u.population = 0",
                row -> row.getString(1),
                source));
    }

    /** What sources call a user, by source. */
    public List<UserAlias> aliases(int userId) {
        return database.query(
                "SELECT s.name, a.external_id FROM user_alias a JOIN source s ON s.id = a.source_id"
                        + " WHERE a.user_id = ? ORDER BY s.name, a.external_id",
                row -> new UserAlias(row.getString(1), row.getString(2)),
                userId);
    }

    /** Public ids of the users who were merged into one, oldest first. */
    public List<String> formerIds(int userId) {
        return database.query(
                "SELECT public_id FROM user WHERE merged_into = ? ORDER BY id", row -> row.getString(1), userId);
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
        return keys(connection, "SELECT id FROM user WHERE import_id IS NOT NULL AND merged_into IS NULL");
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
    public List<Integer> backgroundCandidates(Connection connection) throws SQLException {
        return keys(
                connection,
                "SELECT id FROM user WHERE population = 0 AND merged_into IS NULL AND import_id IS NOT NULL"
                        + " AND EXISTS (SELECT 1 FROM import WHERE population = 1 AND status = 'completed')");
    }

    /** Makes those population again of whom nothing is left but what public dumps brought. */
    public void returnToBackground(Connection connection, Iterator<Integer> userIds) throws SQLException {
        try (PreparedStatement leave = connection.prepareStatement(
                "UPDATE user SET population = 1 WHERE id = ?1 AND population = 0 AND import_id IS NOT NULL AND EXISTS ("
                        + ROWS_OF + " AND i.population = 1) AND NOT EXISTS (" + ROWS_OF
                        + " AND COALESCE(i.population, 0) = 0)")) {
            while (userIds.hasNext()) {
                int userId = userIds.next();
                if (bind(leave, userId).executeUpdate() == 1) {
                    Statements.update(connection, "DELETE FROM user_search WHERE rowid = ?", userId);
                    BackgroundNamingRepository.hide(connection, BackgroundNameRepository.of(connection), userId);
                }
            }
        }
    }

    private static final String ROWS_OF = "SELECT 1 FROM (SELECT import_id FROM listen WHERE user_id = ?1"
            + " UNION SELECT import_id FROM play_count WHERE user_id = ?1) r LEFT JOIN import i ON i.id = r.import_id WHERE 1";

    private static List<Integer> keys(Connection connection, String sql) throws SQLException {
        return Statements.query(connection, sql, row -> row.getInt(1));
    }

    private static List<User> users(Connection connection, String sql, Object... parameters) throws SQLException {
        return Statements.query(
                connection, sql, row -> new User(row.getInt(1), row.getString(2), row.getString(3)), parameters);
    }
}
