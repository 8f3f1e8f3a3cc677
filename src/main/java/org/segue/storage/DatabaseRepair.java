package org.segue.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * Makes a sound database of one whose indexes, or whose words to search by, are damaged: all of that follows from the tables, and
 * is made anew of them. Tables that are damaged themselves cannot be mended. The damaged file is kept beside.
 */
final class DatabaseRepair {

    /** What the name of the damaged file ends with. */
    static final String DAMAGED_SUFFIX = ".damaged";

    /** Tables of words, and what fills them. */
    private static final Map<String, String> WORDS = Map.of(
            "user_search", "INSERT INTO user_search (rowid, name) SELECT id, name FROM user",
            "song_search",
                    "INSERT INTO song_search (rowid, title, artist) SELECT s.id, s.title, COALESCE(a.name, '')"
                            + " FROM song s LEFT JOIN artist a ON a.id = s.artist_id WHERE s.merged_into IS NULL",
            "artist_search", "INSERT INTO artist_search (rowid, name) SELECT id, name FROM artist",
            "popular_song_search",
                    "INSERT INTO popular_song_search (rowid, title, artist) SELECT rank, title, artist FROM popular_song");

    /** Rows in their order, without looking at any index, and without SQLite's way of copying indexes with their tables. */
    private static final String COPY = "INSERT INTO main.%1$s SELECT * FROM damaged.%1$s NOT INDEXED WHERE 1";

    private final Path database;
    private final Path rebuilt;

    private DatabaseRepair(Path database) {
        this.database = database;
        this.rebuilt = database.resolveSibling("." + database.getFileName() + ".rebuilt");
    }

    /**
     * Rebuilds a database that nobody uses.
     *
     * @throws SQLException if its tables are damaged too; it is left as it was
     * @throws IOException if the disk cannot be read or written, or has no room for another
     */
    static void rebuild(Path database, Permissions permissions) throws SQLException, IOException {
        DatabaseRepair repair = new DatabaseRepair(database);
        try {
            deleteAll(repair.rebuilt);
            permissions.makeFile(repair.rebuilt);
            repair.build();
            repair.takePlace();
        } finally {
            deleteAll(repair.rebuilt);
        }
    }

    // In this order a kill leaves one of the two under the database's name, or none, and then the next start says so.
    private void takePlace() throws IOException {
        Files.move(
                database,
                database.resolveSibling(database.getFileName() + DAMAGED_SUFFIX),
                StandardCopyOption.REPLACE_EXISTING);
        deleteAll(database);
        Files.move(rebuilt, database, StandardCopyOption.ATOMIC_MOVE);
    }

    private void build() throws SQLException {
        try (Connection connection = open(database)) {
            Statements.selectInt(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        try (Connection connection = open(rebuilt)) {
            Statements.update(connection, "ATTACH ? AS damaged", database.toString());
            connection.setAutoCommit(false);
            copyTables(connection);
            makeAgain(connection, "type = 'index'");
            makeWords(connection);
            makeAgain(connection, "type = 'view'");
            makeAgain(connection, "type = 'trigger'");
            connection.commit();
            connection.setAutoCommit(true);
            requireSound(connection);
        }
    }

    private static void requireSound(Connection connection) throws SQLException {
        Statements.update(connection, "DETACH damaged");
        Optional<String> damage = DatabaseCheck.damage(connection, true);
        if (damage.isPresent()) {
            throw new SQLException(damage.get());
        }
    }

    private static void copyTables(Connection connection) throws SQLException {
        List<String> tables = Statements.query(
                connection,
                "SELECT name FROM damaged.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'",
                row -> row.getString(1));
        for (String table : tables) {
            if (WORDS.keySet().stream().noneMatch(table::startsWith)) {
                makeAgain(connection, "type = 'table' AND name = ?", table);
                Statements.update(connection, COPY.formatted(quoted(table)));
            }
        }
        Statements.update(connection, "DELETE FROM main.sqlite_sequence");
        Statements.update(connection, COPY.formatted("sqlite_sequence"));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void makeAgain(Connection connection, String which, Object... parameters) throws SQLException {
        for (String sql : Statements.query(
                connection,
                "SELECT sql FROM damaged.sqlite_schema WHERE sql IS NOT NULL AND " + which,
                row -> row.getString(1),
                parameters)) {
            Statements.update(connection, sql);
        }
    }

    private static void makeWords(Connection connection) throws SQLException {
        for (Map.Entry<String, String> table : WORDS.entrySet()) {
            if (Statements.selectInt(
                            connection, "SELECT count(*) FROM damaged.sqlite_schema WHERE name = ?", table.getKey())
                    > 0) {
                makeAgain(connection, "type = 'table' AND name = ?", table.getKey());
                Statements.update(connection, table.getValue());
            }
        }
        forgetWordsOfBackground(connection);
    }

    // Whom public dumps brought nobody searches for; the first schemas do not know of them.
    private static void forgetWordsOfBackground(Connection connection) throws SQLException {
        if (Statements.selectInt(connection, "SELECT count(*) FROM pragma_table_info('user') WHERE name = 'population'")
                > 0) {
            Statements.update(
                    connection, "DELETE FROM user_search WHERE rowid IN (SELECT id FROM user WHERE population = 1)");
        }
    }

    private static Connection open(Path file) throws SQLException {
        return JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
    }

    // With what SQLite keeps beside a database.
    private static void deleteAll(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-journal"));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
    }
}
