package org.segue.catalog;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.segue.storage.Database;

/** Listeners of the household: people of the house, and whom imports brought. Its methods block. */
@Singleton
public class RealListenerRepository {

    private static final String NEWEST =
            "SELECT u.id, u.public_id, u.name FROM user u LEFT JOIN import i ON i.id = u.import_id"
                    + " LEFT JOIN source s ON s.id = i.source_id WHERE u.merged_into IS NULL AND u.population = 0"
                    + " AND (u.import_id IS NULL OR (i.status = 'completed' AND s.name IS NOT ?1))"
                    + " ORDER BY u.import_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM user_alias a"
                    + " JOIN source h ON h.id = a.source_id WHERE a.user_id = u.id AND h.name = ?2), u.id DESC LIMIT ?3";

    private final Database database;

    RealListenerRepository(Database database) {
        this.database = database;
    }

    /**
     * The newest listeners without those whom one source has made up: people of the house rather than others, in the order in
     * which they came.
     *
     * @param madeUp name of that source
     * @param most so many at most
     */
    public List<User> besides(String madeUp, int most) {
        List<User> newestFirst = database.query(
                NEWEST,
                row -> new User(row.getInt(1), row.getString(2), row.getString(3)),
                madeUp,
                SourceRepository.HOUSE,
                most);
        return newestFirst.stream().sorted(Comparator.comparingInt(User::id)).toList();
    }
}
