package org.segue.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Databases as released versions of Segue left them, one for each schema, kept for ever in {@code src/test/resources}: two
 * users, three songs, play counts and listens, and from its schema on, what each later one brought.
 */
public final class ReleasedDatabase {

    private static final Path KEPT = Path.of("src", "test", "resources", "released");

    /** What a database of a schema has beside that of the schema before it. */
    private static final List<List<String>> ROWS = List.of(
            List.of(
                    "INSERT INTO source (id, name) VALUES (100, 'kept')",
                    "INSERT INTO import (id, source_id, status, request, format, created_at, rows_read) VALUES"
                            + " (1, 100, 'completed', '{\"format\":\"auto\"}', 'table', 1700000000000, 5)",
                    "INSERT INTO user (id, public_id, name, import_id) VALUES (1, 'anna', 'anna', 1), (2, 'bert', 'bert', 1)",
                    "INSERT INTO user_search (rowid, name) VALUES (1, 'anna'), (2, 'bert')",
                    "INSERT INTO user_alias (source_id, external_id, user_id) VALUES (100, 'anna', 1), (100, 'bert', 2)",
                    "INSERT INTO artist (id, public_id, name, name_key) VALUES (1, 'sigur-ros', 'Sigur Rós', 'sigur ros')",
                    "INSERT INTO song (id, public_id, title, artist_id, recording_key, import_id) VALUES"
                            + " (1, 's1', 'Hoppípolla', 1, 'sigur ros\thoppipolla', 1),"
                            + " (2, 's2', 'Sæglópur', 1, 'sigur ros\tsaeglopur', 1), (3, 's3', '', NULL, NULL, 1)",
                    "INSERT INTO song_search (rowid, title, artist) VALUES (1, 'Hoppípolla', 'Sigur Rós'),"
                            + " (2, 'Sæglópur', 'Sigur Rós')",
                    "INSERT INTO song_alias (source_id, external_id, song_id) VALUES (100, 's1', 1), (100, 's2', 2),"
                            + " (100, 's3', 3)",
                    "INSERT INTO play_count (user_id, song_id, import_id, value) VALUES (1, 1, 1, 7), (1, 2, 1, 2),"
                            + " (2, 3, 1, 1)",
                    "INSERT INTO listen (user_id, listened_at, song_id, import_id) VALUES (1, 1690000000, 1, 1),"
                            + " (2, 1690000500, 2, 1)",
                    "UPDATE song SET listeners = CASE id WHEN 2 THEN 2 ELSE 1 END",
                    "INSERT INTO training (id, status, hyperparameters, created_at, error) VALUES"
                            + " (1, 'failed', '{\"objective\":\"implicit\",\"dimension\":8,\"epochs\":1,\"learningRate\":0.05,"
                            + "\"batchSize\":256,\"regularization\":0.01,\"unobservedWeight\":0.1,\"confidence\":\"none\",\"seed\":1}',"
                            + " 1700000000000, 'kept')"),
            List.of(
                    "INSERT INTO song_feedback (user_id, song_id, verdict, judged_at) VALUES (1, 2, 'love', 1700000000)"),
            List.of("UPDATE training SET reason = 'kept', tune = 1"),
            List.of("INSERT INTO imported_feedback (user_id, song_id, import_id, verdict, judged_at) VALUES"
                    + " (2, 3, 1, 'dislike', 1700000000)"),
            List.of("INSERT INTO deleted_listen (user_id, listened_at, song_id) VALUES (1, 1680000000, 2)"),
            List.of(
                    "INSERT INTO access_token (hash, user_id, name, created_at) VALUES ('%s', 1, 'player', 1700000000000)"
                            .formatted("0".repeat(64))),
            List.of("INSERT INTO playlist (id, user_id, name, songs, created_at) VALUES"
                    + " ('00000000-0000-4000-8000-000000000001', 1, 'kept', '1,2', 1700000000)"),
            List.of(
                    "UPDATE imported_feedback SET verdict = 'ban', until = 4070908800",
                    "INSERT INTO imported_artist_feedback (user_id, artist_id, import_id, verdict, judged_at) VALUES"
                            + " (2, 1, 1, 'love', 1700000000)"),
            List.of(
                    "INSERT INTO play_count (user_id, song_id, import_id, rating, value) VALUES (1, 1, 1, 1, 4.5)",
                    "INSERT INTO imported_playlist (id, import_id, user_id, name, songs, created_at) VALUES"
                            + " ('00000000-0000-4000-8000-000000000002', 1, 2, 'brought', '3,1', 1700000000)"),
            List.of("UPDATE identity SET id = 'kept', adopts_models = 0"),
            List.of("UPDATE import SET notes = '[\"kept\"]'"),
            List.of(
                    "UPDATE song SET recording_key = former_key, former_key = NULL WHERE former_key IS NOT NULL",
                    "UPDATE artist SET name_key = 'sigur ros'",
                    "INSERT INTO song (id, public_id, title, artist_id, recording_key, former_key, import_id, merged_into) VALUES"
                            + " (4, 's4', 'Hoppípolla (Official Video)', 1, 'sigur ros\thoppipolla',"
                            + " 'sigur ros\thoppipolla official video', 1, 1)",
                    "INSERT INTO song_merge (from_id, into_id, state, rule, merged_at) VALUES (4, 1, 'joined', 'key', 1700000000)",
                    "INSERT INTO listen (user_id, listened_at, song_id, import_id, by_name) VALUES (1, 1650000000, 1, 1, 1)",
                    "DELETE FROM rekeying"),
            List.of(
                    "INSERT INTO client (id, name) VALUES (1, 'player')",
                    "INSERT INTO listen (user_id, listened_at, song_id, import_id, shift, told_song) VALUES"
                            + " (1, 1650000000, 1, -1, 5, 4)",
                    "UPDATE import SET reading = 2",
                    "DELETE FROM unsettled_song"));

    private ReleasedDatabase() {}

    /** Number of schemas of which a database is kept. */
    public static int count() {
        int count = 0;
        while (Files.exists(file(count + 1))) {
            count++;
        }
        return count;
    }

    /** Puts the database of a schema, from 1 on, into a data folder. */
    public static void unpack(int schema, Path dataFolder) throws IOException {
        Files.createDirectories(dataFolder);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file(schema)))) {
            Files.copy(in, dataFolder.resolve("segue.db"));
        }
    }

    private static Path file(int schema) {
        return KEPT.resolve("V%d.db.gz".formatted(schema));
    }

    /**
     * Makes the database of a schema that is about to be released, when rows for it have been added above: {@code ./mvnw -q
     * test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.segue.testsupport.ReleasedDatabase
     * -Dexec.args=7}. Never one of a schema that is released.
     */
    public static void main(String... args) throws IOException, SQLException {
        for (String schema : args) {
            make(Integer.parseInt(schema));
        }
    }

    private static void make(int schema) throws IOException, SQLException {
        Path file = file(schema);
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is kept as it is");
        }
        Path folder = Files.createTempDirectory("released-");
        DataSource source = FileDatabase.in(folder);
        for (int version = 1; version <= schema; version++) {
            Flyway.configure()
                    .dataSource(source)
                    .target(Integer.toString(version))
                    .load()
                    .migrate();
            insert(source, ROWS.get(version - 1));
        }
        Path database = folder.resolve("segue.db");
        Files.createDirectories(KEPT);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(database, out);
        }
    }

    private static void insert(DataSource source, List<String> rows) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String row : rows) {
                statement.executeUpdate(row);
            }
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}
