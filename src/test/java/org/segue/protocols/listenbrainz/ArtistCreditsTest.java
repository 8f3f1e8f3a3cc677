package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.Eventually;

/** Players that tell artists apart: "A & B" are two artists, and no third. */
@QuarkusTest
class ArtistCreditsTest {

    @Inject
    Database database;

    private final long now = Instant.now().getEpochSecond();

    private static RequestSpecification administrator() {
        return bearer(AdministratorHeader.TOKEN);
    }

    private void hear(String token, String artist, String title, String names, int ago) {
        player(token)
                .body("""
                        {"listen_type":"single","payload":[{"listened_at":%d,"track_metadata":{"artist_name":"%s","track_name":"%s",
                         "additional_info":{"artist_names":[%s],"artist_mbids":["5c1d7e20-00c1-4aaa-8bbb-0000000000c1",
                         "5c1d7e20-00c1-4aaa-8bbb-0000000000c2"],"recording_mbid":"5c1d7e20-00c1-4aaa-8bbb-00000000%04d"}}}]}""".formatted(now - ago, artist, title, names, ago))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
    }

    @Test
    void artistsOfASong_areTwo_notAThird() {
        String user = "credits";
        String token = tokenOf(user);
        hear(token, "Mirabel Tann & Osbert Valley", "Together", "\"Mirabel Tann\",\"Osbert Valley\"", 3000);
        hear(token, "Mirabel Tann", "Alone", "\"Mirabel Tann\"", 2000);
        hear(token, "Simple & Plain", "A duo", "\"Simple & Plain\"", 1000);

        administrator()
                .queryParam("q", "mirabel")
                .get("/api/artists")
                .then()
                .body("items.name", contains("Mirabel Tann"));
        administrator()
                .queryParam("q", "osbert")
                .get("/api/artists")
                .then()
                .body("items.name", contains("Osbert Valley"));
        administrator()
                .queryParam("q", "simple plain")
                .get("/api/artists")
                .then()
                .body("items.name", contains("Simple & Plain"));
        Eventually.until(() -> administrator()
                .get("/api/users/credits")
                .jsonPath()
                .getList("topArtists.name")
                .contains("Simple & Plain"));
        administrator()
                .get("/api/users/credits")
                .then()
                .body("topArtists.name", hasItem("Osbert Valley"))
                .body("topArtists.name", not(hasItem("Mirabel Tann & Osbert Valley")))
                .body("topArtists.find { it.name == 'Mirabel Tann' }.plays", equalTo(2));
        player(token)
                .get("/1/metadata/recording?inc=artist&recording_mbids=5c1d7e20-00c1-4aaa-8bbb-000000003000")
                .then()
                .body("values()[0].artist.name", equalTo("Mirabel Tann & Osbert Valley"))
                .body("values()[0].artist.artists.name", equalTo(List.of("Mirabel Tann", "Osbert Valley")))
                .body("values()[0].artist.artists.join_phrase", equalTo(List.of(" & ", "")))
                .body(
                        "values()[0].artist.artists.artist_mbid",
                        equalTo(List.of(
                                "5c1d7e20-00c1-4aaa-8bbb-0000000000c1", "5c1d7e20-00c1-4aaa-8bbb-0000000000c2")));
    }

    // Similar artists are asked for by these ids.
    @Test
    void idOfOneArtist_isKept_withOrWithoutNames_theFirstForEver() {
        String token = tokenOf("credits-one");
        one(token, "Ida Rask", "\"artist_mbids\":[\"5c1d7e20-00c1-4aaa-8bbb-0000000000d1\"]", 1);
        one(token, "Ida Rask", "\"artist_mbids\":[\"5c1d7e20-00c1-4aaa-8bbb-0000000000d2\"]", 2);
        one(
                token,
                "Bo Lund",
                "\"artist_names\":[\"Bo Lund\"],\"artist_mbids\":[\"5c1d7e20-00c1-4aaa-8bbb-0000000000d3\"]",
                3);
        one(
                token,
                "Eli & Ana",
                "\"artist_names\":[\"Eli\"],\"artist_mbids\":[\"5c1d7e20-00c1-4aaa-8bbb-0000000000d4\"]",
                4);
        one(token, "Nils", "\"artist_names\":[\"Nils\"],\"artist_mbids\":[\"\"]", 5);

        assertThat(mbidOf("Ida Rask")).isEqualTo("5c1d7e20-00c1-4aaa-8bbb-0000000000d1");
        assertThat(mbidOf("Bo Lund")).isEqualTo("5c1d7e20-00c1-4aaa-8bbb-0000000000d3");
        assertThat(mbidOf("Eli & Ana")).as("an id beside another name").isEqualTo("none");
        assertThat(mbidOf("Nils")).isEqualTo("none");
    }

    private void one(String token, String artist, String ids, int ago) {
        player(token)
                .body("""
                        {"listen_type":"single","payload":[{"listened_at":%d,"track_metadata":{"artist_name":"%s","track_name":"One of one",
                         "additional_info":{%s}}}]}""".formatted(now - 300L * ago, artist, ids))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
    }

    private String mbidOf(String artist) {
        return database.read(connection -> Statements.queryFirst(
                        connection,
                        "SELECT COALESCE(mbid, 'none') FROM artist WHERE name = ?",
                        row -> row.getString(1),
                        artist)
                .orElse("nobody"));
    }

    @Test
    void feedbackOnAnArtist_isOnTheSongsWithOthersToo() {
        String token = tokenOf("credits-ban");
        hear(token, "Anselm Krug & Odile Marsh", "Ours", "\"Anselm Krug\",\"Odile Marsh\"", 4000);
        hear(token, "Anselm Krug", "Mine", "\"Anselm Krug\"", 4500);
        String artist = administrator()
                .queryParam("q", "odile")
                .get("/api/artists")
                .jsonPath()
                .getString("items[0].id");
        administrator()
                .contentType("application/json")
                .body("{\"verdict\":\"ban\"}")
                .put("/api/users/credits-ban/feedback/artists/" + artist)
                .then()
                .statusCode(lessThan(300));

        Eventually.until(() -> titles().contains("Mine"));
        assertThat(titles()).doesNotContain("Ours");
    }

    private static List<String> titles() {
        return administrator()
                .contentType("application/json")
                .body("{\"user\":\"credits-ban\",\"n\":500,\"exclude\":{\"heard\":false}}")
                .post("/recommend")
                .jsonPath()
                .getList("items.title");
    }
}
