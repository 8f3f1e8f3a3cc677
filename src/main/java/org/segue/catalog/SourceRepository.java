package org.segue.catalog;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.segue.storage.Statements;

/** Sources in the database. */
@Singleton
public class SourceRepository {

    /** The source of names that people give in this house. */
    public static final String HOUSE = "segue";

    /** The source of a name, made if it is new. Inside a write of the caller's. */
    public Source resolve(Connection connection, String name) throws SQLException {
        Statements.update(connection, "INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING", name);
        return new Source(Statements.selectInt(connection, "SELECT id FROM source WHERE name = ?", name), name);
    }
}
