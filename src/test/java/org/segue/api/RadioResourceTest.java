package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Household.Profile.class)
class RadioResourceTest {

    private static final String END = "No songs are left that this radio has not played. It ends here.";

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void radio_goesOnWithoutRepeating_andEndsInWords() {
        List<String> given = new ArrayList<>();
        JsonPath page = radio("a32", 7, null);
        while (page.getString("next") != null) {
            assertThat(songs(page)).hasSize(7);
            assertThat(page.getList("warnings")).isEmpty();
            given.addAll(songs(page));
            page = radio("a32", 7, page.getString("next"));
        }
        given.addAll(songs(page));

        assertThat(page.getList("warnings")).containsExactly(END);
        assertThat(given).doesNotHaveDuplicates().doesNotContain("a32").hasSizeGreaterThan(40);
        assertThat(given.contains("a11") ? given.contains("a65") : true)
                .as("two spellings")
                .isFalse();
        assertThat(given.subList(0, 10).stream()
                        .filter(song -> song.startsWith("a"))
                        .count())
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void radio_ofACursor_isTheSameInOneAnswerOrInTwo() {
        String start = radio("a11", 3, null).getString("next");
        JsonPath first = radio("a11", 4, start);

        List<String> both = new ArrayList<>(songs(first));
        both.addAll(songs(radio("a11", 4, first.getString("next"))));

        assertThat(songs(radio("a11", 8, start))).isEqualTo(both);
    }

    @Test
    void radio_givenSongsAreReasons_andSumsHold() {
        JsonPath page = radio("b11", 20, null);

        assertThat(page.getList("items.reasons.song.flatten()", String.class))
                .contains("b11")
                .hasSizeGreaterThan(20)
                .anyMatch(song -> !song.equals("b11"));
        List<Float> scores = page.getList("items.score", Float.class);
        List<Float> totals = page.getList("items.reasonsTotal", Float.class);
        for (int k = 0; k < scores.size(); k++) {
            assertThat(totals.get(k)).isCloseTo(scores.get(k), within(1e-4f));
        }
    }

    @Test
    void radio_forAUser_mayGiveWhatTheUserKnows_butNothingDisliked() {
        String token = tokenOf("radio-rita");
        player(token)
                .body(
                        "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1764000000,\"track_metadata\":{\"artist_name\":\"Artist b2\",\"track_name\":\"B two one\"}}]}")
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body("{\"verdict\":\"dislike\"}")
                .put("/api/users/radio-rita/feedback/songs/b32")
                .then()
                .statusCode(204);

        JsonPath page = JsonPath.from(
                given().get("/api/songs/b11/radio?n=100&user=radio-rita").asString());

        assertThat(page.getString("user")).isEqualTo("radio-rita");
        assertThat(songs(page)).contains("b21").doesNotContain("b32", "b11");
    }

    @Test
    void radio_ofWhatIsNoCursor_saysSo() {
        String next = radio("b11", 3, null).getString("next");
        for (String cursor : List.of("nonsense", next.substring(0, next.length() - 2) + "AA", next + "A")) {
            assertThat(given().queryParam("cursor", cursor)
                            .get("/api/songs/b11/radio")
                            .then()
                            .statusCode(422)
                            .extract()
                            .<String>path("detail"))
                    .isEqualTo("cursor must be the next of an answer of this song's radio, as it came.");
        }
        given().queryParam("cursor", next).get("/api/songs/b12/radio").then().statusCode(422);
        given().get("/api/songs/b11/radio?n=0").then().statusCode(422);
        given().get("/api/songs/b11/radio?n=101").then().statusCode(422);
        given().get("/api/songs/no-such/radio").then().statusCode(404);
    }

    @Test
    void recommend_continue_isARadioOfItsSeeds() {
        JsonPath first = ask("{\"seeds\":[{\"song\":\"a11\"},{\"song\":\"a21\"}],\"n\":10,\"continue\":true}", 200);
        String next = first.getString("next");
        JsonPath second = ask("{\"n\":10,\"continue\":\"%s\"}".formatted(next), 200);
        JsonPath same = ask(
                "{\"seeds\":[{\"song\":\"a21\"},{\"song\":\"a11\"}],\"n\":10,\"continue\":\"%s\"}".formatted(next),
                200);

        assertThat(songs(first))
                .hasSize(10)
                .doesNotContain("a11", "a21", "a65")
                .doesNotContainAnyElementsOf(songs(second));
        assertThat(songs(second))
                .hasSize(10)
                .doesNotContain("a11", "a21", "a65")
                .isEqualTo(songs(same));
        assertThat(ask("{\"seeds\":[{\"song\":\"b11\"}],\"continue\":\"%s\"}".formatted(next), 422)
                        .getString("detail"))
                .startsWith("seeds must be those");
        assertThat(ask("{\"n\":3,\"continue\":\"%sx\"}".formatted(next), 422).getString("detail"))
                .startsWith("continue must be true");
        assertThat(ask("{\"users\":[\"ann1\",\"ann2\"],\"continue\":true}", 422).getString("detail"))
                .startsWith("continue goes with");
        ask("{\"user\":\"ann1\",\"continue\":3}", 400);
        ask("{\"continue\":true}", 422);
        ask("{\"continue\":false}", 422);
        assertThat(ask("{\"seeds\":[{\"song\":\"b11\"}],\"continue\":false}", 200)
                        .getString("next"))
                .isNull();
    }

    @Test
    void recommend_continue_startsFromTheMomentOfAUser() {
        JsonPath first = ask("{\"user\":\"tim\",\"n\":5,\"continue\":true,\"maxPerArtist\":1}", 200);
        JsonPath second = ask("{\"user\":\"tim\",\"n\":5,\"continue\":\"%s\"}".formatted(first.getString("next")), 200);

        assertThat(songs(first)).hasSize(5).doesNotContain("a12", "a22", "a32", "a42");
        assertThat(first.<String>getList("items.artist")).doesNotHaveDuplicates();
        assertThat(songs(second)).hasSize(5).doesNotContainAnyElementsOf(songs(first));
    }

    @Test
    void recommend_continue_ofNobodyKnown_isPopular_andGoesOnToo() {
        JsonPath first = ask("{\"user\":\"radio-nobody\",\"n\":30,\"continue\":true}", 200);
        JsonPath second =
                ask("{\"user\":\"radio-nobody\",\"n\":30,\"continue\":\"%s\"}".formatted(first.getString("next")), 200);

        assertThat(first.getString("strategy")).isEqualTo("popular");
        assertThat(songs(second)).isNotEmpty().doesNotContainAnyElementsOf(songs(first));
        assertThat(second.<String>getList("warnings")).contains(END);
    }

    private static JsonPath radio(String song, int n, @Nullable String cursor) {
        return given().queryParam("n", n)
                .queryParam("cursor", cursor == null ? "" : cursor)
                .get("/api/songs/" + song + "/radio")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath ask(String question, int status) {
        return given().contentType("application/json")
                .body(question)
                .post("/recommend")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static List<String> songs(JsonPath answer) {
        return answer.getList("items.song", String.class);
    }
}
