package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
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
    private static final int PEOPLE = 24;
    private static final int SONGS = 48;

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

        int refused = firstRefused();
        makeRoom();
        assertThat(ban(refused)).isEqualTo(204);
        takeBack(refused);
    }

    // Other tests ask the same household.
    private static void takeBack(int last) {
        for (int number = 0; number <= last; number++) {
            given().delete(feedback(number)).then().statusCode(204);
        }
    }

    // Pages that there are have room for some.
    private static int firstRefused() {
        for (int number = 0; number < PEOPLE * SONGS; number++) {
            int status = ban(number);
            if (status != 204) {
                assertThat(status).isEqualTo(503);
                return number;
            }
        }
        throw new AssertionError("nothing was refused");
    }

    private static int ban(int number) {
        return given().contentType("application/json")
                .body("{\"verdict\":\"ban\"}")
                .put(feedback(number))
                .statusCode();
    }

    // The feedback of a person on a song, any number's is another.
    private static String feedback(int number) {
        int person = number / SONGS;
        int song = number % SONGS;
        return "/api/users/%s%d/feedback/songs/%s%d%d"
                .formatted(
                        person < 12 ? "ann" : "bob",
                        1 + person % 12,
                        song < 24 ? "a" : "b",
                        1 + song % 24 / 4,
                        1 + song % 4);
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
        return IntStream.range(0, 4_000)
                .mapToObj(row -> "full-%d,full-%d,1,Title %d,Artist %d".formatted(row % 500, row, row, row % 900))
                .collect(Collectors.joining("\n", "user,song,plays,title,artist\n", "\n"));
    }

    private void limitPages(int pages) {
        // Never below the pages that there are: SQLite makes of less that number.
        database.writeNow(connection -> Statements.selectInt(connection, "PRAGMA max_page_count = " + pages));
    }
}
