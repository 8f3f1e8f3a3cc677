package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.segue.storage.Statements;

/**
 * Numbers for the ids that a source uses, given out in the order in which they are first named: rows of numbers are sorted
 * and joined several times faster than rows of text. The table has the names; those named lately are kept in memory too.
 * For one thread.
 */
final class StagedNameRepository implements AutoCloseable {

    /** At some 150 bytes an entry, 15 MB when full. */
    private static final int MAX_IN_MEMORY = 100_000;

    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final Map<String, Integer> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MAX_IN_MEMORY;
        }
    };
    private int last;

    /** Over a table {@code (number INTEGER PRIMARY KEY, name TEXT UNIQUE)} that is empty. */
    StagedNameRepository(Connection connection, String table) throws SQLException {
        select = connection.prepareStatement("SELECT number FROM " + table + " WHERE name = ?");
        insert = connection.prepareStatement("INSERT INTO " + table + " (number, name) VALUES (?, ?)");
    }

    /** The number of a name, from 1. */
    int number(String name) throws SQLException {
        Integer known = recent.get(name);
        if (known != null) {
            return known;
        }
        int number = firstInt(bind(select, name));
        if (number == 0) {
            number = ++last;
            bind(insert, number, name).executeUpdate();
        }
        recent.put(name, number);
        return number;
    }

    /** How many names there are. */
    int size() {
        return last;
    }

    @Override
    public void close() throws SQLException {
        Statements.close(select, insert);
    }
}
