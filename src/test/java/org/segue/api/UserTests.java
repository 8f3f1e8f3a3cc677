package org.segue.api;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** What tests of users share: each has a source and users of its own, whose ids start with {@link #t}. */
abstract class UserTests {

    private static final AtomicInteger TESTS = new AtomicInteger();

    /** Of this test: ids of users and songs start with it. */
    String t = "";

    @BeforeEach
    void number() {
        t = "t%d-".formatted(TESTS.incrementAndGet());
    }

    JsonPath listens(String... rows) {
        return table("song,title,artist,user,timestamp", rows);
    }

    JsonPath counts(String... rows) {
        return table("song,title,artist,user,plays", rows);
    }

    JsonPath table(String header, String... rows) {
        StringBuilder csv = new StringBuilder(header);
        for (String row : rows) {
            csv.append('\n').append(t).append(row.replace("@", t));
        }
        return Jobs.imported(t, csv.append('\n').toString());
    }

    JsonPath user(String user) {
        return given().get("/api/users/" + t + user)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    List<String> listenIds(String user) {
        return given().get("/api/users/%s%s/listens".formatted(t, user))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    void anna() {
        listens(
                "s1,One,Artist @a,@anna,1700000000",
                "s2,Two,Artist @a,@anna,1700000100",
                "s1,One,Artist @a,@anna,1700000200",
                "s3,Three,Artist @b,@anna,1600000000");
        counts("s4,Four,Artist @b,@anna,7");
    }

    void verdict(String user, String song, String verdict) {
        given().contentType("application/json")
                .body("{\"verdict\":\"%s\"}".formatted(verdict))
                .put("/api/users/%s%s/feedback/songs/%s%s".formatted(t, user, t, song))
                .then()
                .statusCode(204);
    }

    JsonPath merge(String into, String from, int status) {
        return given().contentType("application/json")
                .body("{\"user\":\"%s\"}".formatted(from))
                .post("/api/users/%s%s/aliases".formatted(t, into))
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    void delete(String path, int status) {
        given().delete("/api/users/" + t + path).then().statusCode(status);
    }

    JsonPath recommend(String user) {
        return given().contentType("application/json")
                .body("{\"user\":\"%s%s\",\"n\":500}".formatted(t, user))
                .post("/recommend")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    Set<String> recommended(String user) {
        return Set.copyOf(recommend(user).getList("items.song"));
    }
}
