package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void tables_areThoseThatHoldRowsAndComputeNothing() throws SQLException {
        Path file = made(
                "CREATE TABLE plays (Song TEXT, at INTEGER)",
                "CREATE VIEW view_of_plays AS SELECT * FROM plays",
                "CREATE VIRTUAL TABLE search USING fts5 (song)",
                "CREATE TABLE computed (a TEXT, b AS (upper(a)))",
                "CREATE TRIGGER t AFTER INSERT ON plays BEGIN DELETE FROM plays; END");

        try (UploadedDatabase database = UploadedDatabase.open(file)) {
            assertThat(database.tables()).contains("plays").doesNotContain("view_of_plays", "search", "computed");
            assertThat(database.columns("plays")).containsExactlyInAnyOrder("song", "at");
            assertThat(database.columns("computed")).isEmpty();
            assertThat(database.columns("nothing")).isEmpty();
        }
    }

    @Test
    void read_takesNamesAndNumbers_nothingElse() throws SQLException {
        Path file = made(
                "CREATE TABLE plays (song, at)",
                "INSERT INTO plays VALUES ('Rope', 7), (x'00', 1.5), (hex(zeroblob(9000)), NULL)");
        List<List<@Nullable String>> rows = new ArrayList<>();

        try (UploadedDatabase database = UploadedDatabase.open(file)) {
            database.read(
                    Set.of("plays"),
                    "SELECT %s, %s FROM plays".formatted(UploadedDatabase.value("song"), UploadedDatabase.value("at")),
                    rows::add);
        }

        assertThat(rows)
                .containsExactly(Arrays.asList("Rope", "7"), Arrays.asList(null, "1.5"), Arrays.asList(null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATTACH DATABASE 'other.db' AS other",
                "SELECT load_extension('other')",
                "DELETE FROM plays",
                "SELECT writefile('other', 'x')",
                "SELECT * FROM missing"
            })
    void read_whatDoesMoreThanRead_fails(String sql) throws SQLException, IOException {
        Path file = made("CREATE TABLE plays (song, at)", "INSERT INTO plays VALUES ('Rope', 7)");
        byte[] before = Files.readAllBytes(file);

        try (UploadedDatabase database = UploadedDatabase.open(file)) {
            assertThatThrownBy(() -> database.read(Set.of(), sql, row -> {})).isInstanceOf(StorageException.class);
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void isWriteAhead_whereRowsMayBeBesideIt() throws SQLException {
        try (UploadedDatabase with = UploadedDatabase.open(made("PRAGMA journal_mode = WAL", "CREATE TABLE a (b)"))) {
            assertThat(with.isWriteAhead()).isTrue();
        }
    }

    @Test
    void isOne_byItsFirstBytes() {
        assertThat(UploadedDatabase.isOne(
                        "SQLite format 3\0 and more".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isTrue();
        assertThat(UploadedDatabase.isOne("SQLite format 3".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(UploadedDatabase.isOne(new byte[100])).isFalse();
    }

    @Test
    void open_noDatabase_isToldWhenItIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.db"), "SQLite format 3\0" + "x".repeat(2000));

        assertThatThrownBy(() -> UploadedDatabase.open(file).tables())
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("the database is damaged, or it was copied while it was written");
    }

    private Path made(String... statements) throws SQLException {
        Path file = folder.resolve("made with a ?#% name.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return file;
    }
}
