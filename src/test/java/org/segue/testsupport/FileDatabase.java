package org.segue.testsupport;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Real SQLite in a folder, set up as the service does it, without the service. */
public final class FileDatabase {

    private FileDatabase() {}

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
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve("segue.db"));
        return source;
    }

    /** The migrations of a database. */
    public static Flyway migrations(DataSource source) {
        return Flyway.configure().dataSource(source).load();
    }
}
