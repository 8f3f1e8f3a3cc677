package org.segue.catalog;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * People of the house by what they are called here: on pages, in requests, by players and in Segue's own files. Of the house is
 * whom such a name has made, or has been said to mean; never a user whom only a source or the background brought. Methods without
 * a connection block; the others run inside a read or write of the caller's.
 */
@Singleton
public class HouseRepository {

    /** Whom no import brought, and those with a name that was given here. */
    private static final String HOUSE =
            "(SELECT COALESCE(m.merged_into, m.id) AS id FROM user m WHERE m.import_id IS NULL"
                    + " UNION SELECT a.user_id FROM user_alias a JOIN source s ON s.id = a.source_id WHERE s.name = '"
                    + SourceRepository.HOUSE + "')";

    /** {@code t} is who it is now, {@code u} that one or who was merged into that one. */
    private static final String PEOPLE = "SELECT DISTINCT t.id, t.public_id, t.name FROM " + HOUSE
            + " h JOIN user t ON t.id = h.id AND t.population = 0 JOIN user u ON u.id = t.id OR u.merged_into = t.id ";

    private static final String IN_ORDER = " ORDER BY t.id";

    private static final List<String> EXACT = List.of(
            PEOPLE + "WHERE u.public_id = ?" + IN_ORDER,
            PEOPLE + "JOIN user_alias n ON n.user_id = t.id JOIN source o ON o.id = n.source_id AND o.name = '"
                    + SourceRepository.HOUSE + "' WHERE n.external_id = ?" + IN_ORDER,
            PEOPLE + "WHERE u.name = ?" + IN_ORDER);

    private static final String NAMES = "SELECT t.id, t.public_id, t.name, u.name FROM " + HOUSE
            + " h JOIN user t ON t.id = h.id AND t.population = 0 JOIN user u ON u.id = t.id OR u.merged_into = t.id"
            + " UNION SELECT t.id, t.public_id, t.name, n.external_id FROM user_alias n JOIN source o ON o.id = n.source_id"
            + " JOIN user t ON t.id = n.user_id AND t.population = 0 WHERE o.name = '" + SourceRepository.HOUSE
            + "' ORDER BY 1";

    /** Spaces of any width, those that do not break a line among them. */
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private final Database database;

    HouseRepository(Database database) {
        this.database = database;
    }

    /**
     * The person whom a name means: a public id before a further name that was given here, before a name, before a name in
     * other capitals.
     *
     * @throws AmbiguousNameException if it means several
     */
    public Optional<User> find(String name) {
        return database.read(connection -> find(connection, name));
    }

    /** The same inside a read or write of the caller's. */
    public Optional<User> find(Connection connection, String name) throws SQLException {
        Optional<User> exact = findExactly(connection, name);
        return exact.isPresent() ? exact : only(name, inAnyCase(connection, name));
    }

    /** The same for names that must be right to the letter. */
    public Optional<User> findExactly(String name) {
        return database.read(connection -> findExactly(connection, name));
    }

    private Optional<User> findExactly(Connection connection, String name) throws SQLException {
        for (String sql : EXACT) {
            List<User> found = Statements.query(connection, sql, HouseRepository::user, name);
            if (!found.isEmpty()) {
                return only(name, found);
            }
        }
        return Optional.empty();
    }

    private static Optional<User> only(String name, List<User> found) {
        if (found.size() > 1) {
            throw new AmbiguousNameException(name, found);
        }
        return found.stream().findFirst();
    }

    private static List<User> inAnyCase(Connection connection, String name) throws SQLException {
        String folded = folded(name);
        return names(connection).stream()
                .filter(named -> folded(named.name()).equals(folded))
                .map(NamedPerson::person)
                .distinct()
                .toList();
    }

