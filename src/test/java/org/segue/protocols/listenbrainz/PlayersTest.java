package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The requests of real players: headers, bodies and addresses as their sources make them, with words of our own. */
@QuarkusTest
class PlayersTest {

    @TestHTTPResource
    URI root = URI.create("");

    private final long now = Instant.now().getEpochSecond();

    // Go's client: no content type at all, a body even with GET, ids that are empty where files have none.
    @Test
    void navidrome_validates_saysWhatPlays_andScrobbles() throws Exception {
        String token = tokenOf("player-navidrome");
        String base = root + "1/";

        HttpResponse<String> valid = send(HttpRequest.newBuilder(URI.create(base + "validate-token"))
                .method("GET", BodyPublishers.ofString("{}"))
                .header("Authorization", "Token " + token));
        assertThat(valid.statusCode()).isEqualTo(200);
        assertThat(valid.body()).contains("\"valid\":true").contains("\"user_name\":\"player-navidrome\"");

        String metadata = """
                {"artist_name":"Concrete Youth","track_name":"Against Tomorrow","release_name":"Leisure",
                 "additional_info":{"submission_client":"navidrome","submission_client_version":"0.58.0",
                  "tracknumber":3,"recording_mbid":"8b8a5c1e-52ae-4a39-8d6c-4f6d3a6d1a11","artist_names":["Concrete Youth"],
                  "artist_mbids":[""],"release_mbid":"","release_group_mbid":"","duration_ms":214000}}""";
        HttpResponse<String> playing = send(HttpRequest.newBuilder(URI.create(base + "submit-listens"))
                .POST(BodyPublishers.ofString(
                        "{\"listen_type\":\"playing_now\",\"payload\":[{\"track_metadata\":" + metadata + "}]}"))
                .header("Authorization", "Token " + token));
        assertThat(playing.body()).isEqualTo("{\"status\":\"ok\"}");
        HttpResponse<String> scrobbled = send(HttpRequest.newBuilder(URI.create(base + "submit-listens"))
                .POST(BodyPublishers.ofString("{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":" + now
                        + ",\"track_metadata\":" + metadata + "}]}"))
                .header("Authorization", "Token " + token));
        assertThat(scrobbled.statusCode()).isEqualTo(200);
        assertThat(scrobbled.body()).isEqualTo("{\"status\":\"ok\"}");

        nobody().get("/1/user/player-navidrome/playing-now")
                .then()
                .body("payload.count", equalTo(1))
                .body("payload.playing_now", equalTo(true))
                .body("payload.listens[0].track_metadata.track_name", equalTo("Against Tomorrow"));
        nobody().get("/1/user/player-navidrome/listens")
                .then()
                .body("payload.count", equalTo(1))
                .body("payload.listens[0].listened_at", equalTo((int) now))
                .body(
                        "payload.listens[0].track_metadata.mbid_mapping.recording_mbid",
                        equalTo("8b8a5c1e-52ae-4a39-8d6c-4f6d3a6d1a11"));
    }

    @Test
    void navidrome_withAWrongToken_isTold() throws Exception {
        HttpResponse<String> valid = send(HttpRequest.newBuilder(URI.create(root + "1/validate-token"))
                .method("GET", BodyPublishers.ofString("{}"))
                .header("Authorization", "Token 00000000-0000-4000-8000-000000000000"));

        assertThat(valid.statusCode()).isEqualTo(200);
        assertThat(valid.body()).contains("\"valid\":false").contains("\"message\":\"Token invalid.\"");
    }

