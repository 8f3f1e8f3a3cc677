package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.segue.storage.Statements;

/**
 * Numbers for the names of users or songs, given out from 1 in the order in which they are first named. A table has the names;
 * those named lately are in memory too. For one thread.
 */
final class StagedNameRepository implements AutoCloseable {

    private final PreparedStatement select;
    private final RecentNames recent = new RecentNames();
    private final Numbers numbers;

    /** Numbers as they are given out. */
    static final class Numbers {
        private int last;

        /** The last, 0 if there is none yet. */
        int last() {
            return last;
        }
    }

    /** Over a table that has {@code number} and {@code name} and is empty. */
    StagedNameRepository(Connection connection, String table) throws SQLException {
        this(connection, table, new Numbers());
    }

    /**
     * The same.
     *
     * @param numbers that names of other tables have as well: no two have one
     */
    StagedNameRepository(Connection connection, String table, Numbers numbers) throws SQLException {
        this.numbers = numbers;
        select = connection.prepareStatement("SELECT number FROM " + table + " WHERE name = ?");
    }

    /** The number of a name, 0 if it has none yet. */
    int find(String name) throws SQLException {
        int known = recent.find(name);
        // Nothing is sought as long as memory has all there is.
        if (known != 0 || !recent.hasForgotten()) {
            return known;
        }
        int number = firstInt(bind(select, name));
        if (number != 0) {
            recent.put(name, number);
        }
        return number;
    }

    /** A number for a name that has none; the caller inserts the row. */
    int add(String name) {
        recent.put(name, ++numbers.last);
        return numbers.last;
    }

    /** How many names have numbers of these. */
    int size() {
        return numbers.last;
    }

    @Override
    public void close() throws SQLException {
        Statements.close(select);
    }
}
