package org.segue.listens;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.segue.storage.Statements;

/** Programs that send plays. Inside a write of the caller's. */
@Singleton
class ClientRepository {

    /** A household has few; who makes up names for each listen gets no more. */
    private static final int MAX = 500;

    private static final int MAX_NAME = 100;

    /**
     * What stands in place of an import for the plays of a program: 0 for one without a name, else a negative number of its
     * own. Versions and letter case of the name make no difference.
     */
    int number(Connection connection, String client) throws SQLException {
        String name = client.strip().toLowerCase(Locale.ROOT);
        name = name.substring(0, Math.min(MAX_NAME, name.length()));
        if (name.isEmpty()) {
            return 0;
        }
        int known = Statements.selectInt(connection, "SELECT id FROM client WHERE name = ?", name);
        if (known != 0) {
            return -known;
        }
        return -Statements.selectInt(
                connection,
                "INSERT INTO client (name) SELECT ? WHERE (SELECT count(*) FROM client) < " + MAX + " RETURNING id",
                name);
    }
}
