package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;
import static org.segue.access.Asking.tokenOfImported;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.playlists.CollectorsHome;

/** Lists as players ask for them. */
@QuarkusTest
@TestProfile(CollectorsHome.Profile.class)
class PlaylistResourceTest {

    private static final String EXTENSION = "playlist.extension.'https://musicbrainz.org/doc/jspf#playlist'.";

    @Inject
    CollectorsHome home;

    @TestHTTPResource
    URI root = URI.create("");

    @BeforeEach
    void moveIn() {
        home.moveIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1", "/apis/listenbrainz/1"})
    void createdFor_listsWhatWasMade_withoutTracks_andLeadsToThem(String family) {
        JsonPath lists = nobody().get(family + "/user/cleo4/playlists/createdfor")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("playlist_count", equalTo(4))
                .body("offset", equalTo(0))
                .body("count", equalTo(25))
                .body("playlists", hasSize(4))
                .extract()
                .jsonPath();
        assertThat(lists.getList("playlists.playlist.track")).containsOnly(List.of());
        assertThat(lists.getList("playlists." + EXTENSION + "additional_metadata.algorithm_metadata.source_patch"))
                .containsExactly("daily-jams", "weekly-jams", "weekly-exploration", "rediscover");
        assertThat(lists.getList("playlists." + EXTENSION + "created_for")).containsOnly("cleo4");
        assertThat(lists.getList("playlists." + EXTENSION + "additional_metadata.expires_at"))
                .doesNotContainNull();
        String identifier = lists.getString("playlists[1].playlist.identifier");
        assertThat(identifier).startsWith(root + "playlist/");

        String id = identifier.substring(identifier.lastIndexOf('/') + 1);
        nobody().get(family + "/playlist/" + id)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("playlist.identifier", equalTo(identifier))
                .body("playlist.date", equalTo(lists.getString("playlists[1].playlist.date")))
                .body("playlist.title", startsWith("Weekly jams for cleo4, week of "))
                .body("playlist.track", hasSize(40))
                .body("playlist.track[0].title", startsWith("C "))
                .body("playlist.track[0].creator", startsWith("Collected "));
        nobody().get(family + "/playlist/" + id + "/xspf")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/xspf+xml"))
                .body(startsWith("<?xml"))
                .body(containsString("<playlist xmlns=\"http://xspf.org/ns/0/\" version=\"1\">"))
                .body(endsWith("</trackList></playlist>"));
    }

    @Test
    void createdFor_canBePagedThrough_andRefusesInTheProtocolsShape() {
        nobody().get("/1/user/cleo4/playlists/createdfor?count=1&offset=2")
                .then()
                .body("playlists", hasSize(1))
                .body("playlist_count", equalTo(4))
                .body(
                        "playlists[0]." + EXTENSION + "additional_metadata.algorithm_metadata.source_patch",
                        equalTo("weekly-exploration"));
        nobody().get("/1/user/cleo4/playlists/createdfor?count=-1")
                .then()
                .statusCode(400)
                .body("code", equalTo(400));
        nobody().get("/1/user/nobody-here/playlists/createdfor")
                .then()
                .statusCode(404)
                .body("code", equalTo(404));
        nobody().get("/1/playlist/no-such-list").then().statusCode(404).body("code", equalTo(404));
        nobody().get("/1/playlist/no-such-list/xspf").then().statusCode(404);
    }

    @Test
    void createdFor_somebodyOfWhomNothingIsKnown_isEmpty() {
        tokenOf("lists-new");
        nobody().get("/1/user/lists-new/playlists/createdfor")
                .then()
                .statusCode(200)
                .body("playlists", hasSize(0))
                .body("playlist_count", equalTo(0));
    }

    // .NET's client: it looks for "weekly-jams" and "weekly-exploration" by source_patch, takes the last part of the
    // identifier, and asks for each with a parameter of its own; a track is the one of its recording's id, else the one
    // of
    // its artist and title.
    @Test
    void jellyfin_importsTheListsThatItLooksFor() {
        String token = tokenOfImported("cleo5");
        player(token).body("""
                        {"listen_type":"single","payload":[{"listened_at":1700000000,"track_metadata":{"artist_name":"Collected 15",
                         "track_name":"C 30","additional_info":{"recording_mbid":"5c5a5c1e-52ae-4a39-8d6c-4f6d3a6d1a55"}}}]}""").post("/1/submit-listens").then().statusCode(200);

        JsonPath lists = nobody().header("Authorization", "token " + token)
                .header("Accept", "application/json")
                .get("/1/user/cleo5/playlists/createdfor?count=1000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (String patch : List.of("weekly-jams", "weekly-exploration")) {
            Map<String, Object> list = lists.getMap("playlists.playlist.find { it.extension."
                    + "'https://musicbrainz.org/doc/jspf#playlist'.additional_metadata.algorithm_metadata.source_patch == '"
                    + patch + "' }");
            String identifier = String.valueOf(list.get("identifier"));
            JsonPath tracks = nobody().header("Authorization", "token " + token)
                    .get("/1/playlist/" + identifier.substring(identifier.lastIndexOf('/') + 1) + "?fetchMetadata=True")
                    .then()
                    .statusCode(200)
                    .body("playlist.date", equalTo(list.get("date")))
                    .extract()
                    .jsonPath();
            assertThat(tracks.getList("playlist.track")).hasSizeGreaterThan(30);
            assertThat(tracks.getList("playlist.track.identifier")).doesNotContainNull();
            assertThat(tracks.getList("playlist.track.title")).doesNotContainNull();
            assertThat(tracks.getList("playlist.track.creator")).doesNotContainNull();
        }
    }

    @Test
    void track_withAnIdAtMusicBrainz_isNamedByIt() {
        String token = tokenOf("lists-mbid");
        for (int song = 41; song <= 60; song++) {
            player(token)
                    .body("""
                            {"listen_type":"single","payload":[{"listened_at":%d,"track_metadata":{"artist_name":"Collected %d",
                             "track_name":"C %d","additional_info":{"recording_mbid":"00000000-52ae-4a39-8d6c-0000000000%d"}}}]}""".formatted(1_700_000_000 + song, song / 2, song, song))
                    .post("/1/submit-listens")
                    .then()
                    .statusCode(200);
        }

        String identifier = nobody().get("/1/user/lists-mbid/playlists/createdfor?count=1")
                .jsonPath()
                .getString("playlists[0].playlist.identifier");
        JsonPath list = nobody().get("/1/playlist/" + identifier.substring(identifier.lastIndexOf('/') + 1))
                .jsonPath();
        assertThat(list.getList("playlist.track")).hasSize(20);
        for (int i = 0; i < 20; i++) {
            String title = list.getString("playlist.track[%d].title".formatted(i));
            assertThat(list.getList("playlist.track[%d].identifier".formatted(i)))
                    .containsExactly("https://musicbrainz.org/recording/00000000-52ae-4a39-8d6c-0000000000"
                            + title.substring(2));
        }
    }
}
