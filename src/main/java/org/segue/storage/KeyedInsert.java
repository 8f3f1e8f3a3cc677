package org.segue.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An insert of many rows, one by one, that answers with the key of each. Without {@code RETURNING}: before each such statement
 * SQLite would write out what the full-text indexes have taken so far.
 */
public final class KeyedInsert implements AutoCloseable {

    private final PreparedStatement insert;
    private final PreparedStatement lastKey;

    /** Prepares an insert into a table with an integer key. */
    public KeyedInsert(Connection connection, String sql) throws SQLException {
        insert = connection.prepareStatement(sql);
        lastKey = connection.prepareStatement("SELECT last_insert_rowid()");
    }

    /** Inserts a row; answers with its key. */
    public int insert(@Nullable Object... parameters) throws SQLException {
        Statements.bind(insert, parameters).executeUpdate();
        return Statements.firstInt(lastKey);
    }

    @Override
    public void close() throws SQLException {
        Statements.close(insert, lastKey);
    }
}
