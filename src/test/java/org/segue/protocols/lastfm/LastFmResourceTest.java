package org.segue.protocols.lastfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.made;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;
import static org.segue.protocols.lastfm.LastFmPlayer.call;
import static org.segue.protocols.lastfm.LastFmPlayer.form;
import static org.segue.protocols.lastfm.LastFmPlayer.hashedToken;
import static org.segue.protocols.lastfm.LastFmPlayer.md5;
import static org.segue.protocols.lastfm.LastFmPlayer.session;
import static org.segue.protocols.lastfm.LastFmPlayer.song;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.testsupport.AdministratorHeader;

/** What each method of 2.0 takes, refuses and answers. */
@QuarkusTest
class LastFmResourceTest {

    private static final String XML = "text/xml";

    private final long now = Instant.now().getEpochSecond();

    @Test
    void scrobble_comesBackByTheOtherProtocol_withWhatWasTold() {
        String token = tokenOf("lfm-one");
        Map<String, Object> song = song(now, session("lfm-one", token), "Mira Tannhof", "Salt Letters");
        song.putAll(Map.of(
                "album", "Northern Rooms",
                "albumArtist", "Various",
                "trackNumber", "3",
                "duration", "214",
                "chosenByUser", "1",
                "mbid", "9b8a5c1e-52ae-4a39-8d6c-4f6d3a6d1a11"));

        call("track.scrobble", song).statusCode(200).contentType(XML).body("lfm.scrobbles.@accepted", equalTo("1"));
        call("track.scrobble", song).statusCode(200);

        nobody().get("/1/user/lfm-one/listens")
                .then()
                .body("payload.count", equalTo(1))
                .body("payload.listens[0].listened_at", equalTo((int) now))
                .body("payload.listens[0].track_metadata.artist_name", equalTo("Mira Tannhof"))
                .body("payload.listens[0].track_metadata.track_name", equalTo("Salt Letters"))
                .body("payload.listens[0].track_metadata.release_name", equalTo("Northern Rooms"))
                .body(
                        "payload.listens[0].track_metadata.additional_info.recording_mbid",
                        equalTo("9b8a5c1e-52ae-4a39-8d6c-4f6d3a6d1a11"))
                .body("payload.listens[0].track_metadata.additional_info.duration_ms", equalTo(214_000))
                .body("payload.listens[0].track_metadata.additional_info.tracknumber", equalTo("3"))
                .body("payload.listens[0].track_metadata.additional_info.release_artist_name", equalTo("Various"))
                .body("payload.listens[0].track_metadata.additional_info.chosen_by_user", equalTo(true))
                .body("payload.listens[0].track_metadata.additional_info.submission_client", equalTo("test-player"));
    }

    @Test
    void scrobble_ofASongThatIsCalledOtherwiseHere_comesBackInItsOwnWords() {
        String sk = session("lfm-words", tokenOf("lfm-words"));
        call("track.scrobble", song(now - 600, sk, "Mira Own", "Corner Table")).statusCode(200);
        Map<String, Object> song = song(now, sk, "mira own", "Corner Table - 2024 Remaster");
        song.put("album", "Other Rooms");
        call("track.scrobble", song).statusCode(200);

        nobody().get("/1/user/lfm-words/listens")
                .then()
                .body("payload.listens[0].track_metadata.artist_name", equalTo("mira own"))
                .body("payload.listens[0].track_metadata.track_name", equalTo("Corner Table - 2024 Remaster"))
                .body("payload.listens[0].track_metadata.release_name", equalTo("Other Rooms"));
    }

    @Test
    void love_isFeedback_alsoOfWhatNobodyHasHeard_andUnloveTakesItBack() {
        String token = tokenOf("lfm-love");
        String sk = session("lfm-love", token);
        Map<String, Object> song = song(now, sk, "Nobody Heard", "This " + now);

        assertThat(call("track.love", song).statusCode(200).extract().asString())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><lfm status=\"ok\"></lfm>");
        nobody().get("/1/feedback/user/lfm-love/get-feedback?score=1").then().body("feedback", hasSize(1));

