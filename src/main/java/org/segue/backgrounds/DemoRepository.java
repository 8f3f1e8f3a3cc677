package org.segue.backgrounds;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.listens.ListensChanged;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Where the demo is in the database. Its methods block. */
@Singleton
class DemoRepository {

    private final Database database;

    DemoRepository(Database database) {
        this.database = database;
    }

    /** Numbers of the imports of the demo that are in force. */
    List<Integer> imports() {
        return database.query(
                "SELECT i.id FROM import i JOIN source s ON s.id = i.source_id WHERE s.name = ? AND i.status = 'completed'"
                        + " ORDER BY i.id",
                row -> row.getInt(1),
                ListensChanged.DEMO);
    }

    /** Number of listeners whom the demo has brought. */
    int listeners() {
        return database.read(connection -> Statements.selectInt(
                connection,
                "SELECT count(*) FROM user u JOIN import i ON i.id = u.import_id JOIN source s ON s.id = i.source_id"
                        + " WHERE s.name = ? AND i.status = 'completed' AND u.merged_into IS NULL",
                ListensChanged.DEMO));
    }

    /** Whether anything else than the demo was ever heard here and still counts. */
    boolean hasOtherListening() {
        return database.read(connection -> Statements.selectInt(
                        connection,
                        "SELECT EXISTS (SELECT 1 FROM import i LEFT JOIN source s ON s.id = i.source_id"
                                + " WHERE i.status = 'completed' AND s.name IS NOT ?)"
                                + " OR EXISTS (SELECT 1 FROM user WHERE import_id IS NULL AND merged_into IS NULL)",
                        ListensChanged.DEMO))
                != 0;
    }

    /** Notes that the demo goes once an import is in force. */
    void removeAfter(int importId) {
        database.writeNow(connection ->
                Statements.update(connection, "INSERT OR IGNORE INTO demo_removal (import_id) VALUES (?)", importId));
    }

    /** Whether the demo goes now: an import after which it was to go is in force. Nothing waits for that import any more. */
    boolean takeDue() {
        return isDue()
                && database.writeNow(connection -> Statements.update(
                                connection,
                                "DELETE FROM demo_removal WHERE import_id IN"
                                        + " (SELECT id FROM import WHERE status = 'completed')"))
                        > 0;
    }

    private boolean isDue() {
        return database.read(connection -> Statements.selectInt(
                        connection,
                        "SELECT EXISTS (SELECT 1 FROM demo_removal d JOIN import i ON i.id = d.import_id"
                                + " WHERE i.status = 'completed')"))
                != 0;
    }
}
