package org.segue.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;

/** Whether the pages of a database are what SQLite wrote, and its rows belong together. */
final class DatabaseCheck {

    private DatabaseCheck() {}

    /**
     * What is wrong with the pages, in SQLite's words; empty if nothing is.
     *
     * @param compareIndexes whether each index is compared with its table: that takes several times as long
     */
    static Optional<String> damage(Connection connection, boolean compareIndexes) {
        String check = compareIndexes ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";
        try {
            return Optional.of(Statements.queryFirst(connection, check, row -> String.valueOf(row.getString(1)))
                            .orElse("no answer"))
                    .filter(found -> !found.equals("ok"))
                    .map(found -> found.replace("*** in database main ***\n", ""));
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Looks through a copy of the database that nobody uses: pages, indexes, keys.
     *
     * @throws StorageException if anything is wrong; the message says what
     */
    static void requireSound(Path copy) {
        String url = "jdbc:sqlite:%s?open_mode=1".formatted(copy);
        try (Connection connection = JDBC.createConnection(url, new Properties())) {
            Optional<String> wrong = damage(connection, true).or(() -> danglingRow(connection));
            if (wrong.isPresent()) {
                throw new StorageException(
                        "The database is damaged (%s), and so the backup would be: restart Segue with segue.storage.check=always, or restore a backup of before."
                                .formatted(wrong.get()));
            }
        } catch (SQLException e) {
            throw new StorageException("The database is damaged: " + e.getMessage(), e);
        }
    }

    /** A row that names another which is not there, in words; empty if there is none. */
    static Optional<String> danglingRow(Connection connection) {
        try {
            return Statements.queryFirst(
                    connection,
                    "PRAGMA foreign_key_check",
                    row -> "a row of %s names one of %s that is not there"
                            .formatted(row.getString(1), row.getString(3)));
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
