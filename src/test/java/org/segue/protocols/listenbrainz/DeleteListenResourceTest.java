package org.segue.protocols.listenbrainz;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.RecordingKey;

/** Deleting listens as players do. */
@QuarkusTest
class DeleteListenResourceTest {

    private final long now = Instant.now().getEpochSecond();

    // Pano Scrobbler: the time and the id of the words that a listen came with when it was read.
    @Test
    void panoScrobbler_deletesWhatItHasReadHere_andMayDoItAgain() {
        String token = tokenOf("delete-pano");
        listen(token, now - 60, "Velvet Tram", "Night Line");
        listen(token, now - 30, "Velvet Tram", "Depot");
        String msid = nobody().get("/1/user/delete-pano/listens").path("payload.listens[0].recording_msid");

        for (int i = 0; i < 2; i++) {
            delete(token, "/apis/listenbrainz/1/delete-listen", now - 30, msid)
                    .statusCode(200)
                    .body("status", equalTo("ok"));
        }

        nobody().get("/1/user/delete-pano/listens")
                .then()
                .body("payload.count", equalTo(1))
                .body("payload.listens[0].track_metadata.track_name", equalTo("Night Line"));
        listen(token, now - 30, "Velvet Tram", "Depot");
        nobody().get("/1/user/delete-pano/listen-count").then().body("payload.count", equalTo(1));
    }

    @Test
    void delete_byTheWordsThatAPlayerSent_findsTheSongUnderItsOtherSpelling() {
        String token = tokenOf("delete-spelt");
        listen(token, now - 90, "Odd Spelling feat. Nobody", "First Words");
        listen(token, now - 80, "Odd Spelling", "First Words");

        String msid = RecordingKey.msid("Odd Spelling", "First Words");
        delete(token, "/1/delete-listen", now - 80, msid).statusCode(200);

        nobody().get("/1/user/delete-spelt/listen-count").then().body("payload.count", equalTo(1));
    }

    @Test
    void delete_anotherTimeSongOrUser_deletesNothing() {
        String token = tokenOf("delete-own");
        String other = tokenOf("delete-other");
        listen(token, now - 60, "Velvet Tram", "Night Line");
        listen(other, now - 60, "Velvet Tram", "Night Line");
        String msid = RecordingKey.msid("Velvet Tram", "Night Line");

        delete(token, "/1/delete-listen", now - 61, msid).statusCode(200);
        delete(token, "/1/delete-listen", now - 60, "00000000-0000-5000-8000-000000000000")
                .statusCode(200);
        assertThat(count("delete-own")).isEqualTo(1);

        delete(token, "/1/delete-listen", now - 60, msid).statusCode(200);
        assertThat(count("delete-own")).isZero();
        assertThat(count("delete-other")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"listened_at\":1700000000}",
                "{\"recording_msid\":\"00000000-0000-5000-8000-000000000000\"}",
                "{\"listened_at\":\"x\",\"recording_msid\":\"00000000-0000-5000-8000-000000000000\"}",
                "{\"listened_at\":-1,\"recording_msid\":\"00000000-0000-5000-8000-000000000000\"}",
                "{\"listened_at\":99999999999999999999,\"recording_msid\":\"00000000-0000-5000-8000-000000000000\"}",
                "{\"listened_at\":1700000000,\"recording_msid\":\"no id\"}"
            })
    void delete_whatNamesNoListen_is400_inTheProtocolsShape(String body) {
        player(tokenOf("delete-bad"))
                .body(body)
                .post("/1/delete-listen")
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("code", equalTo(400))
                .body("error", containsString(" "));
    }

    @Test
    void delete_withoutAUsersToken_is401() {
        nobody().body("{}").post("/1/delete-listen").then().statusCode(401);
        given().body("{}").post("/1/delete-listen").then().statusCode(401);
    }

    private static int count(String user) {
        return nobody().get("/1/user/" + user + "/listen-count").path("payload.count");
    }

    private static ValidatableResponse delete(String token, String address, long time, String msid) {
        return player(token)
                .contentType("application/json; charset=utf-8")
                .body("{\"listened_at\":%d,\"recording_msid\":\"%s\"}".formatted(time, msid))
                .post(address)
                .then();
    }

    private static void listen(String token, long time, String artist, String title) {
        player(token)
                .body(
                        "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":%d,\"track_metadata\":{\"artist_name\":\"%s\",\"track_name\":\"%s\"}}]}"
                                .formatted(time, artist, title))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
    }
}
