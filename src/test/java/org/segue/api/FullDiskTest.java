package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.storage.StorageException;

/** What happens when the database may not grow, as on a full disk: SQLite answers SQLITE_FULL. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class FullDiskTest {

    private static final int MAX_PAGES = 1 << 30;
    private static final int NONE_REFUSED = 0;

    @Inject
    Household household;

    @Inject
    Database database;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @AfterEach
    void makeRoom() {
        limitPages(MAX_PAGES);
    }

    @Test
    void import_diskFull_failsInWordsAndKeepsNothing_andSucceedsOnceThereIsRoom() {
        int songs = given().get("/api/status").jsonPath().getInt("songs");
        limitPages(1);

        JsonPath failed = Jobs.imported("full", table());

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("error")).contains("full");
        assertThat(given().get("/api/status").jsonPath().getInt("songs")).isEqualTo(songs);
        given().contentType("application/json")
                .body("{\"user\":\"ann5\"}")
                .post("/recommend")
                .then()
                .statusCode(200);

        makeRoom();
        assertThat(Jobs.imported("full", table()).getString("status")).isEqualTo("completed");
    }

    @Test
    void feedback_diskFull_isRefusedWith503_andTakenOnceThereIsRoom() {
        fillDisk();

        assertThat(statusOfFirstRefusal()).isEqualTo(503);
        makeRoom();
        assertThat(statusOfFirstRefusal()).isEqualTo(NONE_REFUSED);
        takeBack();
    }

    // Other tests ask the same household.
    private static void takeBack() {
        for (String user : List.of("ann", "bob")) {
            for (int who = 1; who <= 12; who++) {
                String feedback = "/api/users/%s%d/feedback".formatted(user, who);
                given().get(feedback + "?limit=500")
                        .jsonPath()
                        .getList("items.id", String.class)
                        .forEach(song -> given().delete(feedback + "/songs/" + song)
                                .then()
                                .statusCode(204));
            }
        }
    }

    private int statusOfFirstRefusal() {
        for (String user : List.of("ann", "bob")) {
            for (int who = 1; who <= 12; who++) {
                for (int song = 0; song < 48; song++) {
                    int status =
                            ban(user + who, "%s%d%d".formatted(song < 24 ? "a" : "b", 1 + song % 24 / 4, 1 + song % 4));
                    if (status != 204) {
                        return status;
                    }
                }
            }
        }
        return NONE_REFUSED;
    }

    private static int ban(String user, String song) {
        return given().contentType("application/json")
                .body("{\"verdict\":\"ban\"}")
                .put("/api/users/%s/feedback/songs/%s".formatted(user, song))
                .statusCode();
    }

    private void fillDisk() {
        database.writeNow(
                connection -> Statements.update(connection, "CREATE TABLE IF NOT EXISTS filler (bytes BLOB)"));
        limitPages(1);
        assertThatThrownBy(() -> {
                    for (int page = 0; page < 100_000; page++) {
                        database.writeNow(connection ->
                                Statements.update(connection, "INSERT INTO filler VALUES (zeroblob(3000))"));
                    }
                })
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("full");
    }

    private static String table() {
        return IntStream.range(0, 20_000)
                .mapToObj(row -> "full-%d,full-%d,1,Title %d,Artist %d".formatted(row % 500, row, row, row % 900))
                .collect(Collectors.joining("\n", "user,song,plays,title,artist\n", "\n"));
    }

    private void limitPages(int pages) {
        // Never below the pages that there are: SQLite makes of less that number.
        database.writeNow(connection -> Statements.selectInt(connection, "PRAGMA max_page_count = " + pages));
    }
}