    // .NET's client: the scheme in lower case, and "/1/" behind whatever base address was typed, slash or not.
    @Test
    void jellyfin_scrobblesLovesAndReadsBack() throws Exception {
        String token = tokenOf("player-jellyfin");
        String base = root.toString();

        HttpResponse<String> submitted = send(HttpRequest.newBuilder(URI.create(base + "/1/submit-listens"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization", "token " + token)
                .POST(BodyPublishers.ofString("""
                        {"listen_type":"single","payload":[{"listened_at":%d,"track_metadata":{"artist_name":"Ålesund Brass",
                         "track_name":"Møre","release_name":"Fjord","additional_info":{"media_player":"Jellyfin",
                         "submission_client":"ListenBrainz plugin for Jellyfin","submission_client_version":"5.2.0.0",
                         "release_mbid":"7b1f3f0e-4a6e-4d3f-9c66-1f1f4a1c9b21","artist_mbids":["0383dadf-2a4e-4d10-a46a-e9e041da8eb3"],
                         "recording_mbid":"1f7b2f5e-6b1a-4f4e-8f0a-0d2f6f1f5b31","tags":["brass","fjord"],"duration_ms":187000}}}]}""".formatted(now))));
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(200);

        HttpResponse<String> loved = send(HttpRequest.newBuilder(URI.create(base + "1/feedback/recording-feedback"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization", "token " + token)
                .POST(BodyPublishers.ofString(
                        "{\"recording_mbid\":\"1f7b2f5e-6b1a-4f4e-8f0a-0d2f6f1f5b31\",\"score\":1}")));
        assertThat(loved.body()).isEqualTo("{\"status\":\"ok\"}");

        HttpResponse<String> listens =
                send(HttpRequest.newBuilder(URI.create(base + "1/user/player-jellyfin/listens?count=1"))
                        .header("Authorization", "token " + token));
        assertThat(listens.body()).contains("\"track_name\":\"Møre\"").contains("\"recording_msid\"");
        player(token)
                .get("/1/feedback/user/player-jellyfin/get-feedback")
                .then()
                .body("total_count", equalTo(1))
                .body("feedback[0].score", equalTo(1));
    }

    // superagent: a JSON type, a User-Agent of its own, artists without any id.
    @Test
    void multiScrobbler_checksSubmitsAndPagesThroughWhatIsThere() {
        String token = tokenOf("player-multi");
        player(token)
                .header("User-Agent", "multi-scrobbler/0.9.10 (contact)")
                .get("/1/validate-token")
                .then()
                .statusCode(200);
        for (int i = 0; i < 3; i++) {
            player(token)
                    .contentType("application/json")
                    .body("""
                            {"listen_type":"single","payload":[{"listened_at":%d,"track_metadata":{"artist_name":"The Kitchen Table",
                             "track_name":"Song %d","release_name":null,"additional_info":{"artist_names":["The Kitchen Table"],
                             "duration":200,"duration_ms":200000,"track_name":"Song","submission_client":"multi-scrobbler",
                             "submission_client_version":"0.9.10","media_player":"Kodi","music_service":"spotify.com"}}}]}""".formatted(now - 300 + i, i))
                    .post("/1/submit-listens")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("ok"));
        }

        nobody().get("/1/user/player-multi/listens?count=2&min_ts=%d&max_ts=%d".formatted(now - 301, now))
                .then()
                .body("payload.listens.track_metadata.track_name", equalTo(java.util.List.of("Song 2", "Song 1")))
                .body("payload.latest_listen_ts", equalTo((int) now - 298))
                .body("payload.oldest_listen_ts", equalTo((int) now - 300))
                .body("payload.listens[0].track_metadata.mbid_mapping", nullValue())
                .body("payload.listens[0].track_metadata.additional_info.recording_mbid", nullValue());
        nobody().get("/1/user/player-multi/listens?count=2&min_ts=" + (now - 301))
                .then()
                .body("payload.listens.track_metadata.track_name", equalTo(java.util.List.of("Song 1", "Song 0")));
    }

    // The token in the address, albums that are empty, and what was heard offline as an import.
    @Test
    void panoScrobbler_validatesByAddress_andImportsWhatWasHeardOffline() {
        String token = tokenOf("player-pano");
        nobody().get("/1/validate-token?token=" + token)
                .then()
                .statusCode(200)
                .body("message", equalTo("Token valid."));
        player(token)
                .contentType("application/json; charset=utf-8")
                .body("""
                        {"listen_type":"import","payload":[
                         {"track_metadata":{"artist_name":"Velvet Tram","release_name":"","track_name":"Night Line"},"listened_at":%d},
                         {"track_metadata":{"artist_name":"Velvet Tram","release_name":"","track_name":"Depot"},"listened_at":%d}]}""".formatted(now - 7200, now - 7000))
                .post("/apis/listenbrainz/1/submit-listens/")
                .then()
                .statusCode(200);

        nobody().get("/apis/listenbrainz/1/user/player-pano/listens/?count=10")
                .then()
                .body("payload.listens", hasSize(2))
                .body("payload.listens[0].track_metadata.track_name", equalTo("Depot"))
                .body("payload.listens[0].track_metadata.release_name", nullValue());
        nobody().get("/1/user/player-pano/listen-count").then().body("payload.count", equalTo(2));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
