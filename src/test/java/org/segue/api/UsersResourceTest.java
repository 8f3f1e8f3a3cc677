package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users, their listens, merging and forgetting, over HTTP. */
@QuarkusTest
class UsersResourceTest extends UserTests {

    @Test
    void user_isWhatIsKnown() {
        anna();

        JsonPath anna = user("anna");

        assertThat(anna.getString("id")).isEqualTo(t + "anna");
        assertThat(anna.getBoolean("population")).isFalse();
        assertThat(anna.getInt("listens")).isEqualTo(4);
        assertThat(anna.getInt("plays")).isEqualTo(11);
        assertThat(anna.getInt("songs")).isEqualTo(4);
        assertThat(anna.getString("firstListen")).isEqualTo("2020-09-13T12:26:40Z");
        assertThat(anna.getString("lastListen")).isEqualTo("2023-11-14T22:16:40Z");
        assertThat(anna.getList("topArtists.plays")).containsExactly(8, 3);
        assertThat(anna.getString("topArtists[0].name")).isEqualTo("Artist " + t + "b");
        assertThat(anna.getList("aliases.source")).containsExactly(t);
        assertThat(anna.getList("aliases.id")).containsExactly(t + "anna");
    }

    @Test
    void listens_areNewestFirst_andInPartsEachOnce() {
        anna();

        assertThat(listenIds("anna"))
                .containsExactly(
                        "1700000200-" + t + "s1",
                        "1700000100-" + t + "s2",
                        "1700000000-" + t + "s1",
                        "1600000000-" + t + "s3");

        List<String> inParts = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath part = given().get("/api/users/%sanna/listens?limit=3%s".formatted(t, cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(part.getInt("total")).isEqualTo(4);
            inParts.addAll(part.getList("items.id"));
            cursor = part.getString("next") == null ? null : "&cursor=" + part.getString("next");
        }
        assertThat(inParts).isEqualTo(listenIds("anna"));
    }

    @Test
    void deleteListen_isGoneFromEverything_andNoImportBringsItBack() {
        anna();
        String once = "1700000100-" + t + "s2";
        String twice = "1700000000-" + t + "s1";

        delete("anna/listens/" + once, 204);
        delete("anna/listens/" + twice, 204);

        assertThat(listenIds("anna")).hasSize(2).doesNotContain(once, twice);
        assertThat(user("anna").getInt("songs")).isEqualTo(3);
        assertThat(user("anna").getInt("plays")).isEqualTo(9);
        assertThat(given().get("/api/songs/" + t + "s2").jsonPath().getInt("listeners"))
                .isZero();
        assertThat(given().get("/api/songs/" + t + "s1").jsonPath().getInt("listeners"))
                .isEqualTo(1);
        delete("anna/listens/" + once, 404);

        JsonPath again = listens("s2,Two,Artist @a,@anna,1700000100", "s2,Two,Artist @a,@anna,1700000160");
        assertThat(again.getInt("listensAdded")).isEqualTo(1);
        assertThat(again.getInt("duplicates")).isEqualTo(1);
        assertThat(listenIds("anna")).hasSize(3).contains("1700000160-" + t + "s2");
    }

    @Test
    void deleteListen_songIsRecommendedAgain() {
        listens("s1,One,@,@anna,1700000000", "s2,Two,@,@anna,1700000100", "s1,One,@,@ben,1700000000");
        counts("s3,Three,@,@ben,1", "s2,Two,@,@ben,1");
        assertThat(recommended("anna")).doesNotContain(t + "s2");

        delete("anna/listens/1700000100-" + t + "s2", 204);

        assertThat(recommended("anna")).contains(t + "s2").doesNotContain(t + "s1");
    }

    @ParameterizedTest
    @CsvSource({"nobody", "nobody/listens"})
    void unknown_is404(String path) {
        given().get("/api/users/" + t + path).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=501", "limit=x", "cursor=x", "cursor=1-", "cursor=99999999999999999999-1"})
    void listens_badParameters_are422(String query) {
        anna();
        given().get("/api/users/%sanna/listens?%s".formatted(t, query))
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"x", "1700000000", "1700000000-nosuch", "99999999999999999999-s1", "%F0%9F%8E%B8", "1-%00"})
    void deleteListen_ofNoSuchId_is404(String id) {
        anna();
        given().urlEncodingEnabled(false)
                .delete("/api/users/%sanna/listens/%s".formatted(t, id))
                .then()
                .statusCode(404);
    }

    @Test
    void merge_oneKnowsBothHistories_andBothIdsMeanIt() {
        anna();
        listens("s5,Five,Artist @c,@annalein,1700009000", "s1,One,Artist @a,@annalein,1700000000");
        verdict("annalein", "s3", "dislike");
        verdict("annalein", "s5", "love");
        verdict("anna", "s3", "love");

        JsonPath one = merge("anna", t + "annalein", 200);

        assertThat(one.getString("id")).isEqualTo(t + "anna");
        assertThat(one.getInt("listens")).isEqualTo(5);
        assertThat(one.getInt("songs")).isEqualTo(5);
        assertThat(one.getList("formerIds")).containsExactly(t + "annalein");
        assertThat(one.getList("aliases.id")).containsExactly(t + "anna", t + "annalein");
        assertThat(user("annalein").getString("id")).isEqualTo(t + "anna");
        assertThat(listenIds("annalein")).isEqualTo(listenIds("anna")).hasSize(5);
        assertThat(given().get("/api/users/%sannalein/feedback".formatted(t))
                        .jsonPath()
                        .getList("items.verdict"))
                .containsExactlyInAnyOrder("love", "love");
        assertThat(recommended("annalein")).isEqualTo(recommended("anna"));
        assertThat(given().get("/api/users?q=" + t + "annalein").jsonPath().getList("items.id"))
                .containsExactly(t + "anna");
    }

    @Test
    void merge_laterImportsOfEitherName_arriveAtTheOne_andUndoTakesBackExactlyWhatItBrought() {
        listens("s1,One,Artist @a,@anna,1700000000");
        int other = listens("s2,Two,Artist @a,@annalein,1700000001", "s1,One,Artist @a,@annalein,1700000000")
                .getInt("id");
        merge("anna", t + "annalein", 200);
        int later = listens("s3,Three,Artist @a,@annalein,1700000002").getInt("id");
        assertThat(user("anna").getInt("listens")).isEqualTo(3);

        given().delete("/api/imports/" + other).then().statusCode(200);
        Jobs.eventually(() ->
                assertThat(listenIds("anna")).containsExactly("1700000002-" + t + "s3", "1700000000-" + t + "s1"));
        given().delete("/api/imports/" + later).then().statusCode(200);
        Jobs.eventually(() -> assertThat(listenIds("annalein")).containsExactly("1700000000-" + t + "s1"));
        // The purge of rows must not take the former id along.
        Jobs.eventually(() -> given().get("/api/songs/" + t + "s3").then().statusCode(404));
        assertThat(user("annalein").getString("id")).isEqualTo(t + "anna");
    }

    @Test
    void merge_playCountsOfOneImport_addUp() {
        counts("s1,One,A,@anna,3", "s1,One,A,@annalein,4", "s2,Two,A,@annalein,5");

        assertThat(merge("anna", t + "annalein", 200).getInt("plays")).isEqualTo(12);

        counts("s1,One,A,@anna,3", "s1,One,A,@annalein,4", "s2,Two,A,@annalein,5");
        assertThat(user("anna").getInt("plays")).isEqualTo(12);
    }

    @Test
    void merge_chainsAndCycles_endAtOne() {
        listens("s1,One,A,@a,1700000001", "s2,Two,A,@b,1700000002", "s3,Three,A,@c,1700000003");

        merge("b", t + "a", 200);
        merge("c", t + "b", 200);
        for (String name : List.of("a", "b", "c")) {
            assertThat(user(name).getString("id")).isEqualTo(t + "c");
            assertThat(user(name).getInt("listens")).isEqualTo(3);
        }
        assertThat(merge("a", t + "c", 200).getString("id")).as("one already").isEqualTo(t + "c");
        assertThat(merge("c", t + "a", 200).getString("id")).as("one already").isEqualTo(t + "c");
        merge("a", t + "a", 422);
    }

    @Test
    void merge_asASourceNamesIt_isFound() {
        listens("s1,One,A,@a,1700000001", "s2,Two,A,@b,1700000002");

        given().contentType("application/json")
                .body("{\"user\":{\"source\":\"%s\",\"id\":\"%sb\"}}".formatted(t, t))
                .post("/api/users/%sa/aliases".formatted(t))
                .then()
                .statusCode(200);
        assertThat(user("b").getString("id")).isEqualTo(t + "a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 400",
                "{} | 422",
                "{\"user\":null} | 422",
                "{\"user\":\"nobody\"} | 422",
                "{\"user\":7} | 400",
                "{\"user\":\"a\",\"more\":1} | 400",
                "[] | 400"
            })
    void merge_badBodies_areRefused(String body, int status) {
        listens("s1,One,A,@a,1700000001");
        given().contentType("application/json")
                .body(body)
                .post("/api/users/%sa/aliases".formatted(t))
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
        given().contentType("application/json")
                .body("{\"user\":\"%sa\"}".formatted(t))
                .post("/api/users/nobody/aliases")
                .then()
                .statusCode(404);
    }

    @Test
    void forget_nothingIsLeftOfTheUser_andOthersStay() {
        anna();
        listens("s1,One,Artist @a,@ben,1700000000");
        listens("s1,One,Artist @a,@annalein,1700000009");
        merge("anna", t + "annalein", 200);
        verdict("anna", "s3", "love");
        delete("anna/listens/1700000100-" + t + "s2", 204);

        delete("annalein", 204);

        for (String name : List.of("anna", "annalein")) {
            given().get("/api/users/" + t + name).then().statusCode(404);
            given().get("/api/users/%s%s/feedback".formatted(t, name)).then().statusCode(404);
            JsonPath answer = recommend(name);
            assertThat(answer.getString("strategy")).isEqualTo("popular");
        }
        delete("anna", 404);
        assertThat(given().get("/api/users?q=" + t).jsonPath().getList("items.id"))
                .containsExactly(t + "ben");
        Jobs.eventually(() -> assertThat(
                        given().get("/api/songs/" + t + "s1").jsonPath().getInt("listeners"))
                .isEqualTo(1));
        assertThat(listenIds("ben")).hasSize(1);
    }

    @Test
    void forget_thenImportedAgain_isANewUser() {
        anna();
        delete("anna/listens/1700000100-" + t + "s2", 204);
        delete("anna", 204);

        anna();

        assertThat(user("anna").getInt("listens")).isEqualTo(4);
        assertThat(given().get("/api/users/%sanna/feedback".formatted(t))
                        .jsonPath()
                        .getInt("total"))
                .isZero();
    }

    @Test
    void population_isAnsweredButNeverListed_andGoesWithItsImport() {
        anna();
        int before = given().get("/api/status").jsonPath().getInt("population");
        JsonPath job = Jobs.imported(given().queryParam("source", t)
                .queryParam("population", true)
                .queryParam("maxUsers", 2)
                .queryParam("seed", 5)
                .contentType("text/csv")
                .body("user,song\n%1$sx,%1$ss1\n%1$sy,%1$ss1\n%1$sz,%1$ss1\n".formatted(t)));

        assertThat(job.getBoolean("population")).isTrue();
        assertThat(given().get("/api/users?q=" + t).jsonPath().getList("items.id"))
                .containsExactly(t + "anna");
        assertThat(given().get("/api/status").jsonPath().getInt("population")).isEqualTo(before + 2);
        Jobs.eventually(() -> assertThat(
                        given().get("/api/songs/" + t + "s1").jsonPath().getInt("listeners"))
                .isEqualTo(3));
        given().delete("/api/imports/" + job.getInt("id")).then().statusCode(200);
        Jobs.eventually(() -> assertThat(given().get("/api/status").jsonPath().getInt("population"))
                .isEqualTo(before));
    }

    @ParameterizedTest
    @CsvSource({
        "maxUsers=5",
        "population=true&maxUsers=0",
        "population=true&maxUsers=x",
        "population=true&seed=x",
        "population=1"
    })
    void population_badParameters_are422(String query) {
        given().contentType("text/csv")
                .body("user,song\na,b\n")
                .post("/api/imports?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }
}
