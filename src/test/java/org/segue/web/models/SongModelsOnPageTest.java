package org.segue.web.models;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.segue.web.Forms.send;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.access.Asking;
import org.segue.songmodel.SongModelSamples;
import org.segue.testsupport.EmptyService;

/** Song models as browsers bring them, without script too. */
@QuarkusTest
class SongModelsOnPageTest {

    @TempDir
    Path folder;

    @BeforeEach
    void beEmpty() {
        EmptyService.now();
    }

    private static RequestSpecification form(Path file) {
        return given().redirects().follow(false).multiPart("file", file.toFile());
    }

    // Other classes ask the same service, and an active song model would answer them.
    @AfterEach
    void leaveNothing() {
        EmptyService.now();
    }

    @Test
    void songModel_isTakenIn_shownWithWhereItComesFrom_andDeleted() throws IOException {
        Path file = SongModelSamples.write(folder.resolve("sample.segue-model"), 5);

        form(file).post("/models").then().statusCode(303);

        String version = given().get("/api/models").jsonPath().getString("items[0].version");
        given().get("/models")
                .then()
                .statusCode(200)
                .body(
                        containsString("5 of 5 songs, from 12,000 listeners"),
                        containsString("made, 2026-11, https://example.org/data"),
                        containsString("license CC0-1.0"),
                        containsString("action=\"models/" + version + "/delete\""),
                        not(containsString("api/models/" + version + "/export")));
        send("/models/" + version + "/delete", Map.of())
                .statusCode(200)
                .body(containsString("You can’t undo this."), containsString("name=\"sure\""));
        send("/models/" + version + "/delete", Map.of("sure", "true")).statusCode(303);
        assertThat(given().get("/api/models").jsonPath().getInt("total")).isZero();
        send("/models/" + version + "/delete", Map.of("sure", "true")).statusCode(303);
    }

    @Test
    void songModel_thatIsNone_isRefusedAtItsField() throws IOException {
        Path file = Files.writeString(folder.resolve("x.zip"), "no zip");

        form(file)
                .post("/models")
                .then()
                .statusCode(422)
                .body(containsString("This isn&#39;t a song model"), containsString("href=\"imports\""));
        given().multiPart("other", "x")
                .post("/models")
                .then()
                .statusCode(422)
                .body(containsString("Choose one song model file"));
        Asking.nobody().get("/models").then().body(not(containsString("song-model-file")));
    }
}
