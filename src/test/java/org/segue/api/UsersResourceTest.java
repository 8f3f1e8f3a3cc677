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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users, their listens, merging and forgetting, over HTTP; each test has a source and users of its own. */
@QuarkusTest
class UsersResourceTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    /** Of this test: ids of users and songs start with it. */
    private String t = "";

    @BeforeEach
    void number() {
        t = "t%d-".formatted(TESTS.incrementAndGet());
    }

    private JsonPath listens(String... rows) {
        return table("song,title,artist,user,timestamp", rows);
    }

    private JsonPath counts(String... rows) {
        return table("song,title,artist,user,plays", rows);
    }

    private JsonPath table(String header, String... rows) {
        StringBuilder csv = new StringBuilder(header);
        for (String row : rows) {
            csv.append('\n').append(t).append(row.replace("@", t));
        }
        return Jobs.imported(t, csv.append('\n').toString());
    }

    private JsonPath user(String user) {
        return given().get("/api/users/" + t + user)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> listenIds(String user) {
        return given().get("/api/users/%s%s/listens".formatted(t, user))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private void anna() {
        listens(
                "s1,One,Artist @a,@anna,1700000000",
                "s2,Two,Artist @a,@anna,1700000100",
                "s1,One,Artist @a,@anna,1700000200",
                "s3,Three,Artist @b,@anna,1600000000");
        counts("s4,Four,Artist @b,@anna,7");
    }

    @Test
    void user_isWhatIsKnown() {
        anna();

        JsonPath anna = user("anna");

        assertThat(anna.getString("id")).isEqualTo(t + "anna");
        assertThat(anna.getBoolean("population")).isFalse();
        assertThat(anna.getInt("listens")).isEqualTo(4);
        assertThat(anna.getInt("plays")).isEqualTo(11);
        assertThat(anna.getInt("songs")).isEqualTo(4);
        assertThat(anna.getString("firstListen")).isEqualTo("2020-09-13T12:26:40Z");
        assertThat(anna.getString("lastListen")).isEqualTo("2023-11-14T22:16:40Z");
        assertThat(anna.getList("topArtists.plays")).containsExactly(8, 3);
        assertThat(anna.getString("topArtists[0].name")).isEqualTo("Artist " + t + "b");
        assertThat(anna.getList("aliases.source")).containsExactly(t);
        assertThat(anna.getList("aliases.id")).containsExactly(t + "anna");
    }

    @Test
    void listens_areNewestFirst_andInPartsEachOnce() {
        anna();

        assertThat(listenIds("anna"))
                .containsExactly(
                        "1700000200-" + t + "s1",
                        "1700000100-" + t + "s2",
                        "1700000000-" + t + "s1",
                        "1600000000-" + t + "s3");

        List<String> inParts = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath part = given().get("/api/users/%sanna/listens?limit=3%s".formatted(t, cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(part.getInt("total")).isEqualTo(4);
            inParts.addAll(part.getList("items.id"));
            cursor = part.getString("next") == null ? null : "&cursor=" + part.getString("next");
        }
        assertThat(inParts).isEqualTo(listenIds("anna"));
    }

    @Test
    void deleteListen_isGoneFromEverything_andNoImportBringsItBack() {
        anna();
        String once = "1700000100-" + t + "s2";
        String twice = "1700000000-" + t + "s1";

        delete("anna/listens/" + once, 204);
        delete("anna/listens/" + twice, 204);

        assertThat(listenIds("anna")).hasSize(2).doesNotContain(once, twice);
        assertThat(user("anna").getInt("songs")).isEqualTo(3);
        assertThat(user("anna").getInt("plays")).isEqualTo(9);
        assertThat(given().get("/api/songs/" + t + "s2").jsonPath().getInt("listeners"))
                .isZero();
        assertThat(given().get("/api/songs/" + t + "s1").jsonPath().getInt("listeners"))
                .isEqualTo(1);
        delete("anna/listens/" + once, 404);

        JsonPath again = listens("s2,Two,Artist @a,@anna,1700000100", "s2,Two,Artist @a,@anna,1700000160");
        assertThat(again.getInt("listensAdded")).isEqualTo(1);
        assertThat(again.getInt("duplicates")).isEqualTo(1);
        assertThat(listenIds("anna")).hasSize(3).contains("1700000160-" + t + "s2");
    }

    @Test
    void deleteListen_songIsRecommendedAgain() {
        listens("s1,One,@,@anna,1700000000", "s2,Two,@,@anna,1700000100", "s1,One,@,@ben,1700000000");
        counts("s3,Three,@,@ben,1", "s2,Two,@,@ben,1");
        assertThat(recommended("anna")).doesNotContain(t + "s2");

        delete("anna/listens/1700000100-" + t + "s2", 204);

        assertThat(recommended("anna")).contains(t + "s2").doesNotContain(t + "s1");
    }

    @ParameterizedTest
    @CsvSource({"nobody", "nobody/listens"})
    void unknown_is404(String path) {
        given().get("/api/users/" + t + path).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=501", "limit=x", "cursor=x", "cursor=1-", "cursor=99999999999999999999-1"})
    void listens_badParameters_are422(String query) {
        anna();
        given().get("/api/users/%sanna/listens?%s".formatted(t, query))
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"x", "1700000000", "1700000000-nosuch", "99999999999999999999-s1", "%F0%9F%8E%B8", "1-%00"})
    void deleteListen_ofNoSuchId_is404(String id) {
        anna();
        given().urlEncodingEnabled(false)
                .delete("/api/users/%sanna/listens/%s".formatted(t, id))
                .then()
                .statusCode(404);
    }

    @Test
    void merge_oneKnowsBothHistories_andBothIdsMeanIt() {
        anna();
        listens("s5,Five,Artist @c,@annalein,1700009000", "s1,One,Artist @a,@annalein,1700000000");
        verdict("annalein", "s3", "dislike");
        verdict("annalein", "s5", "love");
        verdict("anna", "s3", "love");

        JsonPath one = merge("anna", t + "annalein", 200);

        assertThat(one.getString("id")).isEqualTo(t + "anna");
        assertThat(one.getInt("listens")).isEqualTo(5);
        assertThat(one.getInt("songs")).isEqualTo(5);
        assertThat(one.getList("formerIds")).containsExactly(t + "annalein");
        assertThat(one.getList("aliases.id")).containsExactly(t + "anna", t + "annalein");
        assertThat(user("annalein").getString("id")).isEqualTo(t + "anna");
        assertThat(listenIds("annalein")).isEqualTo(listenIds("anna")).hasSize(5);
        assertThat(given().get("/api/users/%sannalein/feedback".formatted(t))
                        .jsonPath()
                        .getList("items.verdict"))
                .containsExactlyInAnyOrder("love", "love");
        assertThat(recommended("annalein")).isEqualTo(recommended("anna"));
        assertThat(given().get("/api/users?q=" + t + "annalein").jsonPath().getList("items.id"))
                .containsExactly(t + "anna");
    }

    @Test
    void merge_laterImportsOfEitherName_arriveAtTheOne_andUndoTakesBackExactlyWhatItBrought() {
        listens("s1,One,Artist @a,@anna,1700000000");
        int other = listens("s2,Two,Artist @a,@annalein,1700000001", "s1,One,Artist @a,@annalein,1700000000")
                .getInt("id");
        merge("anna", t + "annalein", 200);
        int later = listens("s3,Three,Artist @a,@annalein,1700000002").getInt("id");
        assertThat(user("anna").getInt("listens")).isEqualTo(3);

        given().delete("/api/imports/" + other).then().statusCode(200);
        Jobs.eventually(() ->
                assertThat(listenIds("anna")).containsExactly("1700000002-" + t + "s3", "1700000000-" + t + "s1"));
        given().delete("/api/imports/" + later).then().statusCode(200);
        Jobs.eventually(() -> assertThat(listenIds("annalein")).containsExactly("1700000000-" + t + "s1"));
        // The purge of rows must not take the former id along.
        Jobs.eventually(() -> given().get("/api/songs/" + t + "s3").then().statusCode(404));
        assertThat(user("annalein").getString("id")).isEqualTo(t + "anna");
    }

    @Test
    void merge_playCountsOfOneImport_addUp() {
        counts("s1,One,A,@anna,3", "s1,One,A,@annalein,4", "s2,Two,A,@annalein,5");

        assertThat(merge("anna", t + "annalein", 200).getInt("plays")).isEqualTo(12);

        counts("s1,One,A,@anna,3", "s1,One,A,@annalein,4", "s2,Two,A,@annalein,5");
        assertThat(user("anna").getInt("plays")).isEqualTo(12);
    }

    @Test
    void merge_chainsAndCycles_endAtOne() {
        listens("s1,One,A,@a,1700000001", "s2,Two,A,@b,1700000002", "s3,Three,A,@c,1700000003");

        merge("b", t + "a", 200);
        merge("c", t + "b", 200);
        for (String name : List.of("a", "b", "c")) {
            assertThat(user(name).getString("id")).isEqualTo(t + "c");
            assertThat(user(name).getInt("listens")).isEqualTo(3);
        }
        assertThat(merge("a", t + "c", 200).getString("id")).as("one already").isEqualTo(t + "c");
        assertThat(merge("c", t + "a", 200).getString("id")).as("one already").isEqualTo(t + "c");
        merge("a", t + "a", 422);
    }

    @Test
    void merge_asASourceNamesIt_isFound() {
        listens("s1,One,A,@a,1700000001", "s2,Two,A,@b,1700000002");

        given().contentType("application/json")
                .body("{\"user\":{\"source\":\"%s\",\"id\":\"%sb\"}}".formatted(t, t))
                .post("/api/users/%sa/aliases".formatted(t))
                .then()
                .statusCode(200);
        assertThat(user("b").getString("id")).isEqualTo(t + "a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 400",
                "{} | 422",
                "{\"user\":null} | 422",
                "{\"user\":\"nobody\"} | 422",
                "{\"user\":7} | 400",
                "{\"user\":\"a\",\"more\":1} | 400",
                "[] | 400"
            })
    void merge_badBodies_areRefused(String body, int status) {
        listens("s1,One,A,@a,1700000001");
        given().contentType("application/json")
                .body(body)
                .post("/api/users/%sa/aliases".formatted(t))
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
        given().contentType("application/json")
                .body("{\"user\":\"%sa\"}".formatted(t))
                .post("/api/users/nobody/aliases")
                .then()
                .statusCode(404);
    }

    @Test
    void forget_nothingIsLeftOfTheUser_andOthersStay() {
        anna();
        listens("s1,One,Artist @a,@ben,1700000000");
        listens("s1,One,Artist @a,@annalein,1700000009");
        merge("anna", t + "annalein", 200);
        verdict("anna", "s3", "love");
        delete("anna/listens/1700000100-" + t + "s2", 204);

        delete("annalein", 204);

        for (String name : List.of("anna", "annalein")) {
            given().get("/api/users/" + t + name).then().statusCode(404);
            given().get("/api/users/%s%s/feedback".formatted(t, name)).then().statusCode(404);
            JsonPath answer = recommend(name);
            assertThat(answer.getString("strategy")).isEqualTo("popular");
        }
        delete("anna", 404);
        assertThat(given().get("/api/users?q=" + t).jsonPath().getList("items.id"))
                .containsExactly(t + "ben");
        Jobs.eventually(() -> assertThat(
                        given().get("/api/songs/" + t + "s1").jsonPath().getInt("listeners"))
                .isEqualTo(1));
        assertThat(listenIds("ben")).hasSize(1);
    }

    @Test
    void forget_thenImportedAgain_isANewUser() {
        anna();
        delete("anna/listens/1700000100-" + t + "s2", 204);
        delete("anna", 204);

        anna();

        assertThat(user("anna").getInt("listens")).isEqualTo(4);
        assertThat(given().get("/api/users/%sanna/feedback".formatted(t))
                        .jsonPath()
                        .getInt("total"))
                .isZero();
    }

    @Test
    void population_isAnsweredButNeverListed_andGoesWithItsImport() {
        anna();
        int before = given().get("/api/status").jsonPath().getInt("population");
        JsonPath job = Jobs.imported(given().queryParam("source", t)
                .queryParam("population", true)
                .queryParam("maxUsers", 2)
                .queryParam("seed", 5)
                .contentType("text/csv")
                .body("user,song\n%1$sx,%1$ss1\n%1$sy,%1$ss1\n%1$sz,%1$ss1\n".formatted(t)));

        assertThat(job.getBoolean("population")).isTrue();
        assertThat(given().get("/api/users?q=" + t).jsonPath().getList("items.id"))
                .containsExactly(t + "anna");
        assertThat(given().get("/api/status").jsonPath().getInt("population")).isEqualTo(before + 2);
        Jobs.eventually(() -> assertThat(
                        given().get("/api/songs/" + t + "s1").jsonPath().getInt("listeners"))
                .isEqualTo(3));
        given().delete("/api/imports/" + job.getInt("id")).then().statusCode(200);
        Jobs.eventually(() -> assertThat(given().get("/api/status").jsonPath().getInt("population"))
                .isEqualTo(before));
    }

    @ParameterizedTest
    @CsvSource({"maxUsers=5", "population=true&maxUsers=0", "population=true&maxUsers=x", "population=true&seed=x"})
    void population_badParameters_are422(String query) {
        given().contentType("text/csv")
                .body("user,song\na,b\n")
                .post("/api/imports?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

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
        assertThat(job.getMap("skipped")).isEqualTo(Map.of("broken off at once: kept as a skip", 1));
        assertThat(export()).isEqualTo(before);
        assertThat(user("anna").getString("name")).isEqualTo(t + "anna");
        Jobs.imported(given().multiPart("file", "export.zip", zip));
        assertThat(export()).as("twice is once").isEqualTo(before);
        given().delete("/api/imports/" + (job.getInt("id") + 1)).then().statusCode(200);
        given().delete("/api/imports/" + job.getInt("id")).then().statusCode(200);
        Jobs.eventually(
                () -> given().get("/api/users/%sanna".formatted(t)).then().statusCode(404));
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

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private void verdict(String user, String song, String verdict) {
        given().contentType("application/json")
                .body("{\"verdict\":\"%s\"}".formatted(verdict))
                .put("/api/users/%s%s/feedback/songs/%s%s".formatted(t, user, t, song))
                .then()
                .statusCode(204);
    }

    private JsonPath merge(String into, String from, int status) {
        return given().contentType("application/json")
                .body("{\"user\":\"%s\"}".formatted(from))
                .post("/api/users/%s%s/aliases".formatted(t, into))
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private void delete(String path, int status) {
        given().delete("/api/users/" + t + path).then().statusCode(status);
    }

    private JsonPath recommend(String user) {
        return given().contentType("application/json")
                .body("{\"user\":\"%s%s\",\"n\":500}".formatted(t, user))
                .post("/recommend")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Set<String> recommended(String user) {
        return Set.copyOf(recommend(user).getList("items.song"));
    }
}
