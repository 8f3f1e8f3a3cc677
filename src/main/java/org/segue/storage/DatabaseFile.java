package org.segue.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/** The database of a data folder as a command reads it, also while a service runs on it. */
public final class DatabaseFile {

    private DatabaseFile() {}

    /**
     * Reads one moment of it.
     *
     * @param root the data folder
     * @throws StorageException if there is none, or it cannot be read
     */
    public static <T> T read(Path root, Database.Work<T> read) {
        Path database = root.resolve(BackupFormat.DATABASE);
        if (!Files.isRegularFile(database)) {
            throw new StorageException("There are no data of Segue in %s.".formatted(root));
        }
        // By name: a command runs without Quarkus, which would register the driver in a native executable.
        try (Connection connection =
                JDBC.createConnection("jdbc:sqlite:%s?busy_timeout=10000".formatted(database), new Properties())) {
            connection.setAutoCommit(false);
            try {
                return read.on(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new StorageException("The database cannot be read: " + e.getMessage(), e);
        }
    }
}
