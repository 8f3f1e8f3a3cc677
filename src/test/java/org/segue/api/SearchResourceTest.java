package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchResourceTest {

    private static final String CSV = """
            user,song,title,artist,album
            Zoë Sucher,q1,Quixotic Blue,Quokka Öffner,First
            zora-q,q1,Quixotic Blue,Quokka Öffner,First
            zora-q,q2,Quixotic Red,Quokka Öffner,
            zora-q,q3,,,
            """;

    @BeforeEach
    void fill() {
        Jobs.imported("search", CSV);
        Jobs.eventually(() -> given().get("/api/songs?q=quixotic")
                .then()
                .body("items.title", contains("Quixotic Blue", "Quixotic Red")));
    }

    @Test
    void songs_byStartsOfWords_popularFirst() {
        given().queryParam("q", "QUOK öff qui")
                .get("/api/songs")
                .then()
                .statusCode(200)
                .body("items.id", contains("q1", "q2"))
                .body("items[0].title", equalTo("Quixotic Blue"))
                .body("items[0].artist", equalTo("Quokka Öffner"))
                .body("items[0].artistId", equalTo("quokka-offner"))
                .body("items[0].album", equalTo("First"))
                .body("items[1].album", nullValue())
                .body("total", equalTo(2))
                .body("next", nullValue());
    }

    @Test
    void users_byStartsOfWords_withoutAccents() {
        given().queryParam("q", "zoe such")
                .get("/api/users")
                .then()
                .statusCode(200)
                .body("items.name", contains("Zoë Sucher"))
                .body("total", equalTo(1));
    }

    @Test
    void artists_byStartsOfWords_withoutAccents() {
        given().queryParam("q", "QUOK öff")
                .get("/api/artists")
                .then()
                .statusCode(200)
                .body("items.id", contains("quokka-offner"))
                .body("items[0].name", equalTo("Quokka Öffner"))
                .body("total", equalTo(1))
                .body("next", nullValue());
    }

    @Test
    void songs_inParts_giveEachOnce() {
        List<String> ids = new ArrayList<>();
        String cursor = "0";
        while (cursor != null) {
            JsonPath part = given().queryParam("limit", 1)
                    .queryParam("cursor", cursor)
                    .queryParam("q", "quixotic")
                    .get("/api/songs")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(part.getList("items.id"));
            cursor = part.getString("next");
        }

        assertThat(ids).containsExactly("q1", "q2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AND", "\"", "*", "a\"b", "NEAR(", "🎸", "%", "", "title:x", "'", "\u0000"})
    void search_anyText_isAnswered(String typed) {
        given().queryParam("q", typed).get("/api/songs").then().statusCode(200);
        given().queryParam("q", typed).get("/api/users").then().statusCode(200);
        given().queryParam("q", typed).get("/api/artists").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=1.5", "cursor=-1", "cursor=x", "cursor=99999999999"})
    void search_badParameters_are422(String query) {
        for (String path : List.of("/api/songs?", "/api/users?", "/api/artists?")) {
            given().get(path + query).then().statusCode(422).contentType("application/problem+json");
        }
    }

    @Test
    void search_overlongText_is422() {
        given().queryParam("q", "x".repeat(201))
                .get("/api/users")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }
}
