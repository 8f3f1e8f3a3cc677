package org.segue.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;

/**
 * Work on a connection for one item after the other.
 *
 * @param <T> the items
 */
@FunctionalInterface
public interface SqlForEach<T> {

    /** Works off the items until the iterator says that there are no more for this turn. */
    void on(Connection connection, Iterator<T> items) throws SQLException;
}
