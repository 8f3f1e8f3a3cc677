package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start makes of a database that is damaged, or gone. */
class StartCheckTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeDatabase() throws IOException {
        file = folder.resolve("segue.db");
        try (Databases.Opened opened = Databases.open(folder)) {
            opened.database().writeNow(connection -> {
                for (int i = 1; i <= 500; i++) {
                    Statements.update(
                            connection,
                            "INSERT INTO artist (public_id, name, name_key) VALUES (?1, ?1, ?1)",
                            "artist " + i);
                    Statements.update(
                            connection,
                            "INSERT INTO song (public_id, title, artist_id, recording_key) VALUES (?1, ?1, ?2, ?1)",
                            "song " + i,
                            i);
                    Statements.update(
                            connection,
                            "INSERT INTO song_search (rowid, title, artist) VALUES (?, ?, ?)",
                            i,
                            "song " + i,
                            "artist " + i);
                    Statements.update(
                            connection,
                            "INSERT INTO user (public_id, name, population) VALUES (?1, ?1, ?2)",
                            "user " + i,
                            i % 2);
                }
                return Statements.update(
                        connection,
                        "INSERT INTO user_search (rowid, name) SELECT id, name FROM user WHERE population = 0");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlite_autoindex_song_1",
                "song_by_recording",
                "song_by_listeners",
                "song_search_data",
                "artist_search_idx",
                "user_search_docsize"
            })
    void derivedPartsAreDamaged_afterACrash_areMadeAnew(String name) throws Exception {
        Damage.pages(file, name);
        crash();

        try (Databases.Opened opened = Databases.open(folder)) {
            assertThat(opened.database().state().damage()).isNull();
            assertThat(opened.database().<Optional<String>>read(c -> DatabaseCheck.damage(c, true)))
                    .isEmpty();
            assertThat(count(opened, "SELECT count(*) FROM song s JOIN artist a ON a.id = s.artist_id"))
                    .isEqualTo(500);
            assertThat(count(opened, "SELECT count(*) FROM song_search WHERE song_search MATCH 'song 17*'"))
                    .isEqualTo(11);
            assertThat(count(opened, "SELECT count(*) FROM artist_search WHERE artist_search MATCH 'artist'"))
                    .isEqualTo(500);
            assertThat(count(opened, "SELECT count(*) FROM user_search WHERE user_search MATCH 'user'"))
                    .isEqualTo(250);
            assertThat(count(opened, "SELECT id FROM song WHERE recording_key = 'song 400'"))
                    .isEqualTo(400);
            opened.database()
                    .writeNow(connection -> Statements.update(
                            connection, "INSERT INTO artist (public_id, name, name_key) VALUES ('new', 'new', 'new')"));
            assertThat(count(opened, "SELECT count(*) FROM artist_search WHERE artist_search MATCH 'new'"))
                    .as("triggers are as they were")
                    .isEqualTo(1);
        }
        assertThat(folder.resolve("segue.db.damaged")).isNotEmptyFile();
        assertThat(folder.resolve(".segue.db.rebuilt")).doesNotExist();
    }

    @Test
    void tableIsDamaged_afterACrash_isTold_andTheRestCanBeRead() throws Exception {
        Damage.pages(file, "song_feedback");
        crash();

        try (Databases.Opened opened = Databases.open(folder)) {
            assertThat(opened.database().state().damage()).isNotNull();
            assertThat(count(opened, "SELECT count(*) FROM song")).isEqualTo(500);
        }
        assertThat(folder.resolve("segue.db.damaged")).doesNotExist();
    }

    @Test
    void damaged_afterAStop_isNotLookedFor_butFoundByReading() throws Exception {
        Damage.pages(file, "song_feedback");

        try (Databases.Opened opened = Databases.open(folder)) {
            assertThat(opened.database().state().damage()).isNull();
            assertThatThrownBy(
                            () -> count(opened, "SELECT count(*) FROM song_feedback NOT INDEXED WHERE judged_at > 0"))
                    .isInstanceOf(StorageException.class);
            assertThat(opened.database().state().damage()).contains("malformed");
        }
    }

    @Test
    void killed_isACrash_stoppedIsNone() throws Exception {
        crash();
        DataFolder afterACrash = new DataFolder(Databases.config(folder));
        assertThat(afterACrash.wasClosed()).isFalse();
        afterACrash.unlock();
        DataFolder afterAStop = new DataFolder(Databases.config(folder));
        assertThat(afterAStop.wasClosed()).isTrue();
        afterAStop.unlock();
    }

    @Test
    void databaseIsEmpty_besideOtherData_isRefused() throws IOException {
        Files.write(file, new byte[0]);
        Files.createDirectories(folder.resolve("models/2026-01-02T03-04-05Z-ab12"));

        assertThatThrownBy(() -> Databases.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("segue.db is empty")
                .hasMessageContaining("models");
        assertThat(file).isEmptyFile();
    }

    @Test
    void databaseIsEmpty_andNothingElseIsThere_isAFirstStart() throws IOException {
        Files.write(file, new byte[0]);
        Files.createDirectories(folder.resolve("incoming"));

        try (Databases.Opened opened = Databases.open(folder)) {
            assertThat(count(opened, "SELECT count(*) FROM song")).isZero();
        }
    }

    @Test
    void noDatabaseAtAll_isRefusedInWords() throws IOException, SQLException {
        Files.writeString(file, "no database, but long enough to be looked at ".repeat(200));
        crash();

        assertThatThrownBy(() -> Databases.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("restore a backup");
    }

    @Test
    void releasedDatabases_areSound() throws Exception {
        for (int schema = 1; schema <= org.segue.testsupport.ReleasedDatabase.count(); schema++) {
            Path data = folder.resolve("released-" + schema);
            org.segue.testsupport.ReleasedDatabase.unpack(schema, data);
            DatabaseRepair.rebuild(data.resolve("segue.db"), Permissions.PRIVATE);
            try (Databases.Opened opened = Databases.open(data)) {
                assertThat(opened.database().<List<String>>read(KnownSchema::foreignIn))
                        .isEmpty();
                assertThat(opened.database().<Optional<String>>read(DatabaseCheck::danglingRow))
                        .isEmpty();
                assertThat(count(opened, "SELECT count(*) FROM song_search WHERE song_search MATCH 'hopp*'"))
                        .isEqualTo(1);
            }
        }
    }

    private static int count(Databases.Opened opened, String sql) {
        return opened.database().read(connection -> Statements.selectInt(connection, sql));
    }

    // What is in the locked file while somebody uses the folder stays if that one is killed.
    private void crash() throws IOException {
        Files.write(folder.resolve("segue.lock"), "in use\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void onlyTheStartThatMadeTheDatabase_inAnEmptyFolder_isTheFirst() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path used = Files.createDirectories(folder.resolve("used"));
        assertThat(isFirst(empty)).isTrue();
        Files.writeString(empty.resolve("segue.db"), "a database");
        assertThat(isFirst(empty)).isFalse();
        Files.createDirectories(used.resolve("models"));
        assertThat(isFirst(used)).isFalse();
    }

    private static boolean isFirst(Path data) throws IOException {
        DataFolder locked = DataFolder.locked(data);
        try {
            return new StartCheck(locked, StorageConfig.Check.NEVER, new StorageState()).run();
        } finally {
            locked.unlock();
        }
    }
}
