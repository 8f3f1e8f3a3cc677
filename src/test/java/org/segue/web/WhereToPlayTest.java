package org.segue.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.api.Household;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.testsupport.LibraryRows;

/** Where the songs of every page can be heard. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class WhereToPlayTest {

    private static final String NAVIDROME = "https://music.example/navi";

    @Inject
    Household household;

    @Inject
    LibraryRows libraries;

    @Inject
    Database database;

    @BeforeEach
    void moveIn() {
        household.moveIn();
        int home = libraries.add("subsonic", "navi", List.of("a11", "a12", "a21", "a31", "a41", "a51", "a61", "a22"));
        run("UPDATE library SET facts = '{\"software\":\"navidrome\",\"version\":\"0.63\"}' WHERE id = " + home);
        libraries.signIn(home, "ann5");
    }

    @AfterEach
    void moveOut() {
        libraries.removeAll();
        run("UPDATE song SET mbid = NULL WHERE public_id = 'a13'");
        run("DELETE FROM song_alias WHERE external_id LIKE 'spotify:track:%'");
    }

    private void run(String sql) {
        database.writeNow(connection -> Statements.update(connection, sql));
    }

    private static String page(String path) {
        return given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void everyPage_opensOwnedSongs_onTheServer() {
        String album = "href=\"" + NAVIDROME + "/app/#/album/album-a";
        for (String path : List.of(
                "/?user=ann5&n=100&owned=only",
                "/songs/a11",
                "/songs/b11?to=a21",
                "/artists/artist-a1",
                "/people/ann5")) {
            assertThat(page(path)).as(path).contains(album, "Open in navi");
        }
        String radio = given().accept("text/html").get("/songs/a11/radio").asString();
        assertThat(radio).contains(album);
        assertThat(page("/songs/a11")).contains("aria-label=\"Open in navi: ");
    }

    @Test
    void songsThatAreNotOwned_leadToWhereTheyAreKnown_orToASearch() {
        run("UPDATE song SET mbid = '6b9a509f-6907-4a6e-9345-2f12da09ba4b' WHERE public_id = 'a13'");
        run(
                "INSERT INTO song_alias (source_id, external_id, song_id) SELECT (SELECT id FROM source WHERE name = 'home'),"
                        + " 'spotify:track:4uLU6hMCjMI75M1A2tKUQC', id FROM song WHERE public_id = 'a14'");

        assertThat(page("/songs/a13"))
                .contains(
                        "https://listenbrainz.org/track/6b9a509f-6907-4a6e-9345-2f12da09ba4b/",
                        "https://musicbrainz.org/recording/6b9a509f-6907-4a6e-9345-2f12da09ba4b");
        assertThat(page("/songs/a14")).contains("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC");
        assertThat(page("/songs/a23"))
                .contains("https://www.youtube.com/results?search_query=Artist+a2+A+two+three", "Search YouTube");
    }

    @Test
    void ofSomebodyElse_thereIsNoServer() {
        assertThat(page("/people/ann7")).doesNotContain("Open in");
        assertThat(page("/?user=ann7&n=100&owned=only")).doesNotContain("Open in");
        assertThat(page("/?user=&seed=a14&n=100"))
                .as("for nobody in particular")
                .contains("Open in navi");
    }

    @Test
    void addresses_signNobodyIn_andRunNothing() {
        run("UPDATE library SET web_url = 'https://ann:secret@music.example:8443/navi/?token=x#y'");
        assertThat(page("/songs/a11"))
                .contains("href=\"https://music.example:8443/navi/app/#/album/album-a11/show\"")
                .doesNotContain("secret", "token=x");
        run("UPDATE library SET web_url = 'javascript:alert(1)'");
        assertThat(page("/songs/a11")).doesNotContain("javascript:alert", "Open in");
        run("UPDATE library SET web_url = 'https://music.example', name = '<script>x</script>', kind = 'jellyfin'");
        run("UPDATE library_file SET external_id = '\"><script>alert(2)</script>' WHERE external_id = 'ext-a11'");
        assertThat(page("/songs/a11"))
                .contains("/web/#/details?id=%22%3E%3Cscript%3Ealert%282%29%3C%2Fscript%3E", "&lt;script&gt;x")
                .doesNotContain("<script>x", "<script>alert(2)");
    }
}
