package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a player has just sent is in the very next answer, and outlives the imports that it has to do with. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class ListenedInTheNextAnswerTest {

    @Inject
    Household household;

    private long now = Instant.now().getEpochSecond();

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void listens_ofSomebodyNew_areFoldedInAtOnce() {
        String token = tokenOf("next-nora");
        assertThat(recommend("next-nora").getString("strategy")).isEqualTo("popular");

        listen(token, "Artist a2", "A two one");
        listen(token, "Artist a3", "A three two");

        JsonPath answer = recommend("next-nora");
        assertThat(answer.getString("strategy")).isEqualTo("folded-in");
        assertThat(answer.<String>getList("items.song"))
                .hasSize(5)
                .doesNotContain("a21", "a32")
                .allMatch(song -> song.startsWith("a"));
        JsonPath withMore =
                listenAndRecommend(token, answer.getString("items[0].artist"), answer.getString("items[0].title"));
        assertThat(withMore.<String>getList("items.song")).doesNotContain(answer.getString("items[0].song"));
    }

    @Test
    void playingNow_isInTheVeryNextAnswer_andNoListen() {
        String token = tokenOf("next-player");
        listen(token, "Artist b2", "B two one");
        listen(token, "Artist b4", "B four one");
        JsonPath before = recommend("next-player");
        assertThat(ofSceneA(before)).isLessThan(2);

        play(token, "Artist a2", "A two one");
        JsonPath during = recommend("next-player");

        assertThat(during.<String>getList("items.song")).doesNotContain("a21");
        assertThat(ofSceneA(during)).isGreaterThan(ofSceneA(before));
        assertThat(during.<List<String>>getList("items.reasons.song")).anyMatch(reasons -> reasons.contains("a21"));
        play(token, "Artist b3", "B three one");
        JsonPath after = recommend("next-player");
        assertThat(after.<String>getList("items.song")).doesNotContain("b31");
        assertThat(ofSceneA(after)).as("what has ended is over").isLessThan(ofSceneA(during));
        nobody().get("/1/user/next-player/listen-count").then().body("payload.count", equalTo(2));
    }

    private static long ofSceneA(JsonPath answer) {
        return answer.<String>getList("items.song").stream()
                .filter(song -> song.startsWith("a"))
                .count();
    }

    @Test
    void playingNow_ofASongThatNobodyHas_changesNothingButTheSession() {
        String token = tokenOf("next-unknown");
        listen(token, "Artist b2", "B two one");
        JsonPath before = recommend("next-unknown");

        play(token, "Nobody", "Nothing");

        assertThat(recommend("next-unknown").<String>getList("items.song"))
                .isEqualTo(before.<String>getList("items.song"));
        given().get("/api/songs?q=nothing").then().body("items.size()", equalTo(0));
    }

    private static void play(String token, String artist, String title) {
        player(token)
                .body(
                        "{\"listen_type\":\"playing_now\",\"payload\":[{\"track_metadata\":{\"artist_name\":\"%s\",\"track_name\":\"%s\"}}]}"
                                .formatted(artist, title))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
    }

    @Test
    void recommend_when_isAnsweredWithItsHalfLife() {
        JsonPath ofSixHours = ask("{\"user\":\"tim\",\"halfLife\":\"PT6H\"}", 200);
        assertThat(ofSixHours.getString("halfLife")).isEqualTo("PT6H");
        assertThat(ofSixHours.getString("strategy")).isEqualTo("folded-in");
        assertThat(ask("{\"user\":\"tim\",\"when\":\"lately\"}", 200).getString("halfLife"))
                .isEqualTo("PT336H");
        assertThat(ask("{\"user\":\"tim\",\"when\":\"always\"}", 200).getString("halfLife"))
                .isNull();
        assertThat(ask("{\"user\":\"tim\"}", 200).getString("halfLife"))
                .as("the model has none")
                .isNull();
        for (String both : List.of(
                "{\"user\":\"x\",\"when\":\"now\",\"halfLife\":\"PT6H\"}",
                "{\"user\":\"x\",\"halfLife\":\"PT4M\"}",
                "{\"user\":\"x\",\"halfLife\":\"P3651D\"}",
                "{\"user\":\"x\",\"halfLife\":\"six hours\"}")) {
            assertThat(ask(both, 422).prettify()).contains("halfLife");
        }
        ask("{\"user\":\"x\",\"when\":\"today\"}", 400);
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

    @Test
    void cfRecommendation_hasTheSongsWithIds() {
        String token = tokenOf("next-cf");
        listen(token, "Artist b2", "B two one");
        listen(token, "Artist b2", "B two two");
        nobody().get("/1/cf/recommendation/user/next-cf/recording").then().statusCode(204);

        player(tokenOf("next-tagger"))
                .body("""
                        {"listen_type":"single","payload":[{"listened_at":%d,"track_metadata":{"artist_name":"Artist b3",
                         "track_name":"B three one","additional_info":{"recording_mbid":"3b3a5c1e-52ae-4a39-8d6c-4f6d3a6d1a33"}}}]}""".formatted(now))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);

        nobody().get("/1/cf/recommendation/user/next-cf/recording")
                .then()
                .statusCode(200)
                .body("payload.mbids.recording_mbid", equalTo(List.of("3b3a5c1e-52ae-4a39-8d6c-4f6d3a6d1a33")))
                .body("payload.entity", equalTo("recording"))
                .body("payload.user_name", equalTo("next-cf"))
                .body("payload.total_mbid_count", equalTo(1));
        nobody().get("/1/cf/recommendation/user/next-cf/recording?offset=1")
                .then()
                .body("payload.count", equalTo(0))
                .body("payload.total_mbid_count", equalTo(1));
    }

    @Test
    void undoneImport_leavesTheSongsThatPlayersHaveSentSince_andWhoHasAToken() {
        JsonPath job = Jobs.imported("next-gone", "user,song,title,artist\nnext-kept,kx,Kept Song,Kept Artist\n");
        String token = tokenOf("next-kept");
        player(tokenOf("next-other"));
        listen(token, "Kept Artist", "Kept Song");

        given().delete("/api/imports/" + job.getInt("id")).then().statusCode(200);

        Jobs.eventually(() -> given().get("/api/songs?q=kept").then().body("items.id", equalTo(List.of("kx"))));
        nobody().get("/1/user/next-kept/listen-count").then().body("payload.count", equalTo(1));
        player(token).get("/1/validate-token").then().body("valid", equalTo(true));
    }

    @Test
    void status_countsListensOfPlayers_beforeLong() {
        int before = given().get("/api/status").path("interactions");
        listen(tokenOf("next-counted"), "Counted Artist", "Counted Song");

        Jobs.eventually(() -> assertThat(given().get("/api/status").<Integer>path("interactions"))
                .isGreaterThan(before));
    }

    private JsonPath listenAndRecommend(String token, String artist, String title) {
        listen(token, artist, title);
        return recommend("next-nora");
    }

    private void listen(String token, String artist, String title) {
        player(token)
                .body(
                        "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":%d,\"track_metadata\":{\"artist_name\":\"%s\",\"track_name\":\"%s\"}}]}"
                                .formatted(now--, artist, title))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
    }

    private static JsonPath recommend(String user) {
        return given().contentType("application/json")
                .body("{\"user\":\"%s\",\"n\":5}".formatted(user))
                .post("/recommend")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