    // What looks the same is the same, however its accents and the spaces between its words are written.
    private static String folded(String name) {
        String spaced = SPACES.matcher(name).replaceAll(" ").strip();
        return Normalizer.normalize(spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /**
     * The person whom a name means, or a new one of that name. From here on the person stays, whichever imports are taken back.
     *
     * @throws AmbiguousNameException if it means several
     */
    public User keep(Connection connection, String name) throws SQLException {
        Optional<User> known = find(connection, name);
        if (known.isPresent()) {
            Statements.update(
                    connection,
                    "UPDATE user SET import_id = NULL WHERE id = ?",
                    known.get().id());
            return known.get();
        }
        String publicId = PublicId.choose(
                SourceRepository.HOUSE,
                name,
                id -> Statements.selectInt(connection, "SELECT 1 FROM user WHERE public_id = ?", id) != 0);
        int key = Statements.selectInt(
                connection, "INSERT INTO user (public_id, name) VALUES (?, ?) RETURNING id", publicId, name);
        Statements.update(connection, "INSERT INTO user_search (rowid, name) VALUES (?, ?)", key, name);
        return new User(key, publicId, name);
    }

    /**
     * Key of the person whom an import means, made if there is none; 0 for one who was forgotten after the import was accepted.
     *
     * @param house the source of names that are given here
     * @param importId the import that brings the person
     * @param id what the person is called
     * @param name for people to read; looked for as well if nobody has the id
     * @throws AmbiguousNameException if it means several
     */
    public int resolve(Connection connection, Source house, int importId, String id, String name) throws SQLException {
        Optional<User> known = find(connection, id);
        if (known.isEmpty() && !name.equals(id)) {
            known = find(connection, name);
        }
        if (known.isPresent()) {
            return known.get().id();
        }
        try (UserResolvingRepository resolving = new UserResolvingRepository(connection, house, importId)) {
            return resolving.key(id, name);
        }
    }

    /** Whether a user is of the house. */
    public boolean isOfHouse(int userId) {
        return database.read(connection -> Statements.selectInt(
                        connection,
                        "SELECT 1 FROM user t WHERE t.id = ? AND t.population = 0 AND t.id IN " + HOUSE,
                        userId)
                != 0);
    }

    /** What a source calls a user whom only sources know; nothing of a person of the house. */
    public Optional<UserAlias> knownOnlyAs(int userId) {
        return isOfHouse(userId)
                ? Optional.empty()
                : database.queryFirst(
                        "SELECT s.name, a.external_id FROM user_alias a JOIN source s ON s.id = a.source_id"
                                + " WHERE a.user_id = ? ORDER BY s.id, a.external_id LIMIT 1",
                        row -> new UserAlias(row.getString(1), row.getString(2)),
                        userId);
    }

    /**
     * Says that a name given here means a user, whoever brought that one: from here on the user is of the house.
     *
     * @throws AmbiguousNameException if it means somebody else already
     */
    public void call(Connection connection, User user, String name) throws SQLException {
        Optional<User> known = find(connection, name);
        if (known.isPresent() && known.get().id() != user.id()) {
            throw new AmbiguousNameException(name, List.of(known.get(), user));
        }
        Statements.update(connection, "UPDATE user SET name = ? WHERE id = ? AND population = 1", name, user.id());
        UserRepository.takeIntoHousehold(connection, user.id());
        Statements.update(
                connection,
                "INSERT INTO user_alias (source_id, external_id, user_id) SELECT id, ?, ? FROM source WHERE name = '"
                        + SourceRepository.HOUSE + "' ON CONFLICT DO NOTHING",
                name,
                user.id());
    }

    /**
     * Two users who may be one person: they are called alike, but for capitals, accents and punctuation.
     *
     * @param person of the house
     * @param other of the house as well, or brought by a source
     */
    public record LikelyDouble(User person, User other) {}

    /** Users who may be one person, in the order in which people came into the house. */
    public List<LikelyDouble> likelyDoubles() {
        return database.read(HouseRepository::likelyDoubles);
    }

    private static List<LikelyDouble> likelyDoubles(Connection connection) throws SQLException {
        List<LikelyDouble> doubles = new ArrayList<>();
        Set<Integer> listed = new HashSet<>();
        for (NamedPerson named : names(connection)) {
            if (SearchWords.prefixQuery(named.name()).isEmpty()
                    || listed.contains(named.person().id())) {
                continue;
            }
            for (User other : calledAlike(connection, named.name())) {
                if (other.id() != named.person().id() && listed.add(other.id())) {
                    doubles.add(new LikelyDouble(named.person(), other));
                }
            }
        }
        return doubles;
    }

    private static List<User> calledAlike(Connection connection, String name) throws SQLException {
        String alike = letters(name);
        return Statements.query(
                        connection,
                        "SELECT t.id, t.public_id, t.name, u.name FROM user u JOIN user t ON t.id = COALESCE(u.merged_into, u.id)"
                                + " WHERE u.id IN (SELECT rowid FROM user_search WHERE user_search MATCH ? LIMIT 1000)"
                                + IN_ORDER,
                        row -> new NamedPerson(user(row), row.getString(4)),
                        SearchWords.prefixQuery(name))
                .stream()
                .filter(found -> letters(found.name()).equals(alike))
                .map(NamedPerson::person)
                .distinct()
                .toList();
    }

    private static String letters(String name) {
        return Normalizer.normalize(folded(name), Normalizer.Form.NFKD).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private record NamedPerson(User person, String name) {}

    private static List<NamedPerson> names(Connection connection) throws SQLException {
        return Statements.query(connection, NAMES, row -> new NamedPerson(user(row), row.getString(4)));
    }

    private static User user(java.sql.ResultSet row) throws SQLException {
        return new User(row.getInt(1), row.getString(2), row.getString(3));
    }
}
