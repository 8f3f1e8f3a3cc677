package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.access.Asking;

@QuarkusTest
@TestProfile(Household.Profile.class)
class FeedbackResourceTest {

    private static final String USER = "ann5";
    private static final String OTHER_SCENE = "b21";
    private static final String OTHER_ARTIST = "artist-b2";

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @AfterEach
    void takeEverythingBack() {
        for (Map<String, String> item :
                given().get("/api/users/ann5/feedback").jsonPath().<Map<String, String>>getList("items")) {
            delete(item.get("type") + "s/" + item.get("id"), 204);
        }
    }

    @Test
    void recommend_trainedUserLovesASong_isFoldedInAndMovesTowardsItAtOnce() {
        assertThat(recommend().getString("strategy")).isEqualTo("trained");
        float before = recommend().getFloat(score("b22"));

        put("songs/" + OTHER_SCENE, "{\"verdict\":\"love\"}", 204);

        JsonPath after = recommend();
        assertThat(after.getString("strategy")).isEqualTo("folded-in");
        assertThat(after.getFloat(score("b22"))).isGreaterThan(before + 0.05f);
        assertThat(after.getList("items.reasons.song.flatten()", String.class)).contains(OTHER_SCENE);
        delete("songs/" + OTHER_SCENE, 204);
        assertThat(recommend().getString("strategy")).isEqualTo("trained");
    }

    @Test
    void recommend_userDislikesASongOfTheBest_leavesItOutAndRanksItsLikeLower() {
        String best = recommend().getString("items[0].song");
        List<Float> before = recommend().getList("items.findAll { it.song.startsWith('a') }.score");

        put("songs/" + best, "{\"verdict\":\"dislike\"}", 204);

        List<Float> after = recommend().getList("items.findAll { it.song.startsWith('a') }.score");
        assertThat(songs(recommend())).doesNotContain(best);
        assertThat(sum(after) / after.size()).isLessThan(sum(before) / before.size());
    }

    @Test
    void recommend_withVerdicts_reasonsStillSumToTheScore() {
        put("songs/" + OTHER_SCENE, "{\"verdict\":\"love\"}", 204);
        put("songs/" + recommend().getString("items[0].song"), "{\"verdict\":\"dislike\"}", 204);
        put("artists/artist-a3", "{\"verdict\":\"dislike\"}", 204);

        JsonPath answer = recommend();
        List<Float> scores = answer.getList("items.score");
        List<Float> totals = answer.getList("items.reasonsTotal");
        for (int i = 0; i < scores.size(); i++) {
            assertThat(totals.get(i)).isCloseTo(scores.get(i), within(1e-4f));
        }
    }

    @Test
    void recommend_bannedSong_isGoneAndTheRestIsAsBefore() {
        List<String> before = songs(recommend());

        put("songs/" + before.get(0), "{\"verdict\":\"ban\",\"until\":\"2999-01-01T00:00:00Z\"}", 204);

        assertThat(songs(recommend())).isEqualTo(before.subList(1, before.size()));
        assertThat(recommend().getString("strategy")).isEqualTo("trained");
    }

    @Test
    void recommend_bannedArtist_hasNoSongLeft() {
        assertThat(songs(recommend())).anyMatch(song -> song.startsWith("b2"));

        put("artists/" + OTHER_ARTIST, "{\"verdict\":\"ban\"}", 204);

        assertThat(songs(recommend())).isNotEmpty().noneMatch(song -> song.startsWith("b2"));
        assertThat(recommend("ann6").getList("items.song", String.class)).anyMatch(song -> song.startsWith("b2"));
    }

