package org.segue.storage;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Work on a connection.
 *
 * @param <T> what it answers; never null
 */
@FunctionalInterface
public interface Sql<T> {

    /** Does the work. The connection is only valid inside; whoever lends it begins and ends the transaction. */
    T on(Connection connection) throws SQLException;
}
