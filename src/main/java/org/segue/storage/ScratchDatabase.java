package org.segue.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database of its own for work in progress: it sorts and joins on disk what need not fit into memory, is never forced to
 * disk, and is deleted at the end. For one thread.
 */
public final class ScratchDatabase implements AutoCloseable {

    private final Path file;
    private final Connection connection;

    /** Makes an empty one of a name in a folder; a leftover of the same name is replaced. */
    public ScratchDatabase(Path folder, String name) {
        this.file = folder.resolve(name + ".db");
        try {
            Files.deleteIfExists(file);
            Permissions.PRIVATE.makeFile(file);
            connection = DriverManager.getConnection(
                    "jdbc:sqlite:%s?journal_mode=OFF&synchronous=OFF&locking_mode=EXCLUSIVE&cache_size=-65536&temp_store=1&jdbc.get_generated_keys=false"
                            .formatted(file));
            connection.setAutoCommit(false);
            // Sorting spills beside the database, not into a /tmp that may be small or memory.
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA temp_store_directory = '%s'"
                        .formatted(folder.toString().replace("'", "''")));
            }
        } catch (SQLException | IOException e) {
            throw new StorageException("The scratch database %s cannot be made: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Its connection; commits are the caller's. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
            Files.deleteIfExists(file);
        } catch (SQLException | IOException e) {
            throw new StorageException(
                    "The scratch database %s cannot be removed: %s".formatted(file, e.getMessage()), e);
        }
    }
}
