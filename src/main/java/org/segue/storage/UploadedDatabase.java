package org.segue.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/**
 * A database that somebody else's program made and somebody sent, which may be anything. It is opened to read, as a file that
 * nobody changes, nothing of its schema is trusted, and nothing can be attached or loaded. Only tables count, by name: views,
 * virtual tables and tables with computed columns would run what somebody has written. Their pages are checked before they are
 * read. For one thread.
 */
public final class UploadedDatabase implements AutoCloseable {

    /** So many first bytes tell that a file is one. */
    public static final int START_BYTES = 16;

    private static final byte[] START = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** Bytes of a text or number that are read; of anything longer nothing is. */
    private static final int MAX_VALUE_BYTES = 8000;

    /** Where the first page says whether the newest rows are in a file beside it, and what it says then. */
    private static final int WRITE_VERSION_AT = 18;

    private static final int WRITE_AHEAD = 2;

    private final Connection connection;
    private final boolean isWriteAhead;
    private final Set<String> checked = new HashSet<>();

    private UploadedDatabase(Connection connection, boolean isWriteAhead) {
        this.connection = connection;
        this.isWriteAhead = isWriteAhead;
    }

    /** What is done with a row. */
    @FunctionalInterface
    public interface RowReader {
        /** Takes its values, in the order of the columns, each null if it has none or none that is a name or a number. */
        void read(List<@Nullable String> values);
    }

    /** Whether a file starts so that it is a database. */
    public static boolean isOne(byte[] start) {
        return start.length >= START_BYTES && Arrays.equals(start, 0, START_BYTES, START, 0, START_BYTES);
    }

    /**
     * Opens one.
     *
     * @throws StorageException if it is damaged
     */
    public static UploadedDatabase open(Path file) {
        // A path may have characters that mean something in an address.
        String url = "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:/+", "file:/")
                + "?mode=ro&immutable=1&limit_attached=0";
        Connection connection = null;
        try {
            connection = JDBC.createConnection(url, new Properties());
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA trusted_schema = OFF");
                statement.execute("PRAGMA query_only = ON");
                statement.execute("PRAGMA cell_size_check = ON");
                statement.execute("PRAGMA mmap_size = 0");
                statement.execute("PRAGMA temp_store = FILE");
            }
            return new UploadedDatabase(connection, isWriteAhead(file));
        } catch (SQLException | IOException e) {
            closeQuietly(connection);
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isWriteAhead(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(WRITE_VERSION_AT + 1);
            return start.length > WRITE_VERSION_AT && start[WRITE_VERSION_AT] == WRITE_AHEAD;
        }
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // What is wrong with it has been told already.
            return;
        }
    }

    private static StorageException damaged(String why) {
        return new StorageException("the database is damaged, or it was copied while it was written (%s)."
                .formatted(why.replaceAll("\\s+", " ")));
    }

    /** Whether its program keeps the newest rows in a file beside it, {@code -wal}, for a while: a copy without that lacks them. */
    public boolean isWriteAhead() {
        return isWriteAhead;
    }

    /** Names of its tables that hold rows and nothing that computes. */
    public Set<String> tables() {
        try {
            Set<String> tables = new HashSet<>();
            for (String table : Statements.query(
                    connection,
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND octet_length(name) < 200 LIMIT 1000",
                    row -> String.valueOf(row.getString(1)))) {
                if (!columns(table).isEmpty()) {
                    tables.add(table);
                }
            }
            return tables;
        } catch (SQLException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    /** Names of a table's columns in lower case; none if it has one that is computed. */
    public Set<String> columns(String table) {
        try {
            Set<String> columns = new HashSet<>();
            boolean[] isComputed = new boolean[1];
            Statements.queryEach(
                    connection,
                    "SELECT lower(name), hidden FROM pragma_table_xinfo(?) LIMIT 2000",
                    row -> {
                        columns.add(String.valueOf(row.getString(1)));
                        isComputed[0] |= row.getInt(2) != 0;
                    },
                    table);
            return isComputed[0] ? Set.of() : columns;
        } catch (SQLException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    /** A column or the like as {@link #read} takes it: nothing in place of what is no name and no number, or overlong. */
    public static String value(String column) {
        return "iif(typeof(%1$s) <> 'blob' AND octet_length(%1$s) <= %2$d, %1$s, NULL)"
                .formatted(column, MAX_VALUE_BYTES);
    }

    /**
     * Reads rows of known tables.
     *
     * @param tables that the query reads: their pages are checked before
     * @param query a SELECT of ours, never anything of the file's
     * @throws StorageException if the pages are damaged
     */
    public void read(Set<String> tables, String query, RowReader reader) {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                requireSound(table);
            }
            try (ResultSet rows = statement.executeQuery(query)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    List<@Nullable String> values = new ArrayList<>(columns);
                    for (int column = 1; column <= columns; column++) {
                        values.add(rows.getString(column));
                    }
                    reader.read(values);
                }
            }
        } catch (SQLException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    // Of damaged pages one may lead back to another: reading them would not end.
    private void requireSound(String table) throws SQLException {
        if (checked.add(table)) {
            String found = Statements.queryFirst(
                            connection,
                            "PRAGMA quick_check('%s')".formatted(table.replace("'", "''")),
                            row -> String.valueOf(row.getString(1)))
                    .orElse("no answer");
            if (!found.equals("ok")) {
                throw damaged(found.replace("*** in database main ***", "").strip());
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }
}
