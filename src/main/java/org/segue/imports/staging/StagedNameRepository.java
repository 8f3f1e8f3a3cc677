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
 * Numbers for the names of users or songs, given out from 1 in the order in which they are first named. A table has the names;
 * those named lately are in memory too. For one thread.
 */
final class StagedNameRepository implements AutoCloseable {

    /** At some 150 bytes an entry, 15 MB when full. */
    private static final int MAX_IN_MEMORY = 100_000;

    private final PreparedStatement select;
    private final Map<String, Integer> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MAX_IN_MEMORY;
        }
    };
    private int last;

    /** Over a table that has {@code number} and {@code name} and is empty. */
    StagedNameRepository(Connection connection, String table) throws SQLException {
        select = connection.prepareStatement("SELECT number FROM " + table + " WHERE name = ?");
    }

    /** The number of a name, 0 if it has none yet. */
    int find(String name) throws SQLException {
        Integer known = recent.get(name);
        if (known != null) {
            return known;
        }
        // Nothing is sought as long as memory has all there is.
        int number = last > recent.size() ? firstInt(bind(select, name)) : 0;
        if (number != 0) {
            recent.put(name, number);
        }
        return number;
    }

    /** A number for a name that has none; the caller inserts the row. */
    int add(String name) {
        recent.put(name, ++last);
        return last;
    }

    /** How many names there are. */
    int size() {
        return last;
    }

    @Override
    public void close() throws SQLException {
        Statements.close(select);
    }
}
