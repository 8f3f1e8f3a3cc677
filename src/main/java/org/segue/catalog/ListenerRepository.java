package org.segue.catalog;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.storage.Database;

/** Listeners of the household: people of the house, and whom imports brought. Its methods block. */
@Singleton
public class ListenerRepository {

    private final Database database;

    ListenerRepository(Database database) {
        this.database = database;
    }

    /**
     * Listeners without those whom one source has made up, in the order in which they came.
     *
     * @param madeUp name of that source
     * @param most so many at most
     */
    public List<User> besides(String madeUp, int most) {
        return database.query(
                "SELECT u.id, u.public_id, u.name FROM user u LEFT JOIN import i ON i.id = u.import_id"
                        + " LEFT JOIN source s ON s.id = i.source_id WHERE u.merged_into IS NULL AND u.population = 0"
                        + " AND (u.import_id IS NULL OR (i.status = 'completed' AND s.name IS NOT ?)) ORDER BY u.id LIMIT ?",
                row -> new User(row.getInt(1), row.getString(2), row.getString(3)),
                madeUp,
                most);
    }
}
