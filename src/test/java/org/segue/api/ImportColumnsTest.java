package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What requests say of the columns of tables, and of the listeners whom files name. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class ImportColumnsTest {

    private static final String FOREIGN = "Sanger;Lied;Wann\nBark;Tide;2024-05-31 20:15:00\n";
    private static final List<String> SAID = List.of("artist:Sanger", "title:#2", "time:Wann");

    @Test
    void tableOfUnknownColumns_isRefusedByThem_untilTheyAreSaid_andThenRemembered() {
        given().multiPart("file", "f.csv", bytes(FOREIGN))
                .post("/api/imports/preview?user=col-a")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("columns"))
                .body("detail", containsString("“Sanger”, “Lied”, “Wann”"));
        JsonPath preview = given().multiPart("file", "f.csv", bytes(FOREIGN))
                .queryParam("columns", SAID)
                .post("/api/imports/preview?user=col-a")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(preview.getList("tables[0].columns.column")).isEqualTo(List.of("Sanger", "Lied", "Wann"));
        assertThat(preview.getList("tables[0].columns.meaning")).isEqualTo(List.of("artist", "title", "time"));
        assertThat(preview.getString("tables[0].chosen")).isEqualTo("said");
        assertThat(preview.getString("tables[0].columns[1].examples[0]")).isEqualTo("Tide");

        JsonPath job = Jobs.imported(given().queryParam("upload", preview.getString("upload"))
                .queryParam("columns", SAID)
                .queryParam("user", "col-a"));

        assertThat(job.getString("error")).isNull();
        assertThat(job.getInt("listensAdded")).isEqualTo(1);
        assertThat(job.getList("listeners")).isEqualTo(List.of(Map.of("user", "col-a", "name", "col-a")));
        assertThat(job.getInt("listenersTotal")).isEqualTo(1);
        assertThat(given().multiPart("file", "f.csv", bytes(FOREIGN))
                        .post("/api/imports/preview?user=col-a")
                        .jsonPath()
                        .getString("tables[0].chosen"))
                .isEqualTo("remembered");
        JsonPath list = given().get("/api/imports/columns")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        int id = list.getInt("items.find { it.columns[0].name == 'Sanger' }.id");
        assertThat(list.getString("items.find { it.id == %d }.columns[1].meaning".formatted(id)))
                .isEqualTo("title");
        given().delete("/api/imports/columns/" + id).then().statusCode(204);
        given().delete("/api/imports/columns/" + id).then().statusCode(404);
        given().get("/api/imports/columns").then().body("items.id", not(org.hamcrest.Matchers.hasItem(id)));
        given().get("/api/imports/columns?limit=0").then().statusCode(422);
    }

    @Test
    void twoColumns_ofOneMeaning_andOtherNonsense_are422() {
        for (List<String> wrong : List.of(
                List.of("artist:Sanger", "artist:Lied"),
                List.of("plays:Sanger", "rating:Lied"),
                List.of("artist:Sanger", "title:Sanger"),
                List.of("singer:Sanger"),
                List.of("Sanger"))) {
            for (String call : List.of("/api/imports", "/api/imports/preview")) {
                given().multiPart("file", "f.csv", bytes(FOREIGN))
                        .queryParam("columns", wrong)
                        .post(call + "?user=col-b")
                        .then()
                        .statusCode(422)
                        .body("violations[0].field", equalTo("columns"))
                        .body("detail", containsString("“"));
            }
        }
        given().multiPart("file", "f.csv", bytes(FOREIGN))
                .queryParam("columns", "artist:<b>Interpret</b>", "title:#99")
                .post("/api/imports/preview?user=col-b")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("columns"));
    }

    @Test
    void tenThousandColumns_areReadInTime_andTheFirstAreTold() {
        String header = IntStream.range(0, 10_000)
                .mapToObj(i -> "<i>" + i)
                .collect(Collectors.joining(",", "artist,title,date,", ""));

        JsonPath preview = given().multiPart("file", "wide.csv", bytes(header + "\nBark,Tide,2024-05-31\n"))
                .post("/api/imports/preview?user=col-c")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(preview.getInt("listens")).isEqualTo(1);
        assertThat(preview.getList("tables[0].columns")).hasSize(100);
        assertThat(preview.getInt("tables[0].moreColumns")).isPositive();
    }

    @Test
    void kept_isReadAgain_andWithFilesOrUnknownRefused() {
        String upload = given().multiPart("file", "f.csv", bytes("artist,title,date\nBark,Tide,2024-05-31\n"))
                .post("/api/imports/preview?user=col-d")
                .jsonPath()
                .getString("upload");

        given().queryParam("upload", upload)
                .queryParam("columns", "title:artist", "artist:title")
                .post("/api/imports/preview")
                .then()
                .statusCode(200)
                .body("upload", equalTo(upload), "first[0].artist", equalTo("Tide"), "needsUser", equalTo(true));
        given().queryParam("upload", upload)
                .multiPart("file", "f.csv", bytes(FOREIGN))
                .post("/api/imports/preview")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("upload"));
        given().post("/api/imports/preview?upload=../x").then().statusCode(404);
    }

    @Test
    void listenersOfFiles_areJoined_oneForEach() {
        Jobs.importedTable("user=col-e", "artist,title,date\nOwn,Song,2024-05-30\n");
        String table = "user,artist,title,date\ncol-e_lb,Bark,Tide,2024-05-31\ncol-f,Moss,Fern,2024-05-31\n";
        JsonPath preview = given().multiPart("file", "f.csv", bytes(table))
                .post("/api/imports/preview")
                .jsonPath();
        assertThat(preview.getList("named.named")).isEqualTo(List.of("col-e_lb", "col-f"));

        JsonPath job = Jobs.imported(given().queryParam("upload", preview.getString("upload"))
                .queryParam("named", "col-e_lb")
                .queryParam("joined", "col-e"));

        assertThat(job.getList("listeners.name")).isEqualTo(List.of("col-e", "col-f"));
        assertThat(given().get("/api/users/col-e").jsonPath().getInt("listens")).isEqualTo(2);
        for (String wrong : List.of("named=a", "named=a&joined=b&user=c", "joined=b")) {
            given().multiPart("file", "f.csv", bytes(table))
                    .post("/api/imports?" + wrong)
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("joined"));
        }
    }

    @Test
    void removeDemo_isTrueOrFalse() {
        given().multiPart("file", "f.csv", bytes("user,song\ncol-g,s\n"))
                .post("/api/imports?removeDemo=maybe")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("removeDemo"));
        Jobs.importedTable("removeDemo=true&source=col", "user,song\ncol-g,s\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
