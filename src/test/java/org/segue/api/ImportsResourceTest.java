package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportsResourceTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String HISTORY = """
            [{"ts":"2023-03-01T20:03:30Z","ms_played":210000,"master_metadata_track_name":"Preview Song",
              "master_metadata_album_artist_name":"Preview Artist","master_metadata_album_album_name":null},
             {"ts":"2023-03-01T20:03:40Z","ms_played":2000,"master_metadata_track_name":"Preview Skip",
              "master_metadata_album_artist_name":"Preview Artist"},
             {"ts":"2023-03-01T20:04:40Z","ms_played":2000,"master_metadata_track_name":null,
              "master_metadata_album_artist_name":null},
             {"ts":"2099-03-01T20:04:40Z","ms_played":2000,"master_metadata_track_name":"x",
              "master_metadata_album_artist_name":"y"}]
            """;
    private static final String CSV =
            "user,song,plays,title,artist\nimp-a,imp-x,3,Imported,Importer\nimp-b,imp-x,0,,\n";

    @Test
    void post_multipart_isAcceptedAndFollowed() {
        String location = given().multiPart("file", "my.csv", bytes(CSV))
                .queryParam("source", "multipart")
                .post("/api/imports")
                .then()
                .statusCode(202)
                .body("status", equalTo("queued"))
                .body("source", equalTo("multipart"))
                .body("error", nullValue())
                .extract()
                .header("Location");
        int id = Integer.parseInt(location.substring(location.lastIndexOf('/') + 1));
        assertThat(location).endsWith("imports/" + id);
        JsonPath job = Jobs.ended(new JsonPath("{\"id\":" + id + "}"), "imports");

        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(job.getString("format")).isEqualTo("table");
        assertThat(job.getInt("rowsRead")).isEqualTo(2);
        assertThat(job.getInt("interactionsAdded")).isEqualTo(1);
        assertThat(job.getInt("badRows.count")).isEqualTo(1);
        assertThat(job.getString("badRows.first[0].file")).isEqualTo("my.csv");
        assertThat(job.getInt("badRows.first[0].line")).isEqualTo(3);
        assertThat(job.getString("finishedAt")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    @Test
    void post_severalFiles_areOneImport() {
        JsonPath job = Jobs.imported(given().queryParam("source", "several")
                .multiPart("file", "user_artists.dat", bytes("userID\tartistID\tweight\n2\t51\t9\n"))
                .multiPart("file", "artists.dat", bytes("id\tname\turl\tpictureURL\n51\tSeveral Names\tu\tp\n")));

        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(job.getString("format")).isEqualTo("hetrec");
        given().queryParam("q", "several").get("/api/songs").then().body("items.title", hasItem("Several Names"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/csv", "application/octet-stream", "application/x-www-form-urlencoded", "application/gzip"})
    void post_rawBody_isOneFile(String contentType) throws IOException {
        byte[] body = contentType.endsWith("gzip") ? gzip(CSV) : bytes(CSV);
        JsonPath job = Jobs.imported(given().config(Raw.CONFIG)
                .queryParam("source", "raw")
                .contentType(contentType)
                .body(body));

        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(job.getString("badRows.first[0].file")).isEqualTo("body");
    }

    @Test
    void post_userInTheQuery_isWhoseListensTheyAre() {
        JsonPath job = Jobs.imported(given().queryParam("source", "query")
                .queryParam("user", "imp-query")
                .multiPart("file", "l.csv", bytes("song,artist,timestamp\nOne,Artist,1700000000\n")));

        assertThat(job.getInt("listensAdded")).isEqualTo(1);
        given().queryParam("q", "imp-query").get("/api/users").then().body("items.id", hasItem("imp-query"));
    }

    @Test
    void post_noHistory_failsInWords() {
        JsonPath job = Jobs.imported("none", "name,age\nanna,7\n");

        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("error")).contains("file.csv looks like a table", "“name”, “age”");
    }

    @Test
    void post_noFile_is422() {
        given().multiPart("note", "no file at all")
                .post("/api/imports")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("violations[0].field", equalTo("file"));
        given().contentType("text/csv")
                .post("/api/imports")
                .then()
                .statusCode(422)
                .contentType(PROBLEM);
    }

    @Test
    void post_badParameters_are422AndNamed() {
        given().queryParam("format", "mp3")
                .multiPart("file", "f", bytes(CSV))
                .post("/api/imports")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("violations[0].field", equalTo("format"))
                .body("detail", containsString("taste-profile"));
        given().queryParam("source", "../etc")
                .multiPart("file", "f", bytes(CSV))
                .post("/api/imports")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("violations[0].field", endsWith("source"));
        given().queryParam("user", "u".repeat(501))
                .multiPart("file", "f", bytes(CSV))
                .post("/api/imports")
                .then()
                .statusCode(422)
                .body("violations[0].field", endsWith("user"));
    }

    @Test
    void post_brokenMultipart_isNoServerError() {
        given().config(Raw.CONFIG)
                .contentType("multipart/form-data; boundary=x")
                .body(bytes("--y\r\nnonsense"))
                .post("/api/imports")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void post_fileLargerThanOtherBodiesMayBe_isAccepted() {
        StringBuilder csv = new StringBuilder("user,song,title\n");
        for (int i = 0; i < 30_000; i++) {
            csv.append("imp-large,l")
                    .append(i % 50)
                    .append(",")
                    .append("t".repeat(60))
                    .append('\n');
        }
        assertThat(csv.length()).isGreaterThan(2 << 20);
        JsonPath job = Jobs.imported("large", csv.toString());

        assertThat(job.getInt("rowsRead")).isEqualTo(30_000);
        assertThat(job.getInt("interactionsAdded")).isEqualTo(50);
    }

    @Test
    void preview_tellsWhatAnImportWouldDo_andItsUploadIsImportedOnce() {
        String before = given().get("/api/imports?limit=1")
                .then()
                .extract()
                .path("total")
                .toString();
        JsonPath preview = given().multiPart("file", "endsong_0.json", bytes(HISTORY))
                .post("/api/imports/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(preview.getString("format")).isEqualTo("spotify-extended");
        assertThat(preview.getString("files[0].name")).isEqualTo("endsong_0.json");
        assertThat(preview.getBoolean("needsUser")).isTrue();
        assertThat(preview.getInt("rowsRead")).isEqualTo(4);
        assertThat(preview.getInt("listens")).isEqualTo(1);
        assertThat(preview.getInt("skips")).isEqualTo(1);
        assertThat(preview.getString("from")).isEqualTo("2023-03-01T20:00:00Z");
        assertThat(preview.getString("first[0].title")).isEqualTo("Preview Song");
        assertThat(preview.getString("first[0].user")).isNull();
        assertThat(preview.getMap("skipped")).containsEntry("podcast, audiobook, or video", 1);
        assertThat(preview.getInt("badRows.count")).isEqualTo(1);
        assertThat(given().get("/api/imports?limit=1")
                        .then()
                        .extract()
                        .path("total")
                        .toString())
                .as("imports")
                .isEqualTo(before);

        String upload = preview.getString("upload");
        JsonPath job = Jobs.imported(given().queryParam("upload", upload).queryParam("user", "imp-preview"));
        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(job.getInt("listensAdded")).isEqualTo(1);
        given().queryParam("upload", upload)
                .post("/api/imports")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("detail", containsString("kept for an hour"));
    }

    @Test
    void preview_rawBody_isOneFile() {
        given().config(Raw.CONFIG)
                .contentType("application/octet-stream")
                .body(bytes(HISTORY))
                .queryParam("user", "imp-raw-preview")
                .post("/api/imports/preview")
                .then()
                .statusCode(200)
                .body("needsUser", equalTo(false))
                .body("first[0].user", equalTo("imp-raw-preview"));
    }

    @Test
    void preview_noHistory_is422InWords() {
        given().multiPart("file", "f.txt", bytes("nothing"))
                .post("/api/imports/preview")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("violations[0].field", equalTo("file"))
                .body("detail", containsString("recognize the format of f.txt"));
        given().contentType("text/csv").post("/api/imports/preview").then().statusCode(422);
    }

    @Test
    void datesOfATable_areReadAsTheRequestSays_andAskedForIfItDoesNot() {
        byte[] table = bytes("artist,title,mood,date\nOpen,Tides,x,12/10/2017 21:47\n");
        given().multiPart("file", "f.csv", table)
                .queryParam("user", "imp-dates")
                .post("/api/imports/preview")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("dateOrder"))
                .body("detail", containsString("12/10/2017 21:47"));
        JsonPath preview = given().multiPart("file", "f.csv", table)
                .queryParam("user", "imp-dates")
                .queryParam("dateOrder", "mdy")
                .queryParam("zone", "+02:00")
                .post("/api/imports/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(preview.getString("from")).isEqualTo("2017-12-10T19:47:00Z");
        assertThat(preview.getList("notes")).containsExactly("f.csv: unused columns: “mood”.");
        for (String wrong : List.of(
                "dateOrder=ymd", "zone=Mars/Base", "encoding=windows-1", "encoding=UTF-16", "encoding=IBM500")) {
            given().multiPart("file", "f.csv", table)
                    .post("/api/imports?" + wrong)
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo(wrong.substring(0, wrong.indexOf('='))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "00000000-0000-0000-0000-000000000000", "x"})
    void post_unknownUpload_is404(String upload) {
        given().queryParam("upload", upload)
                .post("/api/imports")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
    }

    @Test
    void post_uploadAndFiles_is422() {
        given().queryParam("upload", "00000000-0000-0000-0000-000000000000")
                .multiPart("file", "f", bytes(CSV))
                .post("/api/imports")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("upload"));
    }

    @Test
    void post_historyWithoutUser_failsInWords() {
        JsonPath job = Jobs.imported(given().multiPart("file", "endsong_0.json", bytes(HISTORY)));

        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("error")).contains("endsong_0.json doesn’t name a user");
    }

    @Test
    void delete_completed_isUndoneOnce() {
        int id = Jobs.imported("undone", "user,song\nimp-undone,imp-u\n").getInt("id");
        given().delete("/api/imports/" + id).then().statusCode(200).body("status", equalTo("undone"));
        given().delete("/api/imports/" + id)
                .then()
                .statusCode(409)
                .contentType(PROBLEM)
                .body("detail", containsString("is undone"));

        Jobs.eventually(() ->
                given().queryParam("q", "imp-undone").get("/api/users").then().body("total", equalTo(0)));
    }

    @Test
    void get_unknownOrNoNumber_is404() {
        given().get("/api/imports/99999").then().statusCode(404).contentType(PROBLEM);
        given().delete("/api/imports/99999").then().statusCode(404).contentType(PROBLEM);
        given().get("/api/imports/seven").then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void list_inParts_isNewestFirstAndWhole() {
        for (int i = 0; i < 3; i++) {
            Jobs.imported("listed", CSV);
        }
        List<Integer> all =
                given().get("/api/imports?limit=500").then().extract().path("items.id");
        JsonPath first = given().get("/api/imports?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath second = given().get("/api/imports?limit=2&cursor=" + first.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(all).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(first.getInt("total")).isEqualTo(all.size());
        assertThat(first.getList("items.id", Integer.class)).isEqualTo(all.subList(0, 2));
        assertThat(second.getList("items.id", Integer.class).get(0)).isEqualTo(all.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=ten", "cursor=0", "cursor=x"})
    void list_badParameters_are422(String query) {
        given().get("/api/imports?" + query).then().statusCode(422).contentType(PROBLEM);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(text));
        }
        return packed.toByteArray();
    }
}
