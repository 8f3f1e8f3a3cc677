package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** All that is known of a user in one file, and what comes of importing it again. */
@QuarkusTest
class UserExportTest extends UserTests {

    @Test
    void export_isAZipInTheShapeOfListenBrainz_andCountsCanBeImportedAgain() throws IOException {
        anna();
        counts("s5,\"Say \"\"Hi\"\", Five\",Artist @c,@anna,2.5");
        table("song,title,artist,user,rating", "s6,Six,Artist @c,@anna,4.5");
        verdict("anna", "s2", "love");
        verdict("anna", "s3", "dislike");
        verdict("anna", "s4", "ban");

        Response answer = given().get("/api/users/%sanna/export".formatted(t));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"listenbrainz_%sanna_\\d+\\.zip\"".formatted(t));
        Map<String, String> files = unzip(answer.asByteArray());
        assertThat(files.keySet())
                .containsExactly(
                        "user.json",
                        "listens/2020/9.jsonl",
                        "listens/2023/11.jsonl",
                        "feedback.jsonl",
                        "counts.csv",
                        "ratings.csv",
                        "segue.jsonl");
        assertThat(JsonPath.from(file(files, "user.json")).getString("username"))
                .isEqualTo(t + "anna");
        List<String> november = lines(files, "listens/2023/11.jsonl");
        assertThat(november).hasSize(3);
        JsonPath first = JsonPath.from(november.get(0));
        assertThat(first.getLong("listened_at")).isEqualTo(1700000000);
        assertThat(first.getString("track_metadata.track_name")).isEqualTo("One");
        assertThat(first.getString("track_metadata.artist_name")).isEqualTo("Artist " + t + "a");
        JsonPath love = JsonPath.from(lines(files, "feedback.jsonl").get(0));
        assertThat(love.getInt("score")).isEqualTo(1);
        assertThat(love.getString("recording_msid"))
                .isEqualTo(JsonPath.from(november.get(1)).getString("track_metadata.additional_info.recording_msid"));
        assertThat(lines(files, "feedback.jsonl")).hasSize(2);
        assertThat(lines(files, "segue.jsonl")).hasSize(3);
        assertThat(file(files, "segue.jsonl")).contains("\"verdict\":\"ban\"");

