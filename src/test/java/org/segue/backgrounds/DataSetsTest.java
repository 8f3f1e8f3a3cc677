package org.segue.backgrounds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.segue.api.Jobs;
import org.segue.testsupport.DumpServer;

/** Data sets of one's own as a background: from an address, or along with the request. */
@QuarkusTest
@TestProfile(BackgroundsTest.OwnMirror.class)
@Timeout(300)
class DataSetsTest {

    @AfterEach
    void undoAll() {
        BackgroundsTest.undoEverything();
    }

    private static byte[] dataSet() {
        StringBuilder rows = new StringBuilder("user,song,title,artist,plays\n");
        for (int user = 0; user < 12; user++) {
            for (int song = 0; song < 10; song++) {
                rows.append("set%d,s%d,Set Song %d,Set Artist,2%n".formatted(user, song, song));
            }
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String fromAddress(String file, String more) {
        return "{\"kind\":\"import\",\"url\":\"%s\"%s}"
                .formatted(BackgroundsTest.MIRROR.address().resolve(file), more);
    }

    @Test
    void dataSet_fromAnAddress_isTakenIn_andCheckedIfThatIsAsked() {
        BackgroundsTest.MIRROR.put(DumpServer.FOLDER + "set.csv", dataSet());
        BackgroundsTest.MIRROR.fault(DumpServer.FOLDER + "set.csv", DumpServer.breaksOff(1));

        JsonPath done = BackgroundsTest.ended(
                fromAddress("set.csv", ",\"sha256\":\"" + DumpServer.sha256(dataSet()) + "\",\"users\":9"));

        assertThat(done.getString("status")).as(done.prettify()).isEqualTo("completed");
        assertThat(done.getInt("listeners")).isEqualTo(9);
        assertThat(done.getString("url")).endsWith("set.csv");
        assertThat(done.getList("names", String.class)).containsExactly("set.csv");
    }

    @Test
    void dataSet_fromAnAddress_thatCannotBeHad_isSaid_andNothingIsKept() {
        BackgroundsTest.MIRROR.put(DumpServer.FOLDER + "set.csv", dataSet());
        BackgroundsTest.MIRROR.put(DumpServer.FOLDER + "large.csv", dataSet());
        BackgroundsTest.MIRROR.says(DumpServer.FOLDER + "large.csv", 3_000_000_000L);

        assertThat(BackgroundsTest.ended(fromAddress("set.csv", ",\"sha256\":\"" + "0".repeat(64) + "\""))
                        .getString("error"))
                .contains("SHA-256");
        assertThat(BackgroundsTest.ended(fromAddress("none.csv", "")).getString("error"))
                .contains("(HTTP 404)");
        assertThat(BackgroundsTest.ended(fromAddress("large.csv", "")).getString("error"))
                .contains("3.0 GB", "limit for a data set is 2 GB");
        assertThat(BackgroundsTest.strangers()).isZero();
        for (String wrong : List.of(
                "{\"kind\":\"import\",\"url\":\"http://example.org/set.csv\"}",
                "{\"kind\":\"import\",\"url\":\"file:///etc/passwd\"}",
                "{\"kind\":\"import\",\"url\":\"https://example.org/x\",\"sha256\":\"12\"}",
                "{\"kind\":\"import\",\"url\":\"https://example.org/x\",\"upload\":\"x\"}",
                "{\"kind\":\"import\",\"upload\":\"x\",\"sha256\":\"%s\"}".formatted("0".repeat(64)),
                "{\"kind\":\"listenbrainz\",\"url\":\"https://example.org/x\"}")) {
            given().contentType("application/json")
                    .body(wrong)
                    .post("/api/backgrounds")
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void dataSet_thatComesAlong_isTakenIn() {
        JsonPath done = Jobs.ended(
                given().multiPart("file", "set.csv", dataSet())
                        .post("/api/backgrounds?users=7")
                        .then()
                        .statusCode(202)
                        .header("Location", startsWith("backgrounds/"))
                        .extract()
                        .jsonPath(),
                "backgrounds");

        assertThat(done.getString("status")).as(done.prettify()).isEqualTo("completed");
        assertThat(done.getString("kind")).isEqualTo("import");
        assertThat(BackgroundsTest.strangers()).isEqualTo(7);
        given().multiPart("other", "words").post("/api/backgrounds").then().statusCode(422);
        given().multiPart("file", "set.csv", dataSet())
                .post("/api/backgrounds?users=0")
                .then()
                .statusCode(422);
    }
}
