package org.segue.protocols.audiomuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.testsupport.AdministratorHeader;

/** The calls of the plugins there are, to the letter. */
@QuarkusTest
@TestProfile(PlayersHousehold.Profile.class)
class PluginCallsTest {

    @Inject
    PlayersHousehold household;

    private String token = "";

    @BeforeEach
    void moveIn() {
        household.moveIn();
        token = token("Attic");
    }

    private String token(String library) {
        return bearer(AdministratorHeader.TOKEN)
                .post("/api/libraries/%d/token".formatted(household.library(library)))
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    @Test
    void navidrome_songArtistAndPath() {
        bearer(token)
                .get("/api/similar_tracks?eliminate_duplicates=true&item_id=nv-a11&n=5&radius_similarity=true")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("$", hasSize(5))
                .body("[0].item_id", startsWith("nv-"))
                .body("[0].title", startsWith("A "))
                .body("[0].author", startsWith("Artist a"));
        bearer(token)
                .get("/api/similar_artists?artist=ar-a1&include_component_matches=true&n=5")
                .then()
                .statusCode(200)
                .body("$", hasSize(5))
                .body("[0].component_matches[0].artist1_representative_songs[0].item_id", startsWith("nv-"))
                .body("[0].component_matches[0].artist2_representative_songs[0].title", startsWith("A "));
        bearer(token)
                .get("/api/similar_artists?artist=ar-a1&include_component_matches=false&n=5")
                .then()
                .statusCode(200)
                .body("[0].artist", startsWith("Artist a"))
                .body("[0].artist_id", startsWith("ar-a"));
        bearer(token)
                .get(
                        "/api/find_path?count=5&end_song_id=nv-a33&max_steps=5&mood_pct=100&path_fix_size=false&start_song_id=nv-a11")
                .then()
                .statusCode(200)
                .body("path", hasSize(5))
                .body("path[0].item_id", equalTo("nv-a11"));
    }

    @Test
    void navidrome_newestPlugin_saysItsServer() {
        nobody().get(
                        "/api/similar_tracks?eliminate_duplicates=true&item_id=tr-1&n=5&radius_similarity=true&server=Attic")
                .then()
                .statusCode(200)
                .body("$", hasSize(5));
    }

    @Test
    void jellyfin_healthMixAndArtists() {
        String jellyfin = token("Cellar");
        nobody().get("/").then().statusCode(200).contentType(containsString("text/html"));
        bearer(jellyfin).get("/").then().statusCode(200);
        bearer(jellyfin)
                .get("/api/similar_tracks?n=3&item_id=jf-b11")
                .then()
                .statusCode(200)
                .body("$", hasSize(3))
                .body("[0].item_id", oneOf("jf-b12", "jf-b13", "jf-b14", "tr-1"));
        bearer(jellyfin)
                .get("/api/similar_artists?n=50&artist_id=jf-artist-b1")
                .then()
                .statusCode(200)
                .body("size()", greaterThan(3));
        bearer(jellyfin)
                .get("/api/search_tracks?title=B one&artist=Artist b1")
                .then()
                .statusCode(200)
                .body("[0].item_id", startsWith("jf-"));
        bearer(jellyfin)
                .get("/api/find_path?start_song_id=jf-b11&end_song_id=jf-b13&max_steps=4")
                .then()
                .statusCode(200)
                .body("path.size()", greaterThan(1));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/analysis/start",
        "POST, /api/clustering/start",
        "POST, /api/create_playlist",
        "POST, /api/cancel/some-task",
        "POST, /api/cancel_all/main_analysis",
        "POST, /api/alchemy",
        "GET, /api/active_tasks",
        "GET, /api/last_task",
        "POST, /api/clap/search",
        "GET, /api/clap/stats",
        "POST, /api/lyrics/search/text"
    })
    void tasksOfAudioMuse_areNotHere_andSaySo(String method, String path) {
        nobody().contentType("application/json")
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(404)
                .body("detail", containsString("Switch this task off"));
        bearer(token).request(method, path).then().statusCode(404);
    }

    @Test
    void musicAssistant_healthAndSimilar() {
        nobody().get("/api/health").then().statusCode(200).body("status", equalTo("ok"));
        bearer(token).get("/api/health").then().statusCode(200).body("status", equalTo("ok"));
        bearer(token)
                .get("/api/similar_tracks?item_id=nv-a11&n=25")
                .then()
                .statusCode(200)
                .body("[0].item_id", startsWith("nv-"));
    }

    @Test
    void ampache_triesItsOwnId_thenSubsonics_withoutAToken() {
        nobody().accept("application/json")
                .get("/api/similar_tracks?item_id=11&n=5")
                .then()
                .statusCode(200)
                .body("$", hasSize(0));
        nobody().accept("application/json")
                .get("/api/similar_tracks?item_id=nv-a11&n=5")
                .then()
                .statusCode(200)
                .body("$", hasSize(5));
        nobody().get("/api/find_path?start_song_id=nv-a11&end_song_id=nv-a33&max_steps=6")
                .then()
                .statusCode(200)
                .body("path", hasSize(6));
    }

    @Test
    void wrongToken_isRefused_andShutsNobodyOut() {
        for (int call = 0; call < 20; call++) {
            bearer("no-such-token")
                    .get("/api/similar_tracks?item_id=nv-a11&n=5")
                    .then()
                    .statusCode(401)
                    .body("status", equalTo(401));
        }
        bearer(AdministratorHeader.TOKEN).get("/api/tokens").then().statusCode(200);
        bearer(token).get("/api/similar_tracks?item_id=nv-a11&n=5").then().statusCode(200);
    }

    @Test
    void token_opensMixesAlone_untilItIsRevokedOrAnotherIsMade() {
        int attic = household.library("Attic");
        bearer(token).get("/api/tokens").then().statusCode(401);
        String next = token("Attic");
        assertThat(next).isNotEqualTo(token);
        bearer(token).get("/api/health").then().statusCode(401);
        bearer(next).get("/api/health").then().statusCode(200);
        bearer(AdministratorHeader.TOKEN)
                .delete("/api/libraries/%d/token".formatted(attic))
                .then()
                .statusCode(204);
        bearer(next).get("/api/health").then().statusCode(401);
        bearer(AdministratorHeader.TOKEN)
                .delete("/api/libraries/%d/token".formatted(attic))
                .then()
                .statusCode(404);
        bearer(AdministratorHeader.TOKEN)
                .post("/api/libraries/999999/token")
                .then()
                .statusCode(404)
                .body("detail", containsString("999999"));
    }
}
