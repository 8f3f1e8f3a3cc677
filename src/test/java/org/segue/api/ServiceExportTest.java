package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.imports.formats.BinaryFixtures;
import org.segue.imports.formats.ServiceFixtures;

/** What services told of a listener goes out with the listener's export, which adds nothing when it comes back. */
@QuarkusTest
class ServiceExportTest extends UserTests {

    @TempDir
    Path folder;

    @Test
    void export_ofWhatServicesTold_takenInAgain_addsNothing() {
        for (byte[] export : List.of(
                BinaryFixtures.deezer(BinaryFixtures.HISTORY),
                ServiceFixtures.ITUNES.getBytes(StandardCharsets.UTF_8),
                ServiceFixtures.EXPORTIFY.getBytes(StandardCharsets.UTF_8),
                ServiceFixtures.YOUTUBE.getBytes(StandardCharsets.UTF_8),
                ServiceFixtures.CLOCKLESS_LOG.getBytes(StandardCharsets.UTF_8))) {
            imported(given().queryParam("user", t + "anna").multiPart("file", "file", export));
        }
        JsonPath before = user("anna");
        byte[] zip = given().get("/api/users/%sanna/export".formatted(t)).asByteArray();

        JsonPath again = imported(given().multiPart("file", "export.zip", zip));

        assertThat(before.getInt("listens")).isPositive();
        assertThat(again.getInt("listensAdded")).isZero();
        JsonPath after = user("anna");
        for (String known : List.of("listens", "plays", "songs", "topArtists.name")) {
            assertThat(after.<Object>get(known)).as(known).isEqualTo(before.get(known));
        }
    }

    @Test
    void export_ofAUserOfNavidrome_takenInAgain_addsNothing() {
        List<String> statements = BinaryFixtures.NAVIDROME.stream()
                .map(sql -> sql.replace("'anna'", "'%sanna'".formatted(t)).replace("'ben'", "'%sben'".formatted(t)))
                .toList();
        imported(given().multiPart("file", "navidrome.db", BinaryFixtures.database(folder, statements)));
        String anna = "/api/users/%sanna".formatted(t);
        JsonPath before = given().get(anna).jsonPath();

        JsonPath again = imported(given().multiPart(
                        "file", "export.zip", given().get(anna + "/export").asByteArray()));

        assertThat(before.getInt("listens")).isEqualTo(2);
        assertThat(again.getInt("listensAdded")).isZero();
        JsonPath after = given().get(anna).jsonPath();
        for (String known : List.of("listens", "plays", "songs")) {
            assertThat(after.<Object>get(known)).as(known).isEqualTo(before.get(known));
        }
    }

    @Test
    void exportOfSeveralPeople_isAskedWhoTheyAre_andEachIsWhoTheRequestSays() {
        for (String export : List.of(ServiceFixtures.TAUTULLI, ServiceFixtures.JELLYFIN_BACKUP)) {
            String text = export.replace("\"anna\"", "\"%sanna\"".formatted(t))
                    .replace("\"ben\"", "\"%sben\"".formatted(t))
                    .replace("cafe000000000000000000000000000", "cafe00000000000000000000000000" + digits());
            byte[] file = text.getBytes(StandardCharsets.UTF_8);
            List<String> named = given().multiPart("file", "file", file)
                    .post("/api/imports/preview")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("named.named");
            assertThat(named).hasSize(2);

            // Whose the play of "Harbour Lights" is.
            String listener = named.stream().sorted().findFirst().orElseThrow();
            imported(given().queryParam("named", listener)
                    .queryParam("joined", t + "carl")
                    .queryParam("zone", "UTC")
                    .multiPart("file", "file", file));

            assertThat(user("carl").getInt("listens"))
                    .as("one play of which both tell")
                    .isEqualTo(1);
        }
    }

    // A number of two digits for each test.
    private String digits() {
        return "%02d".formatted(Integer.parseInt(t.replaceAll("\\D", "")) % 100);
    }

    private static JsonPath imported(io.restassured.specification.RequestSpecification request) {
        JsonPath job = Jobs.imported(request);
        assertThat(job.getString("status")).as(job.prettify()).isEqualTo("completed");
        return job;
    }
}
