package org.segue.backgrounds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.segue.api.Jobs;
import org.segue.songmodel.SongModelSamples;
import org.segue.testsupport.DumpServer;
import org.segue.testsupport.EmptyService;

/** Song models as what Segue learns from: from an address, or along with the request. */
@QuarkusTest
@TestProfile(BackgroundsTest.OwnMirror.class)
@Timeout(300)
class SongModelBackgroundsTest {

    private static final int SONGS = 30;
    private static final String NAME = "made.segue-model";

    @TempDir
    Path folder;

    private byte[] model = {};

    @BeforeEach
    void put() throws IOException {
        EmptyService.now();
        Jobs.importedTable("user=anna", "artist,title,plays\nArtist 0,Song 0,3\nArtist 1,Song 4,2\n");
        model = Files.readAllBytes(SongModelSamples.write(folder.resolve(NAME), SONGS));
        BackgroundsTest.MIRROR.put(DumpServer.FOLDER + NAME, model);
    }

    @AfterEach
    void leaveNothing() {
        EmptyService.now();
    }

    private static String address(String file) {
        return BackgroundsTest.MIRROR.address().resolve(file).toString();
    }

    private static String wanted(String file, String more) {
        return "{\"kind\":\"songModel\",\"url\":\"%s\"%s}".formatted(address(file), more);
    }

    private static JsonPath recommended() {
        return given().contentType("application/json")
                .body("{\"user\":\"anna\"}")
                .post("/recommend")
                .jsonPath();
    }

    private static List<String> models() {
        return given().get("/api/models").jsonPath().getList("items.version");
    }

    @Test
    void songModel_atAnAddress_saysWhatItIs_isTakenInAndUndone() {
        JsonPath offer = given().queryParam("url", address(NAME))
                .get("/api/backgrounds/offers/song-model")
                .jsonPath();
        assertThat(offer.getString("license")).as(offer.prettify()).isEqualTo("CC0-1.0");
        assertThat(offer.getString("source.name")).isEqualTo("made");
        assertThat(offer.getString("name")).isEqualTo(NAME);
        assertThat(offer.getInt("songs")).isEqualTo(SONGS);
        assertThat(offer.getInt("listeners")).isEqualTo(12_000);
        assertThat(offer.getString("memory")).contains("30 songs of dimension 4 need about");
        assertThat(models()).isEmpty();

        JsonPath done = BackgroundsTest.ended(wanted(NAME, ",\"sha256\":\"%s\"".formatted(DumpServer.sha256(model))));

        assertThat(done.getString("status")).as(done.prettify()).isEqualTo("completed");
        assertThat(done.getList("names")).containsExactly(NAME);
        assertThat(models()).containsExactly(done.getString("model"));
        assertThat(recommended().getString("strategy")).isEqualTo("folded-in");
        assertThat(recommended().getList("items")).hasSize(10);

        given().delete("/api/backgrounds/" + done.getInt("id")).then().statusCode(200);

        assertThat(given().get("/api/backgrounds/" + done.getInt("id"))
                        .jsonPath()
                        .getString("status"))
                .isEqualTo("undone");
        assertThat(models()).isEmpty();
        assertThat(given().get("/api/songs?q=song 7").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void songModel_thatComesAlong_isTakenIn_andOneThatAnswersBesideAnotherIsNotUndone() {
        JsonPath first = taken(model);
        assertThat(first.getString("status")).as(first.prettify()).isEqualTo("completed");
        assertThat(first.getString("kind")).isEqualTo("songModel");
        JsonPath second = taken(model);
        assertThat(models()).hasSize(2);

        Response refused = given().delete("/api/backgrounds/" + first.getInt("id"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("activate another one first");

        given().delete("/api/backgrounds/" + second.getInt("id")).then().statusCode(200);
        given().delete("/api/backgrounds/" + first.getInt("id")).then().statusCode(200);
        assertThat(models()).isEmpty();
    }

    private static JsonPath taken(byte[] file) {
        return Jobs.ended(
                given().multiPart("file", NAME, file)
                        .post("/api/backgrounds?kind=songModel")
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath(),
                "backgrounds");
    }

    @Test
    void songModel_damagedOrWithAnotherChecksum_isRefusedInWords_andNothingChanges() {
        byte[] damaged = model.clone();
        damaged[damaged.length / 2] ^= 1;
        BackgroundsTest.MIRROR.put(DumpServer.FOLDER + "damaged.segue-model", damaged);

        assertThat(BackgroundsTest.ended(wanted("damaged.segue-model", "")).getString("status"))
                .isEqualTo("failed");
        assertThat(BackgroundsTest.ended(wanted(NAME, ",\"sha256\":\"%s\"".formatted("0".repeat(64))))
                        .getString("error"))
                .contains("SHA-256");
        assertThat(taken("no model".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .getString("error"))
                .isNotBlank();
        assertThat(models()).isEmpty();
    }

    @Test
    void songModel_withoutAnAddressOrAFile_is422() {
        for (String wrong : List.of(
                "{\"kind\":\"songModel\"}",
                "{\"kind\":\"songModel\",\"upload\":\"x\"}",
                "{\"kind\":\"songModel\",\"url\":\"http://example.org/x\"}",
                "{\"kind\":\"songModel\",\"url\":\"https://example.org/x\",\"upload\":\"x\"}")) {
            given().contentType("application/json")
                    .body(wrong)
                    .post("/api/backgrounds")
                    .then()
                    .statusCode(422);
        }
        given().multiPart("other", "words")
                .post("/api/backgrounds?kind=songModel")
                .then()
                .statusCode(422);
        for (String url : List.of("http://example.org/x", "file:///etc/passwd", "", address("none.segue-model"))) {
            given().queryParam("url", url)
                    .get("/api/backgrounds/offers/song-model")
                    .then()
                    .statusCode(422);
        }
        BackgroundsTest.MIRROR.put(
                DumpServer.FOLDER + "words", "no model, but words".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        given().queryParam("url", address("words"))
                .get("/api/backgrounds/offers/song-model")
                .then()
                .statusCode(422);
    }
}
