package org.segue.imports.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of an import's rows, without those of songs and words. */
final class StagedTablesRepository {

    private static final List<String> TABLES = List.of(
            "user (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
            "row (user INTEGER, song INTEGER, rating INTEGER, value REAL)",
            "feedback (user INTEGER, song INTEGER, mbid TEXT, msid TEXT, artist TEXT, verdict TEXT, judged_at INTEGER,"
                    + " until INTEGER)",
            "list (number INTEGER PRIMARY KEY, user INTEGER, id TEXT, title TEXT, created_at INTEGER)",
            "list_song (list INTEGER, place INTEGER, song INTEGER)");

    private StagedTablesRepository() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("CREATE TABLE " + table);
            }
        }
    }
}
