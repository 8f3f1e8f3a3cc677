package org.segue.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.segue.api.Jobs;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.Services;

/** From Spotify's history to the link that opens a song there. */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class SpotifyLinksTest {

    @Test
    void songOfAnImportedHistory_opensInSpotify() {
        EmptyService.now();
        Jobs.imported(given().contentType("application/json")
                .queryParam("user", "anna")
                .body("""
                        [{"ts":"2024-03-01T12:00:00Z","ms_played":200000,"master_metadata_track_name":"Fern",
                          "master_metadata_album_artist_name":"Ada Moss","reason_end":"trackdone",
                          "spotify_track_uri":"spotify:track:4uLU6hMCjMI75M1A2tKUQC"}]"""));

        given().accept("text/html")
                .get("/songs/ada-moss-fern")
                .then()
                .statusCode(200)
                .body(containsString("href=\"https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC\""));
    }
}
