package org.segue.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.sqlite.JDBC;

/** Spoils databases that nobody uses, as a bad disk does. */
public final class Damage {

    private Damage() {}

    /** Overwrites the first page of a table or an index. */
    public static void pages(Path database, String name) throws SQLException, IOException {
        int page;
        int size;
        try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + database, new Properties())) {
            Statements.selectInt(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            page = Statements.selectInt(connection, "SELECT rootpage FROM sqlite_schema WHERE name = ?", name);
            size = Statements.selectInt(connection, "PRAGMA page_size");
        }
        if (page == 0) {
            throw new IllegalArgumentException("there is no " + name);
        }
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            byte[] noise = new byte[size];
            Arrays.fill(noise, (byte) 0x5a);
            file.seek((page - 1L) * size);
            file.write(noise);
        }
    }

    /** Runs a statement on a database without regard to foreign keys. */
    public static void run(Path database, String sql) throws SQLException {
        try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + database, new Properties())) {
            Statements.update(connection, sql);
        }
    }
}
