package org.segue.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.segue.storage.DataFolder;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Real SQLite in a folder, set up as the service does it, without the service; nobody waits for the disk. */
public final class FileDatabase {

    private static final String FILE = "segue.db";

    private FileDatabase() {}

    /** A database without rows, migrated once. */
    private static final class Template {
        static final byte[] BYTES = make();

        private static byte[] make() {
            try {
                Path folder = Files.createTempDirectory("template-");
                DataSource source = writerIn(folder);
                migrations(source).migrate();
                try (Connection connection = source.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                }
                byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
                DataFolder.delete(folder);
                return bytes;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Puts a database into a folder that has none; the migrations of a new one take a hundred times as long. */
    public static void makeIn(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(folder);
                Files.write(file, Template.BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connections that read the database of a folder: write-ahead log, foreign keys. */
    public static DataSource in(Path folder) {
        return in(folder, SQLiteConfig.TransactionMode.DEFERRED);
    }

    /** Connections that write it. */
    public static DataSource writerIn(Path folder) {
        return in(folder, SQLiteConfig.TransactionMode.IMMEDIATE);
    }

    private static DataSource in(Path folder, SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setTransactionMode(mode);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve(FILE));
        return source;
    }

    /** The migrations of a database. */
    public static Flyway migrations(DataSource source) {
        return Flyway.configure().dataSource(source).load();
    }
}
