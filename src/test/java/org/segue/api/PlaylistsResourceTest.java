package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;
import static org.segue.access.Asking.tokenOfImported;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.playlists.CollectorsHome;

/** Lists over HTTP: made, kept, taken along and deleted. */
@QuarkusTest
@TestProfile(CollectorsHome.Profile.class)
class PlaylistsResourceTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject
    CollectorsHome home;

    @TestHTTPResource
    URI root = URI.create("");

    @BeforeEach
    void moveIn() {
        home.moveIn();
    }

    @Test
    void list_ofAUser_hasAll_andCanBePagedThrough() {
        JsonPath all = lists("cora");
        assertThat(all.getList("items.kind"))
                .containsExactly("daily-jams", "weekly-jams", "weekly-exploration", "rediscover");
        assertThat(all.getString("items[0].title")).matches("Daily jams for cora, [A-Z]\\w+ \\d+ [A-Z]\\w+ \\d{4}");
        assertThat(all.getInt("items[0].songs")).isEqualTo(50);
        assertThat(all.getString("items[0].user")).isEqualTo("cora");
        assertThat(all.getString("items[0].period")).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(all.getString("items[0].expiresAt")).endsWith("Z");
        assertThat(all.getString("next")).isNull();
        assertThat(lists("cora").getList("items.id")).isEqualTo(all.getList("items.id"));

        JsonPath part = get("/api/playlists?user=cora&limit=2").extract().jsonPath();
        assertThat(part.getInt("total")).isEqualTo(4);
        assertThat(get("/api/playlists?user=cora&limit=2&cursor=" + part.getString("next"))
                        .extract()
                        .jsonPath()
                        .getList("items.kind"))
                .containsExactly("weekly-exploration", "rediscover");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/playlists, 422, user must be given",
        "/api/playlists?user=, 422, user must be given",
        "/api/playlists?user=nobody-here, 404, There is no user nobody-here",
        "/api/playlists?user=cora&limit=0, 422, limit",
        "/api/playlists?user=cora&cursor=-1, 422, cursor",
        "/api/playlists/no-such-list, 404, There is no list no-such-list",
        "/api/playlists/no-such-list?format=mp3, 422, 'format must be json, jspf, xspf, m3u8 or csv'"
    })
    void badQuestions_areToldWhatIsWrong(String address, int status, String words) {
        String body = given().get(address)
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .extract()
                .asString();
        assertThat(body).contains(words);
    }

    @Test
    void keep_anAnswer_isAListOfTheUser_untilItIsDeleted() {
        JsonPath asked = given().contentType("application/json")
                .body("{\"user\":\"cleo0\",\"n\":7,\"maxPerArtist\":1}")
                .post("/recommend")
                .jsonPath();
        JsonPath kept = keep(
                        given(), "{\"name\":\" Sunday \",\"request\":{\"user\":\"cleo0\",\"n\":7,\"maxPerArtist\":1}}")
                .statusCode(201)
                .header("Location", startsWith("playlists/"))
                .body("kind", nullValue())
                .body("period", nullValue())
                .body("expiresAt", nullValue())
                .body("title", equalTo("Sunday"))
                .body("user", equalTo("cleo0"))
                .body("songs", equalTo(7))
                .extract()
                .jsonPath();
        String address = "/api/playlists/" + kept.getString("id");

        JsonPath shown = get(address).extract().jsonPath();
        assertThat(shown.getList("items.song")).isEqualTo(asked.getList("items.song"));
        assertThat(shown.getString("items[0].title")).startsWith("C ");
        assertThat(shown.getString("items[0].artistId")).startsWith("collected-");
        assertThat(lists("cleo0").getList("items.id")).contains(kept.getString("id"));
        given().delete(address).then().statusCode(204);
        given().delete(address).then().statusCode(404).contentType(PROBLEM);
        given().get(address).then().statusCode(404);
        assertThat(lists("cleo0").getList("items.id")).doesNotContain(kept.getString("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\"} | request.user",
                "{\"name\":\"x\",\"request\":{\"seeds\":[{\"song\":\"c1\"}]}} | request.user",
                "{\"name\":\"x\",\"request\":{\"users\":[\"cora\",\"cleo0\"]}} | request.user",
                "{\"name\":\"x\",\"request\":{\"user\":\"nobody-here\"}} | There is no user nobody-here",
                "{\"name\":\" \",\"request\":{\"user\":\"cora\"}} | name must be given",
                "{\"name\":\"a\\u0000\",\"request\":{\"user\":\"cora\"}} | name has characters",
                "{\"request\":{\"user\":\"cora\"}} | name must be given",
                "{\"name\":\"x\",\"request\":{\"user\":\"cora\",\"n\":501}} | request.n",
                "{\"name\":\"x\",\"request\":{\"user\":\"cora\",\"include\":{\"songs\":[]}}} | nothing to keep"
            })
    void keep_whatCannotBeKept_namesTheField(String body, String words) {
        assertThat(keep(given(), body)
                        .statusCode(422)
                        .contentType(PROBLEM)
                        .extract()
                        .asString())
                .contains(words);
        keep(given(), "{\"name\":\"" + "x".repeat(201) + "\",\"request\":{\"user\":\"cora\"}}")
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "{\"nme\":\"x\"}"})
    void keep_whatIsNoRequest_is400(String body) {
        keep(given(), body).statusCode(400).contentType(PROBLEM);
    }

    @Test
    void keepingAndDeleting_isTheUsersOwn_orTheAdministrators() {
        String body = "{\"name\":\"Mine\",\"request\":{\"user\":\"cleo1\",\"n\":3}}";
        keep(nobody(), body).statusCode(401);
        keep(bearer(tokenOfImported("cleo2")), body).statusCode(403);
        keep(bearer(tokenOfImported("cleo2")), "{\"name\":\"x\",\"request\":{\"user\":\"nobody-here\"}}")
                .statusCode(403);
        String id = keep(bearer(tokenOfImported("cleo1")), body)
                .statusCode(201)
                .extract()
                .path("id");

        nobody().delete("/api/playlists/" + id).then().statusCode(401);
        bearer(tokenOfImported("cleo2")).delete("/api/playlists/" + id).then().statusCode(403);
        bearer(tokenOfImported("cleo1")).delete("/api/playlists/" + id).then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({
        "jspf, application/jspf+json, {\"playlist\"",
        "xspf, application/xspf+xml, <?xml",
        "m3u8, audio/x-mpegurl, #EXTM3U",
        "csv, text/csv, \"\"\"position\"\"\""
    })
    void list_asAFile_hasItsTypeAndName(String format, String type, String beginning) {
        String id = lists("cora").getString("items[0].id");

        get("/api/playlists/" + id + "?format=" + format)
                .contentType(startsWith(type))
                .contentType(containsString("charset=UTF-8"))
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"Daily-jams-for-cora-.*\\." + format
                                + "\"; filename\\*=UTF-8''Daily%20jams.*"))
                .body(startsWith(beginning.replace("\"\"\"", "\"")));
        given().contentType("application/json")
                .accept(type)
                .body("{\"user\":\"cora\",\"n\":3}")
                .post("/recommend")
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("Content-Disposition", containsString("Songs-for-cora." + format))
                .body(startsWith(beginning.replace("\"\"\"", "\"")));
    }

    @Test
    void list_asAFile_leadsBackHere_behindAProxyToo() {
        String id = lists("cora").getString("items[0].id");

        given().header("X-Forwarded-Prefix", "/segue/")
                .header("X-Forwarded-Proto", "https")
                .header("Host", "nas.local:8443")
                .get("/api/playlists/" + id + "?format=jspf")
                .then()
                .body("playlist.identifier", equalTo("https://nas.local:8443/segue/playlist/" + id));
        given().header("X-Forwarded-Prefix", "//evil.example/\"><script>")
                .get("/api/playlists/" + id + "?format=jspf")
                .then()
                .body("playlist.identifier", equalTo(root + "playlist/" + id));
    }

    @Test
    void songsWithIds_carryLinks() {
        String id = keep(
                        given(),
                        "{\"name\":\"Linked\",\"request\":{\"user\":\"cory\",\"mode\":\"rediscover\","
                                + "\"include\":{\"songs\":[\"c70\",\"c71\"]}}}")
                .statusCode(201)
                .extract()
                .path("id");
        player(tokenOf("linker")).body("""
                        {"listen_type":"single","payload":[{"listened_at":1700000000,"track_metadata":{"artist_name":"Collected 35",
                         "track_name":"C 70","additional_info":{"recording_mbid":"2ab5c1e0-52ae-4a39-8d6c-4f6d3a6d1a22",
                         "isrc":"GBAYE6800001"}}}]}""").post("/1/submit-listens");

        JsonPath list = get("/api/playlists/" + id).extract().jsonPath();
        String linked = "items.find { it.song == 'c70' }.";
        assertThat(list.getString(linked + "links.musicBrainz"))
                .isEqualTo("https://musicbrainz.org/recording/2ab5c1e0-52ae-4a39-8d6c-4f6d3a6d1a22");
        assertThat(list.getString(linked + "links.listenBrainz"))
                .isEqualTo("https://listenbrainz.org/track/2ab5c1e0-52ae-4a39-8d6c-4f6d3a6d1a22/");
        assertThat(list.getString(linked + "links.spotify"))
                .isEqualTo("https://open.spotify.com/search/isrc%3AGBAYE6800001");
        assertThat(list.getString("items.find { it.song == 'c71' }.links.musicBrainz"))
                .isNull();
        given().get("/songs/c70")
                .then()
                .statusCode(200)
                .body(containsString("href=\"https://musicbrainz.org/recording/2ab5c1e0-52ae-4a39-8d6c-4f6d3a6d1a22\""))
                .body(containsString("href=\"https://listenbrainz.org/track/2ab5c1e0-52ae-4a39-8d6c-4f6d3a6d1a22/\""))
                .body(containsString("href=\"https://open.spotify.com/search/isrc%3AGBAYE6800001\""));
    }

    @Test
    void recommend_withoutAcceptingAnythingInParticular_isJson() throws Exception {
        for (String accept : List.of("", "*/*", "application/json", "application/*", "text/html, */*;q=0.5")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve("/recommend"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"user\":\"cora\",\"n\":1}"));
            if (!accept.isEmpty()) {
                request.header("Accept", accept);
            }
            var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(accept).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse(""))
                    .as(accept)
                    .startsWith("application/json");
            assertThat(response.body()).startsWith("{\"user\":\"cora\"");
        }
    }

    @Test
    void recommend_asAFile_refusesInTheSameWords() {
        given().contentType("application/json")
                .accept("text/csv")
                .body("{\"user\":\"cora\",\"n\":0}")
                .post("/recommend")
                .then()
                .statusCode(422)
                .contentType(PROBLEM);
        given().contentType("application/json")
                .accept("audio/x-mpegurl")
                .body("{\"users\":[\"cora\",\"cleo0\"],\"n\":3}")
                .post("/recommend")
                .then()
                .statusCode(200)
                .body(containsString("#PLAYLIST:Songs for cora and cleo0\n#EXTINF:-1,"));
        given().contentType("application/json")
                .accept("application/jspf+json")
                .body("{\"seeds\":[{\"song\":\"c1\"}],\"n\":3}")
                .post("/recommend")
                .then()
                .statusCode(200)
                .body("playlist.title", equalTo("Songs like these"))
                .body("playlist.identifier", nullValue())
                .body("playlist.date", notNullValue())
                .body("playlist.track", hasSize(3));
    }

    private static JsonPath lists(String user) {
        return get("/api/playlists?user=" + user).extract().jsonPath();
    }

    private static ValidatableResponse get(String address) {
        return given().get(address).then().statusCode(200);
    }

    private static ValidatableResponse keep(RequestSpecification who, String body) {
        return who.contentType("application/json")
                .body(body)
                .post("/api/playlists")
                .then();
    }
}
