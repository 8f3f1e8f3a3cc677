package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists that players make and change, and the pins that Segue has none of. */
@QuarkusTest
class KeptPlaylistsResourceTest {

    private static final String MBID = "11570000-0001-4000-8000-000000000001";

    private static ValidatableResponse post(String token, String path, String body) {
        return player(token)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    @Test
    void aListIsMade_named_shown_andDeleted() {
        String token = tokenOf("lists-own");
        post(token, "/1/submit-listens", """
                {"listen_type":"single","payload":[{"listened_at":%d,"track_metadata":{"artist_name":"Keeper","track_name":"Kept",
                 "additional_info":{"recording_mbid":"%s"}}}]}""".formatted(Instant.now().getEpochSecond() - 500, MBID))
                .statusCode(200);

        String id = post(token, "/1/playlist/create", """
                        {"playlist":{"title":"For the road","track":[
                         {"identifier":["https://musicbrainz.org/recording/%s"]},

                         {"creator":"Never Heard","title":"New Here","album":"Of Late"}]}}""".formatted(MBID))
                .statusCode(200)
                .body("status", equalTo("ok"))
                .extract()
                .path("playlist_mbid");
        player(token)
                .get("/1/user/lists-own/playlists")
                .then()
                .statusCode(200)
                .body("playlist_count", equalTo(1))
                .body("playlists[0].playlist.title", equalTo("For the road"))
                .body("playlists[0].playlist.identifier", containsString(id))
                .body("playlists[0].playlist.track", hasSize(0));
        player(token)
                .get("/1/playlist/" + id)
                .then()
                .body("playlist.track.title", equalTo(List.of("Kept", "New Here")))
                .body("playlist.date", containsString("+00:00"));
        post(token, "/1/playlist/edit/" + id, "{\"playlist\":{\"title\":\"At home\"}}")
                .statusCode(200);
        player(token).get("/1/playlist/" + id).then().body("playlist.title", equalTo("At home"));
        post(token, "/1/playlist/%s/delete".formatted(id), "").statusCode(200).body("status", equalTo("ok"));
        player(token).get("/1/playlist/" + id).then().statusCode(404);
        player(token).get("/1/user/lists-own/playlists").then().body("playlist_count", equalTo(0));
    }

    @Test
    void aListWithoutTracks_isAList() {
        String token = tokenOf("lists-empty");

        String id = post(token, "/1/playlist/create", "{\"playlist\":{\"title\":\"Nothing yet\"}}")
                .statusCode(200)
                .extract()
                .path("playlist_mbid");

        player(token).get("/1/playlist/" + id).then().statusCode(200).body("playlist.track", hasSize(0));
        player(token).get("/1/user/lists-empty/playlists").then().body("playlist_count", equalTo(1));
    }

    @Test
    void whatIsNoList_andListsOfOthers_areRefused() {
        String token = tokenOf("lists-refused");
        String other = tokenOf("lists-others");
        String id = post(other, "/1/playlist/create", "{\"playlist\":{\"title\":\"Mine\"}}")
                .extract()
                .path("playlist_mbid");

        post(token, "/1/playlist/create", "{\"playlist\":{}}").statusCode(400).body("error", containsString("title"));
        post(token, "/1/playlist/create", "{\"playlist\":{\"title\":\"x\",\"track\":[{\"title\":\"y\"}]}}")
                .statusCode(400)
                .body("error", containsString("track[0]"));
        post(
                        token,
                        "/1/playlist/create",
                        "{\"playlist\":{\"title\":\"x\",\"track\":[{\"identifier\":"
                                + "\"https://musicbrainz.org/recording/11570000-0009-4000-8000-000000000009\"}]}}")
                .statusCode(400)
                .body("error", containsString("11570000-0009"));
        post(token, "/1/playlist/edit/" + id, "{\"playlist\":{\"title\":\"Stolen\"}}")
                .statusCode(403)
                .body("code", equalTo(403));
        post(token, "/1/playlist/%s/delete".formatted(id), "").statusCode(403);
        post(token, "/1/playlist/edit/nothing", "{\"playlist\":{\"title\":\"x\"}}")
                .statusCode(404);
        nobody().body("{\"playlist\":{\"title\":\"x\"}}")
                .post("/1/playlist/create")
                .then()
                .statusCode(401);
        player(other).get("/1/playlist/" + id).then().body("playlist.title", equalTo("Mine"));
    }

    @Test
    void pins_areNone() {
        String token = tokenOf("lists-pins");

        for (String path : List.of("pins", "pins/following")) {
            player(token)
                    .get("/1/lists-pins/" + path)
                    .then()
                    .statusCode(200)
                    .body("pinned_recordings", hasSize(0))
                    .body("total_count", equalTo(0))
                    .body("user_name", equalTo("lists-pins"));
        }
        player(token).get("/1/lists-pins/pins/current").then().body("pinned_recording", nullValue());
        assertThat(player(token).get("/1/nobody-there/pins").statusCode()).isEqualTo(404);
    }
}