        Jobs.imported(t + "again", file(files, "counts.csv"));
        JsonPath again =
                given().get("/api/users/%1$sagain:%1$sanna".formatted(t)).jsonPath();
        assertThat(again.getInt("songs")).isEqualTo(2);
        assertThat(again.getInt("plays")).isEqualTo(10);
        assertThat(again.getList("topArtists.name")).containsExactly("Artist " + t + "b", "Artist " + t + "c");
    }

    @Test
    void export_importedAfterForgetting_bringsTheSameBack() {
        anna();
        verdict("anna", "s2", "love");
        verdict("anna", "s3", "dislike");
        JsonPath before = user("anna");
        List<String> listens = listenTimes();
        byte[] zip = given().get("/api/users/%sanna/export".formatted(t)).asByteArray();
        given().delete("/api/users/%sanna".formatted(t)).then().statusCode(204);
        given().get("/api/users/%sanna".formatted(t)).then().statusCode(404);

        Jobs.imported(given().multiPart("file", "export.zip", zip));

        JsonPath after = user("anna");
        for (String known :
                List.of("name", "listens", "plays", "songs", "firstListen", "lastListen", "topArtists.name")) {
            assertThat(after.<Object>get(known)).as(known).isEqualTo(before.get(known));
        }
        assertThat(listenTimes()).isEqualTo(listens);
        assertThat(given().get("/api/users/%sanna/feedback".formatted(t))
                        .jsonPath()
                        .getList("items.verdict"))
                .containsExactlyInAnyOrder("love", "dislike");
    }

    @Test
    void export_importedAfterForgetting_isTheSameExport() throws IOException {
        anna();
        counts("s5,Five,Artist @c,@anna,2");
        table("song,title,artist,user,rating", "s5,Five,Artist @c,@anna,3.5", "s6,Six,Artist @c,@anna,4");
        keep("Mine", "s5", "s1", "s3");
        keep("Another", "s2");
        skip("Artist " + t + "b", "Three", 1_600_000_500);
        nameless();
        verdict("anna", "s2", "love");
        verdict("anna", "s3", "ban");
        verdict("anna", "s7", "ban");
        feedback("artists/artist-" + t + "c", "{\"verdict\":\"ban\",\"until\":\"2099-01-01T00:00:00Z\"}");
        Map<String, String> before = export();
        assertThat(file(before, "segue.jsonl"))
                .contains("\"skip\"", "\"artist_name\":\"Artist " + t + "c\"", "4070908800");
        assertThat(before).containsKeys("counts.csv", "ratings.csv");
        assertThat(before.keySet().stream().filter(name -> name.startsWith("playlists/")))
                .hasSize(2);
        byte[] zip = given().get("/api/users/%sanna/export".formatted(t)).asByteArray();
        given().delete("/api/users/%sanna".formatted(t)).then().statusCode(204);

        JsonPath job = Jobs.imported(given().multiPart("file", "export.zip", zip));

        assertThat(job.getInt("badRows.count")).isZero();
        assertThat(job.getMap("skipped")).isEqualTo(Map.of("played for less than 30 seconds (kept as a skip)", 1));
        assertThat(export()).isEqualTo(before);
        assertThat(user("anna").getString("name")).isEqualTo(t + "anna");
        Jobs.imported(given().multiPart("file", "export.zip", zip));
        assertThat(export()).as("twice is once").isEqualTo(before);
        given().delete("/api/imports/" + (job.getInt("id") + 1)).then().statusCode(200);
        given().delete("/api/imports/" + job.getInt("id")).then().statusCode(200);
        Jobs.eventually(
                () -> given().get("/api/users/%sanna".formatted(t)).then().statusCode(404));
    }

    @Test
    void export_textsThatSpreadsheetsTakeForFormulas_areNoneThere_andComeBackAsTheyWere() throws IOException {
        counts("s1,=cmd|' /C calc'!A0,+Artist @,@anna,3", "s2,-Two,'Brook @,@anna,4", "s3,'=Three,Artist @,@anna,5");
        String table = file(export(), "counts.csv");
        assertThat(table)
                .startsWith("user,song_id,title,artist,album,plays,segue\n")
                .contains("\"'=cmd|' /C calc'!A0\",\"'+Artist ")
                .contains("\"'-Two\",\"''Brook ", "\"''=Three\",");
        byte[] zip = given().get("/api/users/%sanna/export".formatted(t)).asByteArray();
        Map<String, String> before = export();
        given().delete("/api/users/%sanna".formatted(t)).then().statusCode(204);

        Jobs.imported(given().multiPart("file", "export.zip", zip));

        assertThat(export()).isEqualTo(before);
        assertThat(given().get("/api/songs/%ss1".formatted(t)).jsonPath().getString("title"))
                .isEqualTo("=cmd|' /C calc'!A0");
        // A table of somebody else's keeps its apostrophes.
        Jobs.imported(t + "other", "user,song_id,title,artist\nben,x1,'%sTis,'Artist\n".formatted(t));
        assertThat(given().get("/api/songs?q=%sTis".formatted(t)).jsonPath().getList("items.title"))
                .containsExactly("'%sTis".formatted(t));
    }

    // Songs that have an id, and one of them a title, but no artist.
    private void nameless() {
        listens("s7,,,@anna,1700000300", "s8,Eight,,@anna,1700000400");
        counts("s7,,,@anna,3", "s9,,,@anna,4");
    }

    private Map<String, String> export() throws IOException {
        Map<String, String> files =
                unzip(given().get("/api/users/%sanna/export".formatted(t)).asByteArray());
        // Holds the number of the user, which is never given twice.
        files.remove("user.json");
        return files;
    }

    private void skip(String artist, String title, long time) {
        given().contentType("application/json")
                .body("{\"name\":\"%sanna\"}".formatted(t))
                .post("/api/users/%sanna/aliases".formatted(t))
                .then()
                .statusCode(200);
        Jobs.imported(given().queryParam("user", t + "anna")
                .contentType("text/plain")
                .body("#AUDIOSCROBBLER/1.1\n#TZ/UTC\n#CLIENT/x\n%s\t\t%s\t1\t200\tS\t%d\n"
                        .formatted(artist, title, time)));
    }

    private void feedback(String subject, String body) {
        given().contentType("application/json")
                .body(body)
                .put("/api/users/%sanna/feedback/%s".formatted(t, subject))
                .then()
                .statusCode(204);
    }

    private List<String> listenTimes() {
        return given().get("/api/users/%sanna/listens".formatted(t)).jsonPath().getList("items.listenedAt");
    }

    // In the order of their weights, which is that of the answer: the list is cut by it.
    private String keep(String name, String... songs) {
        String wanted = Arrays.stream(songs).map(song -> '"' + t + song + '"').collect(Collectors.joining(","));
        return given().contentType("application/json")
                .body(
                        "{\"name\":\"%s\",\"request\":{\"user\":\"%sanna\",\"exclude\":{\"heard\":false},\"include\":{\"songs\":[%s]}}}"
                                .formatted(name, t, wanted))
                .post("/api/playlists")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<String> songsOf(String list) {
        return given().get("/api/playlists/" + list)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.song");
    }

    @Test
    void export_importedWhereItsUserIsStill_addsNothing() throws IOException {
        anna();
        table("song,title,artist,user,rating", "s6,Six,Artist @c,@anna,4");
        nameless();
        verdict("anna", "s2", "love");
        verdict("anna", "s8", "love");
        keep("Mine", "s1");
        Map<String, String> before = export();
        byte[] zip = given().get("/api/users/%sanna/export".formatted(t)).asByteArray();
        int users = given().get("/api/users").jsonPath().getInt("total");

        JsonPath job = Jobs.imported(given().multiPart("file", "export.zip", zip));

        assertThat(job.getInt("listensAdded")).isZero();
        assertThat(given().get("/api/users").jsonPath().getInt("total")).isEqualTo(users);
        assertThat(export()).isEqualTo(before);
        given().delete("/api/imports/" + job.getInt("id")).then().statusCode(200);
        assertThat(export()).as("taken back").isEqualTo(before);
    }

    @Test
    void export_lists_comeBackAsTheyWere_andGoWithTheirImport_orWhenTheyAreDeleted() throws IOException {
        anna();
        String id = keep("Mine", "s1", "s2");
        List<String> songs = songsOf(id);
        verdict("anna", "s2", "ban");
        byte[] zip = given().get("/api/users/%sanna/export".formatted(t)).asByteArray();
        JsonPath list = JsonPath.from(file(unzip(zip), "playlists/" + id + ".jspf"));
        assertThat(list.getString("playlist.title")).isEqualTo("Mine");
        assertThat(list.getList("playlist.track.title")).as("a ban may end").containsExactlyInAnyOrder("One", "Two");
        given().delete("/api/users/%sanna/feedback/songs/%ss2".formatted(t, t))
                .then()
                .statusCode(204);

        int kept = Jobs.imported(given().multiPart("file", "export.zip", zip)).getInt("id");
        given().delete("/api/imports/" + kept).then().statusCode(200);
        assertThat(songsOf(id)).as("it was here before").isEqualTo(songs);
        given().get("/api/users/listenbrainz:%sanna".formatted(t)).then().statusCode(404);

        given().delete("/api/playlists/" + id).then().statusCode(204);
        int back = Jobs.imported(given().multiPart("file", "export.zip", zip)).getInt("id");
        given().delete("/api/users/%sanna/feedback/songs/%ss2".formatted(t, t))
                .then()
                .statusCode(204);
        assertThat(songsOf(id)).isEqualTo(songs);
        given().get("/api/playlists?user=%sanna".formatted(t))
                .then()
                .body("items.findAll { it.title == 'Mine' }.id", equalTo(List.of(id)));
        given().delete("/api/playlists/" + id).then().statusCode(204);
        given().get("/api/playlists/" + id).then().statusCode(404);
        given().delete("/api/imports/" + back).then().statusCode(200);
    }

    @Test
    void export_unknownUser_is404() {
        given().get("/api/users/nobody/export").then().statusCode(404).contentType("application/problem+json");
    }

    private static String file(Map<String, String> files, String name) {
        return String.valueOf(files.get(name));
    }

    private static List<String> lines(Map<String, String> files, String name) {
        return file(files, name).lines().toList();
    }

    // Whether lists have been made meanwhile is the schedule's.
    private static String withoutShown(String text) {
        return text.replaceAll("(?m)^\\{\"segue\":\"(shown|next)\".*\\R", "");
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), withoutShown(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        files.remove("segue.jsonl", "");
        return files;
    }
}