    @Test
    void recommend_banHasEnded_isOfferedAgain() {
        String best = recommend().getString("items[0].song");
        Instant end = Instant.now().plusSeconds(2);
        put("songs/" + best, "{\"verdict\":\"ban\",\"until\":\"%s\"}".formatted(end), 204);
        assertThat(songs(recommend())).doesNotContain(best);

        Jobs.eventually(() -> assertThat(songs(recommend())).contains(best));
        assertThat(given().get("/api/users/ann5/feedback").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void recommend_skippedSong_isLeftOutAndRanksItsLikeLower_untilTheSkipIsUndone() {
        Asking.tokenOfImported("ann5");
        JsonPath before = recommend();
        String best = before.getString("items[0].song");
        String skip = "#AUDIOSCROBBLER/1.1\n#TZ/UTC\n#CLIENT/x\n%s\t\t%s\t1\t200\tS\t1700000000\n"
                .formatted(before.getString("items[0].artist"), before.getString("items[0].title"));

        JsonPath job = Jobs.imported(
                given().queryParam("user", "ann5").contentType("text/plain").body(skip));

        JsonPath after = recommend();
        assertThat(after.getString("strategy")).isEqualTo("folded-in");
        assertThat(songs(after)).doesNotContain(best);
        assertThat(mean(after)).isLessThan(mean(before));
        given().delete("/api/imports/" + job.getInt("id")).then().statusCode(200);
        Jobs.eventually(() -> assertThat(recommend().getString("strategy")).isEqualTo("trained"));
    }

    @Test
    void recommend_lovedArtist_liftsTheArtistsSongs() {
        float before = recommend().getFloat(score("b23"));

        put("artists/" + OTHER_ARTIST, "{\"verdict\":\"love\"}", 204);

        assertThat(recommend().getString("strategy")).isEqualTo("folded-in");
        assertThat(recommend().getFloat(score("b23"))).isGreaterThan(before + 0.05f);
    }

    @Test
    void recommend_dislikedArtist_sinksTheArtistsSongs() {
        float before = recommend("ann5").getFloat("items.findAll { it.song.startsWith('a') }.score.max()");
        for (int artist = 1; artist <= 6; artist++) {
            put("artists/artist-a" + artist, "{\"verdict\":\"dislike\"}", 204);
        }

        JsonPath after = recommend();
        assertThat(after.getString("strategy")).isEqualTo("popular");
        assertThat(before).isPositive();
    }

    @Test
    void list_isWhatWasSaidLast() {
        put("songs/" + OTHER_SCENE, "{\"verdict\":\"love\"}", 204);
        put("songs/" + OTHER_SCENE, "{\"verdict\":\"dislike\",\"until\":null}", 204);
        put("artists/" + OTHER_ARTIST, "{\"verdict\":\"ban\",\"until\":\"2999-01-01T00:00:00Z\"}", 204);

        JsonPath list = given().get("/api/users/ann5/feedback").jsonPath();
        assertThat(list.getInt("total")).isEqualTo(2);
        assertThat(list.getList("items.type")).containsExactly("song", "artist");
        assertThat(list.getList("items.id")).containsExactly(OTHER_SCENE, OTHER_ARTIST);
        assertThat(list.getList("items.name")).containsExactly("B two one", "Artist b2");
        assertThat(list.getList("items.verdict")).containsExactly("dislike", "ban");
        assertThat(list.getList("items.until")).containsExactly(null, "2999-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "songs/b21 | {\"verdict\":\"ban\",\"until\":\"2001-01-01T00:00:00Z\"} | 422 | until is past",
                "songs/b21 | {\"verdict\":\"love\",\"until\":\"2999-01-01T00:00:00Z\"} | 422 | until is for bans only",
                "songs/b21 | {\"verdict\":\"ban\",\"until\":\"+1000000000-12-31T23:59:59.999999999Z\"} | 422 | 9999",
                "songs/b21 | {} | 422 | verdict must be given",
                "songs/b21 | {\"verdict\":\"adore\"} | 400 | love, dislike, ban",
                "songs/b21 | {\"verdict\":\"love\",\"why\":1} | 400 | why",
                "songs/b21 | {\"verdict\":\"ban\",\"until\":\"tomorrow\"} | 400 | until",
                "songs/nothing | {\"verdict\":\"love\"} | 404 | There is no song nothing",
                "artists/nobody | {\"verdict\":\"love\"} | 404 | There is no artist nobody"
            })
    void put_notAcceptable_isRefusedWithTheReason(String path, String body, int status, String reason) {
        assertThat(put(path, body, status)).contains(reason);
        assertThat(given().get("/api/users/ann5/feedback").jsonPath().getInt("total"))
                .isZero();
    }

    @Test
    void feedback_unknownUser_isNotFound() {
        given().contentType("application/json")
                .body("{\"verdict\":\"love\"}")
                .put("/api/users/nobody/feedback/songs/b21")
                .then()
                .statusCode(404);
        given().get("/api/users/nobody/feedback").then().statusCode(404);
        given().delete("/api/users/nobody/feedback/songs/b21").then().statusCode(404);
        delete("songs/nothing", 404);
        delete("artists/nobody", 404);
    }

    private static String score(String song) {
        return "items.find { it.song == '%s' }.score".formatted(song);
    }

    private static JsonPath recommend() {
        return recommend(USER);
    }

    private static JsonPath recommend(String user) {
        return given().contentType("application/json")
                .body("{\"user\":\"%s\",\"n\":100}".formatted(user))
                .post("/recommend")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> songs(JsonPath answer) {
        return answer.getList("items.song");
    }

    private static double mean(JsonPath answer) {
        List<Float> ofTheScene = answer.getList("items.findAll { it.song.startsWith('a') }.score");
        return sum(ofTheScene) / ofTheScene.size();
    }

    private static double sum(List<Float> values) {
        return values.stream().mapToDouble(Float::doubleValue).sum();
    }

    private static String put(String path, String body, int status) {
        return given().contentType("application/json")
                .body(body)
                .put("/api/users/ann5/feedback/" + path)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    private static void delete(String path, int status) {
        given().delete("/api/users/ann5/feedback/" + path).then().statusCode(status);
    }
}