        song.put("format", "json");
        assertThat(call("track.unlove", song).statusCode(200).extract().asString())
                .isEqualTo("{}");
        call("track.unlove", song).statusCode(200);
        nobody().get("/1/feedback/user/lfm-love/get-feedback").then().body("feedback", hasSize(0));
    }

    @Test
    void unlove_ofWhatIsHated_leavesThat() {
        String token = tokenOf("lfm-hate");
        String sk = session("lfm-hate", token);
        call("track.scrobble", song(now, sk, "Hated", "Song")).statusCode(200);
        String msid = nobody().get("/1/user/lfm-hate/listens").path("payload.listens[0].recording_msid");
        player(token)
                .body("{\"recording_msid\":\"%s\",\"score\":-1}".formatted(msid))
                .post("/1/feedback/recording-feedback")
                .then()
                .statusCode(200);

        call("track.unlove", song(now, sk, "Hated", "Song")).statusCode(200);

        nobody().get("/1/feedback/user/lfm-hate/get-feedback?score=-1").then().body("feedback", hasSize(1));
    }

    @Test
    void wrongPasswords_areCode4() {
        String token = tokenOf("lfm-wrong");
        String other = tokenOf("lfm-other");
        for (Map<String, String> fields : List.of(
                Map.of("username", "lfm-wrong", "password", "no-such-token"),
                Map.of("username", "lfm-wrong", "password", ""),
                Map.of("username", "lfm-wrong", "password", other),
                Map.of("username", "lfm-wrong", "password", AdministratorHeader.TOKEN),
                Map.of("username", "lfm-nobody", "password", token),
                Map.of("username", "lfm-wrong", "password", md5(token)),
                // It was made for no player that hashes it.
                Map.of("username", "lfm-wrong", "authToken", md5("lfm-wrong" + md5(token))))) {
            call("auth.getMobileSession", fields)
                    .statusCode(403)
                    .contentType(XML)
                    .body("lfm.@status", equalTo("failed"))
                    .body("lfm.error.@code", equalTo("4"));
        }
    }

    @Test
    void authToken_opensTheSameSession_ofATokenThatWasMadeForIt() {
        String token = hashedToken("Lfm-Old").getString("token");
        String key = session("lfm-old", token);
        for (String user : List.of("Lfm-Old", "lfm-old")) {
            call(
                            "auth.getMobileSession",
                            Map.of("username", user, "authToken", md5(user + md5(token)), "format", "json"))
                    .statusCode(200)
                    .body("session.key", equalTo(key));
        }
        nobody().get("/2.0/?method=auth.getMobileSession&format=json&username=LFM-OLD&authToken="
                        + md5("lfm-old" + md5(token)).toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("session.key", equalTo(key));
        call("auth.getMobileSession", Map.of("username", "lfm-nobody", "authToken", md5("lfm-nobody" + md5(token))))
                .statusCode(403)
                .body("lfm.error.@code", equalTo("4"));
    }

    @Test
    void revokedToken_endsTheSession_code9() {
        JsonPath made = made("lfm-revoked");
        String sk = session("lfm-revoked", made.getString("token"));
        call("track.scrobble", song(now, sk, "A", "T")).statusCode(200);

        bearer(AdministratorHeader.TOKEN)
                .delete("/api/tokens/" + made.getInt("id"))
                .then()
                .statusCode(204);

        for (String method : List.of("track.scrobble", "track.updateNowPlaying", "track.love", "track.unlove")) {
            call(method, song(now, sk, "A", "T")).statusCode(403).body("lfm.error.@code", equalTo("9"));
        }
        call("track.scrobble", Map.of("sk", sk, "format", "json"))
                .statusCode(403)
                .body("error", equalTo(9))
                .body("message", containsString("Invalid session key"));
    }

    @Test
    void sessionKey_opensNothingElse_andTheTokenIsNoSessionKey() {
        String token = tokenOf("lfm-elsewhere");
        String sk = session("lfm-elsewhere", token);

        player(sk).body("{}").post("/1/submit-listens").then().statusCode(401);
        bearer(sk).get("/api/tokens").then().statusCode(401);
        nobody().get("/1/validate-token?token=" + sk).then().body("valid", equalTo(false));
        call("track.scrobble", song(now, token, "A", "T")).statusCode(403).body("lfm.error.@code", equalTo("9"));
        for (String header : List.of("Bearer ", "Token ")) {
            form(Map.of("method", "track.scrobble", "artist", "A", "track", "T", "timestamp", now))
                    .header("Authorization", header + token)
                    .post("/2.0/")
                    .then()
                    .statusCode(403)
                    .body("lfm.error.@code", equalTo("9"));
        }
    }

    @Test
    void batches_ofFifty_areKept_andOfOneMoreNothing() {
        String sk = session("lfm-batch", tokenOf("lfm-batch"));
        call("track.scrobble", batch(sk, 51)).statusCode(400).body("lfm.error.@code", equalTo("6"));
        nobody().get("/1/user/lfm-batch/listen-count").then().body("payload.count", equalTo(0));

        call("track.scrobble", batch(sk, 50)).statusCode(200).body("lfm.scrobbles.@accepted", equalTo("50"));
        nobody().get("/1/user/lfm-batch/listen-count").then().body("payload.count", equalTo(50));
    }

    private Map<String, Object> batch(String sk, int size) {
        Map<String, Object> fields = new HashMap<>(Map.of("sk", sk));
        for (int i = 0; i < size; i++) {
            fields.put("artist[" + i + "]", "Batch");
            fields.put("track[" + i + "]", "Song " + i);
            fields.put("timestamp[" + i + "]", now - 300L * i);
        }
        return fields;
    }

    @ParameterizedTest
    @CsvSource({
        "'', T, 1700000000, 1", "' ', T, 1700000000, 1", "A, '', 1700000000, 2", "A, T, '', 3", "A, T, soon, 3",
        "A, T, 0, 3", "A, T, -1, 3", "A, T, 1033410599, 3", "A, T, 99999999999999999999, 3", "A, T, 1700000000000, 4",
        "A, T, 99999999999, 4",
    })
    void whatCannotBeKept_isIgnoredWithACode_andTheOthersAreKept(
            String artist, String track, String time, String code) {
        String user = "lfm-ignored";
        String sk = session(user, tokenOf(user));
        Map<String, Object> fields = new HashMap<>(Map.of("sk", sk));
        fields.putAll(Map.of("artist[0]", artist, "track[0]", track, "timestamp[0]", time));
        fields.putAll(Map.of("artist[7]", "Kept", "track[7]", "Song", "timestamp[7]", "1600000000.5"));

        call("track.scrobble", fields)
                .statusCode(200)
                .body("lfm.scrobbles.@accepted", equalTo("1"))
                .body("lfm.scrobbles.@ignored", equalTo("1"))
                .body("lfm.scrobbles.scrobble[0].ignoredMessage.@code", equalTo(code))
                .body("lfm.scrobbles.scrobble[1].ignoredMessage.@code", equalTo("0"));
        nobody().get("/1/user/lfm-ignored/listens")
                .then()
                .body("payload.listens.listened_at", equalTo(List.of(1_600_000_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "track.scrobble, 6",
        "track.love, 6",
        "track.updateNowPlaying, 6",
        "'', 6",
        "track.dance, 3",
        "user.getInfo, 3",
        "dance, 2",
        "a.b, 2",
    })
    void whatIsMissing_isToldByCode(String method, String code) {
        String sk = session("lfm-codes", tokenOf("lfm-codes"));
        call(method, Map.of("sk", sk, "artist", "A"))
                .statusCode(400)
                .contentType(XML)
                .body("lfm.error.@code", equalTo(code))
                .body("lfm.error", not(equalTo("")));
    }

    @Test
    void whatIsWrittenInAddresses_isNoPassword_andNoScrobble() {
        String token = tokenOf("lfm-get");
        String sk = session("lfm-get", token);
        nobody().get("/2.0/?method=auth.getMobileSession&username=lfm-get&password=" + token)
                .then()
                .statusCode(400)
                .body("lfm.error.@code", equalTo("6"));
        nobody().get("/2.0/?format=json&method=track.scrobble&artist=A&track=T&timestamp=1700000000&sk=" + sk)
                .then()
                .statusCode(400)
                .body("error", equalTo(6));
        nobody().get("/1/user/lfm-get/listen-count").then().body("payload.count", equalTo(0));
    }

    @Test
    void queryAndBody_areOneForm() {
        String sk = session("lfm-query", tokenOf("lfm-query"));
        form(Map.of("sk", sk, "artist", "A", "track", "T"))
                .accept("application/xml")
                .post("/2.0?method=track.scrobble&format=json&timestamp=" + now)
                .then()
                .statusCode(200)
                .body("scrobbles.'@attr'.accepted", equalTo(1));
    }

    @Test
    void bodies_thatAreNoForm_orTooLarge_areToldInLastFmsShape() {
        form(Map.of()).body("method=%zz").post("/2.0/").then().statusCode(400).body("lfm.error.@code", equalTo("6"));
        form(Map.of())
                .body("method=track.scrobble&x=" + "y".repeat(300_000))
                .post("/2.0/?format=json")
                .then()
                .statusCode(413)
                .body("error", equalTo(6))
                .body("message", matchesPattern(".*262144 bytes.*"));
        nobody().put("/2.0/").then().statusCode(405).contentType(XML).body("lfm.error.@code", equalTo("3"));
        nobody().get("/2.0/nothing").then().statusCode(404).contentType(XML).body("lfm.error.@code", equalTo("3"));
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
    })
    void pagesOfOthers_areRefused_withEveryMethod(String header, String value) {
        String token = hashedToken("lfm-foreign").getString("token");
        String sk = session("lfm-foreign", token);
        form(song(now, sk, "A", "T"))
                .formParam("method", "track.scrobble")
                .header(header, value)
                .post("/2.0/")
                .then()
                .statusCode(403)
                .contentType(XML)
                .header("Access-Control-Allow-Origin", (String) null)
                .body("lfm.error.@code", equalTo("4"));
        nobody().header(header, value)
                .get("/2.0/?method=auth.getMobileSession&format=json&username=lfm-foreign&authToken="
                        + md5("lfm-foreign" + md5(token)))
                .then()
                .statusCode(403)
                .body("error", equalTo(4));
        nobody().get("/1/user/lfm-foreign/listen-count").then().body("payload.count", equalTo(0));
    }
}
