package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the protocol's calls take, refuse and answer. */
@QuarkusTest
class SubmissionResourceTest {

    private final long now = Instant.now().getEpochSecond();

    @Test
    void submit_theSameTwice_addsItOnce_howeverItIsSpelt() {
        String token = tokenOf("submit-twice");
        submit(token, single(now, "Björk’s Friends", "Hello (Remastered 2011)")).statusCode(200);
        submit(token, single(now, "BJORK'S FRIENDS", "hello")).statusCode(200);

        nobody().get("/1/user/submit-twice/listen-count").then().body("payload.count", equalTo(1));
        nobody().get("/1/user/submit-twice/listens")
                .then()
                .body("payload.listens[0].track_metadata.track_name", equalTo("Hello (Remastered 2011)"));
    }

    @Test
    void submit_textFirstAndIdLater_isTheSameSong() {
        String token = tokenOf("submit-id-later");
        submit(token, single(now - 10, "Late Ids", "Known Later")).statusCode(200);
        submit(token, """
                        {"listen_type":"single","payload":[{"listened_at":%d,"track_metadata":{"artist_name":"Late Ids",
                         "track_name":"Known Later","additional_info":{"recording_mbid":"2AB5C1E0-52AE-4A39-8D6C-4F6D3A6D1A22",
                         "isrc":"GB-AYE-68-00001"}}}]}""".formatted(now)).statusCode(200);

        nobody().get("/1/user/submit-id-later/listens")
                .then()
                .body("payload.listens.recording_msid.unique()", hasSize(1))
                .body(
                        "payload.listens.track_metadata.mbid_mapping.recording_mbid.unique()",
                        equalTo(List.of("2ab5c1e0-52ae-4a39-8d6c-4f6d3a6d1a22")))
                .body("payload.listens[0].track_metadata.additional_info.isrc", equalTo("GB-AYE-68-00001"))
                .body(
                        "payload.listens[0].recording_msid",
                        matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void submit_aThousand_areAllThere_andOneMoreIsRefused() {
        String token = tokenOf("submit-many");
        submit(token, imports(1000)).statusCode(200);

        nobody().get("/1/user/submit-many/listen-count").then().body("payload.count", equalTo(1000));
        nobody().get("/1/user/submit-many/listens?count=5000").then().body("payload.count", equalTo(1000));
        submit(token, imports(1001)).statusCode(400).body("error", containsString("1000"));
    }

    @Test
    void submit_withoutToken_is401_inTheProtocolsShape() {
        nobody().body(single(now, "a", "b"))
                .post("/1/submit-listens")
                .then()
                .statusCode(401)
                .contentType("application/json")
                .body("code", equalTo(401))
                .body("error", containsString("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}{}",
                "{\"listen_type\":\"album\",\"payload\":[{}]}",
                "{\"listen_type\":\"single\"}",
                "{\"listen_type\":\"single\",\"payload\":[]}",
                "{\"listen_type\":\"single\",\"payload\":{}}",
                "{\"listen_type\":\"single\",\"payload\":[null]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1700000000}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1700000000,\"track_metadata\":"
                        + "{\"artist_name\":\"\",\"track_name\":\"t\"}}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1700000000,\"track_metadata\":"
                        + "{\"artist_name\":7,\"track_name\":\"t\"}}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1700000000,\"track_metadata\":"
                        + "{\"artist_name\":\"a\\u0000\",\"track_name\":\"t\"}}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1700000000,\"track_metadata\":"
                        + "{\"artist_name\":\"a\",\"track_name\":\"\\ud83c\"}}]}",
                "{\"listen_type\":\"single\",\"payload\":[{\"track_metadata\":{\"artist_name\":\"a\",\"track_name\":\"t\"}}]}",
            })
    void submit_whatIsNoListen_is400_inTheProtocolsShape(String body) {
        submit(tokenOf("submit-bad"), body)
                .statusCode(400)
                .contentType("application/json")
                .body("code", equalTo(400))
                .body("error", matchesPattern("(?s).{10,}"));
        nobody().get("/1/user/submit-bad/listen-count").then().body("payload.count", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1033410599", "-1", "0", "99999999999999999999", "1e400", "true", "\"soon\"", "null", "[1]"})
    void submit_timesThatCannotBe_are400(String time) {
        submit(tokenOf("submit-times"), single("a", "t").replace("TIME", time))
                .statusCode(400)
                .body("code", equalTo(400));
    }

    @Test
    void submit_theFuture_is400_butNotAClockThatIsALittleAhead() {
        String token = tokenOf("submit-future");
        submit(token, single(now + 3600, "a", "t")).statusCode(400);
        submit(token, single(now + 60, "a", "t")).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"1700000000.75, 1700000000", "'\"1700000001\"', 1700000001", "1033410600, 1033410600"})
    void submit_timesOfAnyForm_areRead(String time, int expected) {
        String user = "submit-forms-" + expected;
        submit(tokenOf(user), single("a", "t").replace("TIME", time)).statusCode(200);

        nobody().get("/1/user/%s/listens".formatted(user))
                .then()
                .body("payload.listens[0].listened_at", equalTo(expected));
    }

    @Test
    void submit_tooManyTags_orAnotherLargeExtra_costsTheExtra() {
        String token = tokenOf("submit-limits");
        String tags = IntStream.range(0, 51).mapToObj(i -> "\"t\"").collect(Collectors.joining(","));
        submit(token, withInfo("\"tags\":[" + tags + "]")).statusCode(200);
        submit(token, withInfo("\"tags\":[\"" + "x".repeat(65) + "\"]")).statusCode(200);
        submit(token, withInfo("\"note\":\"" + "x".repeat(11_000) + "\"")).statusCode(200);
        submit(token, withInfo("\"tags\":[\"" + "x".repeat(64) + "\"],\"recording_mbid\":\"nonsense\",\"isrc\":7"))
                .statusCode(200);
    }

    @Test
    void submit_aBodyBeyondAllListens_is413_inTheProtocolsShape() {
        submit(tokenOf("submit-large"), "x".repeat(10_400_000)).statusCode(413).body("code", equalTo(413));
    }

    @Test
    void playingNow_isNoListen() {
        String token = tokenOf("submit-playing");
        submit(
                        token,
                        "{\"listen_type\":\"playing_now\",\"payload\":[{\"track_metadata\":{\"artist_name\":\"a\",\"track_name\":\"t\"}}]}")
                .statusCode(200);

        nobody().get("/1/user/submit-playing/playing-now").then().body("payload.count", equalTo(1));
        nobody().get("/1/user/submit-playing/listen-count").then().body("payload.count", equalTo(0));
        nobody().get("/1/user/submit-playing/listens").then().statusCode(200).body("payload.count", equalTo(0));
    }

    @Test
    void latestImport_isWhatWasNoted() {
        String token = tokenOf("submit-latest");
        nobody().get("/1/latest-import?user_name=submit-latest")
                .then()
                .body("musicbrainz_id", equalTo("submit-latest"))
                .body("latest_import", equalTo(0));

        player(token)
                .body("{\"ts\":1700000000}")
                .post("/1/latest-import")
                .then()
                .statusCode(200);

        nobody().get("/1/latest-import?user_name=submit-latest").then().body("latest_import", equalTo(1700000000));
        player(token).body("{\"ts\":\"x\"}").post("/1/latest-import").then().statusCode(400);
        player(token).body("{\"ts\":-5e-324}").post("/1/latest-import").then().statusCode(400);
    }

    @Test
    void feedback_byTheIdOfTheWords_countsAndIsTakenBack() {
        String token = tokenOf("submit-feedback");
        submit(token, single(now, "Feedback Loop", "Squeal")).statusCode(200);
        String msid = nobody().get("/1/user/submit-feedback/listens").path("payload.listens[0].recording_msid");

        player(token)
                .body("{\"recording_msid\":\"%s\",\"score\":-1}".formatted(msid))
                .post("/1/feedback/recording-feedback")
                .then()
                .statusCode(200);
        nobody().get("/1/feedback/user/submit-feedback/get-feedback?score=-1")
                .then()
                .body("count", equalTo(1))
                .body("feedback[0].recording_msid", equalTo(msid))
                .body("feedback[0].user_id", equalTo("submit-feedback"));
        player(token)
                .body("{\"recording_msid\":\"%s\",\"score\":0}".formatted(msid))
                .post("/1/feedback/recording-feedback")
                .then()
                .statusCode(200);
        nobody().get("/1/feedback/user/submit-feedback/get-feedback").then().body("total_count", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"score\":1} | 400",
                "{\"recording_msid\":\"x\",\"score\":1} | 400",
                "{\"recording_msid\":\"00000000-0000-5000-8000-000000000000\",\"score\":2} | 400",
                "{\"recording_msid\":\"00000000-0000-5000-8000-000000000000\",\"score\":1} | 404",
                "{\"recording_mbid\":\"00000000-0000-4000-8000-000000000000\",\"score\":1} | 404"
            })
    void feedback_onNothing_isRefused(String body, int status) {
        player(tokenOf("submit-feedback-bad"))
                .body(body)
                .post("/1/feedback/recording-feedback")
                .then()
                .statusCode(status)
                .body("code", equalTo(status));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /1/user/nobody-of-that-name/listens, 404",
        "GET, /1/no-such-call, 404",
        "GET, /1/submit-listens, 405",
        "GET, /1/user/submit-errors/listens?count=x, 404",
        "GET, /1/user/submit-errors/listens?count=-1, 400",
        "GET, /1/user/submit-errors/listens?min_ts=5&max_ts=5, 400",
        "GET, /1/cf/recommendation/user/nobody-of-that-name/recording, 404"
    })
    void everyFailure_hasTheProtocolsShape(String method, String path, int status) {
        tokenOf("submit-errors");
        ValidatableResponse answer = nobody().request(method, path).then();

        assertThat(answer.extract().statusCode())
                .isIn(status, status == 404 ? 400 : status, status == 404 ? 422 : status);
        answer.contentType("application/json")
                .body("code", equalTo(answer.extract().statusCode()));
    }

    @Test
    void cfRecommendation_withoutAModel_is204() {
        tokenOf("submit-cf");
        nobody().get("/1/cf/recommendation/user/submit-cf/recording").then().statusCode(204);
    }

    private static ValidatableResponse submit(String token, String body) {
        return player(token)
                .contentType("application/json")
                .body(body)
                .post("/1/submit-listens")
                .then();
    }

    private static String single(String artist, String title) {
        return "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":TIME,\"track_metadata\":{\"artist_name\":\"%s\",\"track_name\":\"%s\"}}]}"
                .formatted(artist, title);
    }

    private static String single(long time, String artist, String title) {
        return single(artist, title).replace("TIME", String.valueOf(time));
    }

    private String withInfo(String info) {
        return "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":%d,\"track_metadata\":{\"artist_name\":\"a\",\"track_name\":\"t\",\"additional_info\":{%s}}}]}"
                .formatted(now, info);
    }

    private String imports(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"listened_at\":%d,\"track_metadata\":{\"artist_name\":\"Many %d\",\"track_name\":\"Song %d\"}}"
                                .formatted(now - 100_000 + i, i % 7, i % 100))
                .collect(Collectors.joining(",", "{\"listen_type\":\"import\",\"payload\":[", "]}"));
    }
}
