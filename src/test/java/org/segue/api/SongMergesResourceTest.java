package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Songs that were joined when keys were made anew, and how one is taken back. */
@QuarkusTest
class SongMergesResourceTest {

    @Inject
    Database database;

    @Test
    void joinedSong_isListed_onThePage_andTakenBackWithItsListens() {
        Jobs.importedTable("format=table&source=merges&user=merging", """
                artist,title,album,timestamp
                Merged Band,First,A,2024-01-01 10:00:00
                Merged Band,Second,A,2024-01-01 11:00:00
                """);
        String first = song("First");
        String second = song("Second");
        // As the step at the start does it, of two songs that got the same key.
        database.writeNow(connection -> Statements.update(
                        connection,
                        "INSERT INTO song_merge (from_id, into_id, state, rule, merged_at) SELECT s.id, f.id, 'joined', 'key', 1"
                                + " FROM song s JOIN song f ON f.public_id = ? WHERE s.public_id = ?",
                        first,
                        second)
                + Statements.update(
                        connection,
                        "UPDATE song SET merged_into = (SELECT id FROM song WHERE public_id = ?) WHERE public_id = ?",
                        first,
                        second));

        JsonPath listed = given().get("/api/songs/merges?limit=500").jsonPath();
        assertThat(listed.getString("items.find { it.from.title == 'Second' }.into.id"))
                .isEqualTo(first);
        assertThat(listed.getString("items.find { it.from.title == 'Second' }.state"))
                .isEqualTo("joined");
        given().get("/songs/" + first).then().body(containsString("These are two songs"));

        given().delete("/api/songs/merges/" + second).then().statusCode(204);

        given().get("/api/songs/" + second).then().body("title", equalTo("Second"));
        given().get("/songs/" + first).then().body(not(containsString("These are two songs")));
        assertThat(given().get("/api/songs/merges?limit=500")
                        .jsonPath()
                        .getString("items.find { it.from.title == 'Second' }.state"))
                .isEqualTo("apart");
        given().delete("/api/songs/merges/nobody").then().statusCode(404);
        given().get("/api/songs/merges?limit=0").then().statusCode(422);
    }

    private static String song(String title) {
        return given().get("/api/songs?q=merged band")
                .jsonPath()
                .getString("items.find { it.title == '" + title + "' }.id");
    }
}
