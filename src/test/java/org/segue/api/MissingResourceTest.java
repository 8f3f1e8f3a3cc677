package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.LibraryRows;

/** What to get for a library, and a list with the files of one. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class MissingResourceTest {

    private static final List<String> OWNED = List.of("a11", "a13", "a21", "a24", "a33", "a42", "a52", "a61");

    @Inject
    Household household;

    @Inject
    LibraryRows libraries;

    private int library;

    @BeforeEach
    void moveIn() {
        household.moveIn();
        library = libraries.add("subsonic", "Navidrome", OWNED);
        libraries.signIn(library, "ann5");
    }

    @AfterEach
    void moveOut() {
        libraries.removeAll();
    }

    @Test
    void missing_isWhatIsPlayedMuch_thenWhatIsRecommended_andNothingOwned() {
        JsonPath missing = json("/api/users/ann5/missing?n=12");
        List<String> whys = missing.getList("items.why", String.class);

        assertThat(songs(missing)).hasSize(12).doesNotHaveDuplicates().doesNotContainAnyElementsOf(OWNED);
        assertThat(whys).containsOnly("played", "recommended").isSorted();
        assertThat(whys.stream().filter("played"::equals).count()).isBetween(1L, 11L);
        List<Integer> plays = new ArrayList<>();
        for (int k = 0; k < whys.size(); k++) {
            if (whys.get(k).equals("played")) {
                plays.add(missing.getInt("items[" + k + "].plays"));
            }
        }
        assertThat(plays).allMatch(count -> count >= 3).isSortedAccordingTo((a, b) -> b - a);
        assertThat(missing.getString("items[0].artist")).startsWith("Artist a");
        assertThat(missing.getList("warnings")).isEmpty();
    }

    @Test
    void missing_asFiles_saysWhatToGet() {
        String csv = given().get("/api/users/ann5/missing?n=5&format=csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines().findFirst().orElseThrow()).contains("title", "artist", "album", "recording_mbid");
        assertThat(csv.lines()).hasSize(6);
        JsonPath jspf = json("/api/users/ann5/missing?n=5&format=jspf");
        assertThat(jspf.getString("playlist.title")).startsWith("Missing from the library of");
        assertThat(jspf.getList("playlist.track")).hasSize(5);
        given().get("/api/users/ann5/missing?format=doc").then().statusCode(422);
        given().get("/api/users/ann5/missing?n=0").then().statusCode(422);
        given().get("/api/users/nobody-here/missing").then().statusCode(404);
    }

    @Test
    void missing_withoutALibrary_isNothing_andSaysWhy() {
        JsonPath missing = json("/api/users/ann7/missing");

        assertThat(songs(missing)).isEmpty();
        assertThat(missing.getString("warnings[0]")).contains("No library is known");
        assertThat(page("/people/ann7/missing")).contains("No library is connected");
    }

    @Test
    void page_saysWhatToGet_andWhere() {
        String page = page("/people/ann5/missing");

        assertThat(page)
                .contains("Missing from your library", "plays</span>", "Recommended", "Search YouTube")
                .contains("../../api/users/ann5/missing?format=csv", "../../api/users/ann5/missing?format=jspf")
                .doesNotContain("Open in");
        assertThat(page("/people/ann5")).contains("./ann5/missing");
    }

    @Test
    void lists_asFilesOfALibrary_areRelativeToAFolder() {
        String list = kept();
        String files = given().get("/api/playlists/" + list + "?format=m3u8&folder=/music&library=" + library)
                .then()
                .statusCode(200)
                .contentType("audio/x-mpegurl")
                .extract()
                .asString();
        assertThat(files.lines().filter(line -> line.matches("a\\d\\d\\.flac"))).hasSameSizeAs(OWNED);
        assertThat(given().get("/api/playlists/" + list + "?format=m3u8&library=" + library)
                        .asString())
                .contains("\n/music/a11.flac\n");
        libraries.setFolder(library, "/music");
        assertThat(given().get("/api/playlists/" + list + "?format=m3u8&library=" + library)
                        .asString())
                .contains("\na11.flac\n");
        assertThat(given().get("/api/playlists/" + list + "?format=m3u8&folder=/other&library=" + library)
                        .asString())
                .contains("# Left out, because Navidrome has no file of them there: " + OWNED.size())
                .doesNotContain("flac");
        given().delete("/api/playlists/" + list).then().statusCode(204);
    }

    @Test
    void lists_asFilesOfALibraryThatMakesPathsUp_areRefused() {
        String list = kept();
        OWNED.forEach(song -> libraries.setPath(library, song, "Artist/Album/" + song + ".mp3"));

        String address = "/api/playlists/" + list + "?format=m3u8&folder=/music&library=";
        assertThat(given().get(address + library)
                        .then()
                        .statusCode(409)
                        .extract()
                        .<String>path("detail"))
                .contains("Report Real Path");
        given().get(address + (library + 1)).then().statusCode(404);
        given().get("/api/playlists/" + list + "?format=csv&library=" + library)
                .then()
                .statusCode(422);
        assertThat(given().get("/api/playlists/" + list + "?format=m3u8").asString())
                .contains("\n./Artist");
        given().delete("/api/playlists/" + list).then().statusCode(204);
    }

    private static String kept() {
        return given().contentType("application/json")
                .body("""
                        {"name":"Own","request":{"user":"ann5","n":100,"owned":"only","exclude":{"heard":false}}}
                        """)
                .post("/api/playlists")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath json(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    private static String page(String path) {
        return given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> songs(JsonPath answer) {
        return answer.getList("items.song", String.class);
    }
}
