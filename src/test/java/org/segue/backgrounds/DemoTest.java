package org.segue.backgrounds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.segue.api.Jobs;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.testsupport.EmptyService;
import org.segue.web.Forms;

/** A small demo beside real listening: said, kept apart, and taken out. */
@QuarkusTest
@TestProfile(DemoTest.Own.class)
@Timeout(300)
class DemoTest {

    /** A service that may be emptied. */
    public static class Own implements QuarkusTestProfile {}

    @Inject
    Database database;

    @Inject
    DemoService demo;

    @BeforeEach
    void importDemo() {
        awaitTraining();
        EmptyService.now();
        Jobs.importedTable("source=demo", table("made-up-", "d", 12, 20));
        awaitTraining();
    }

    // The demo trains itself.
    private static void awaitTraining() {
        Jobs.eventually(() -> assertThat(given().get("/api/status").jsonPath().getString("training"))
                .isNull());
    }

    /** So many listeners, each of whom has all songs but one. */
    private static String table(String user, String song, int users, int songs) {
        return IntStream.range(0, users * songs)
                .filter(cell -> cell % songs != cell / songs)
                .mapToObj(cell -> "%s%d,%s%d,3,Title %s%d,Artist %s%d"
                        .formatted(user, cell / songs, song, cell % songs, song, cell % songs, song, cell % songs / 4))
                .collect(Collectors.joining("\n", "user,song,plays,title,artist\n", "\n"));
    }

    private static JsonPath train() {
        int id = given().contentType("application/json")
                .body("{\"tune\":false,\"evaluate\":false,\"dimension\":8}")
                .post("/api/trainings")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getInt("id");
        return Jobs.ended(given().get("/api/trainings/" + id).jsonPath(), "trainings");
    }

    private static List<String> songsFor(String user) {
        return recommended(user).getList("items.song");
    }

    private static JsonPath recommended(String user) {
        return given().contentType("application/json")
                .body("{\"user\":\"%s\",\"n\":50}".formatted(user))
                .post("/recommend")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void status_andPages_saySo() {
        assertThat(given().get("/api/status").jsonPath().getInt("demo.listeners"))
                .isEqualTo(12);
        assertThat(given().get("/").asString())
                .contains("demo data: 12 made-up listeners", "<a href=\"./start\">Use your own history</a>");
        assertThat(given().get("/?user=made-up-3&n=5").asString()).contains("<span class=\"tag\">demo</span>");

        given().delete("/api/imports/" + given().get("/api/status").jsonPath().getInt("demo.importId"));

        assertThat(given().get("/api/status").jsonPath().getString("demo")).isNull();
        Jobs.eventually(() -> assertThat(given().get("/").asString()).doesNotContain("made-up listeners"));
    }

    @Test
    void songsOfTheDemo_areForItsListenersAlone_whateverModelAnswers() {
        Jobs.importedTable("source=real", table("real-", "r", 6, 20));
        assertThat(train().getString("status")).isEqualTo("completed");

        for (int user = 0; user < 6; user++) {
            assertThat(songsFor("real-" + user)).containsExactly("r" + user);
        }
        assertThat(songsFor("made-up-3")).contains("d3");
        assertThat(given().get("/api/songs/r1/similar?n=40").jsonPath().<String>getList("items.song"))
                .isNotEmpty()
                .allMatch(song -> song.startsWith("r"));
    }

    @Test
    void songsOfTheDemo_areInNoListForSomebodyReal() {
        Jobs.importedTable("source=real", table("real-", "r", 6, 20));
        assertThat(train().getString("status")).isEqualTo("completed");

        assertThat(songs("/api/songs/r1/radio?n=30")).isNotEmpty().allMatch(DemoTest::isReal);
        assertThat(songs("/api/songs/r1/radio?n=30&user=real-2")).isNotEmpty().allMatch(DemoTest::isReal);
        assertThat(songs("/api/songs/r1/path/r19?steps=10"))
                .hasSizeGreaterThan(4)
                .allMatch(DemoTest::isReal);
        assertThat(songs("/api/songs/d1/radio?n=5")).isNotEmpty().noneMatch(DemoTest::isReal);
        assertThat(songsFor("nobody at all")).isNotEmpty().allMatch(DemoTest::isReal);
        String artist = given().get("/api/songs/r1").jsonPath().getString("artistId");
        assertThat(given().get("/api/artists/" + artist + "/similar?n=20")
                        .jsonPath()
                        .<String>getList("items.name"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("Artist r"));
        for (JsonPath list : playlistsOf("real-2")) {
            assertThat(list.<String>getList("items.song")).allMatch(DemoTest::isReal);
        }
        given().get("/1/cf/recommendation/user/real-2/recording").then().statusCode(204);
    }

    private static boolean isReal(String song) {
        return song.startsWith("r");
    }

    private static List<String> songs(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath().getList("items.song");
    }

    private List<JsonPath> playlistsOf(String user) {
        given().contentType("application/json")
                .body("{\"name\":\"New ones\",\"request\":{\"user\":\"%s\",\"n\":30}}".formatted(user))
                .post("/api/playlists")
                .then()
                .statusCode(201);
        return given().get("/api/playlists?user=" + user).jsonPath().<String>getList("items.id").stream()
                .map(id -> given().get("/api/playlists/" + id).jsonPath())
                .toList();
    }

    @Test
    void songThatARealFileNames_isTheDemosNoLonger() {
        assertThat(given().get("/songs/d3").asString()).contains("<span class=\"tag\">demo</span>");

        Jobs.importedTable("source=own&user=anna", "title,artist,plays\nTitle d3,Artist d0,3\nTitle d4,Artist d1,3\n");

        Jobs.eventually(() ->
                assertThat(given().get("/songs/d3").asString()).doesNotContain("<span class=\"tag\">demo</span>"));
        assertThat(given().get("/songs/d5").asString()).contains("<span class=\"tag\">demo</span>");
        String artist = given().get("/api/songs/d5").jsonPath().getString("artistId");
        assertThat(given().get("/artists/" + artist).asString()).contains("<span class=\"tag\">demo</span>");
        assertThat(given().get("/people/made-up-3").asString()).contains("<span class=\"tag\">demo</span>");
        assertThat(given().get("/people/anna").asString()).doesNotContain("<span class=\"tag\">demo</span>");

        given().delete("/api/imports/" + given().get("/api/imports").jsonPath().getInt("items[0].id"));

        Jobs.eventually(
                () -> assertThat(given().get("/songs/d3").asString()).contains("<span class=\"tag\">demo</span>"));
    }

    @Test
    void somebodyRealBesideTheDemoAlone_isToldWhyThereIsNothing() {
        Jobs.importedTable("source=own&user=anna", "title,artist,plays\nHarbour Lights,Nella Quist,3\n");
        train();

        JsonPath answer = recommended("anna");

        assertThat(answer.getList("items")).isEmpty();
        assertThat(answer.getList("warnings", String.class))
                .anyMatch(warning -> warning.contains("Songs of the demo are made up"));
    }

    @Test
    void firstImportOfOnesOwn_saysThatTheDemoIsStillHere_theNextDoesNot() {
        JsonPath first = imported("anna", "Harbour Lights");
        JsonPath second = imported("ben", "Slow Tide");

        assertThat(first.getList("notes", String.class)).anyMatch(note -> note.contains("The demo is still here"));
        assertThat(second.getList("notes", String.class)).noneMatch(note -> note.contains("The demo is still here"));
    }

    private static JsonPath imported(String user, String title) {
        return Jobs.imported(given().queryParam("user", user)
                .queryParam("source", user)
                .contentType("text/csv")
                .body("title,artist,plays\n%s,Nella Quist,3\n".formatted(title)));
    }

    @Test
    void removal_undoesIt_andTrainsOnWhatIsLeft() {
        Jobs.importedTable("source=real", table("real-", "r", 6, 20));
        int ofTheDemo = given().contentType("application/json")
                .body("{}")
                .post("/api/trainings")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getInt("id");

        JsonPath removed =
                given().delete("/api/demo").then().statusCode(200).extract().jsonPath();

        assertThat(removed.getList("imports")).hasSize(1);
        assertThat(removed.getInt("training.id")).isGreaterThan(ofTheDemo);
        assertThat(given().get("/api/trainings/" + ofTheDemo).jsonPath().getString("status"))
                .as("it has read the demo")
                .isEqualTo("cancelled");
        assertThat(given().get("/api/status").jsonPath().getInt("songs")).isEqualTo(20);
        given().delete("/api/demo").then().statusCode(404);
    }

    @Test
    void undo_onThePageOfImports_takesOutAllOfTheDemo_andTrainsOnWhatIsLeft() {
        Jobs.importedTable("source=real", table("real-", "r", 6, 20));
        given().contentType("application/json")
                .body("{\"verdict\":\"love\"}")
                .put("/api/users/made-up-3/feedback/songs/d5")
                .then()
                .statusCode(204);
        playlistsOf("made-up-3");
        String undo = "/imports/" + given().get("/api/status").jsonPath().getInt("demo.importId") + "/undo";

        Forms.send(undo, Map.of()).statusCode(200).body(containsString("Remove the demo data?"));
        assertThat(given().get("/api/status").jsonPath().getInt("demo.listeners"))
                .isEqualTo(12);
        Forms.send(undo, Map.of("sure", "true")).statusCode(303);

        awaitTraining();
        assertThat(given().get("/api/trainings").jsonPath().getString("items[0].status"))
                .isEqualTo("completed");
        Jobs.eventually(() -> assertThat(
                        given().get("/api/users?q=made&limit=50").jsonPath().getList("items"))
                .isEmpty());
        for (String rows : List.of("song_feedback", "playlist", "user_alias")) {
            assertThat(countOfOthers(rows)).as(rows).isZero();
        }
    }

    private int countOfOthers(String table) {
        return database.read(connection -> Statements.selectInt(
                connection,
                "SELECT count(*) FROM " + table + " t JOIN user u ON u.id = t.user_id WHERE u.name LIKE 'made-up-%'"
                        + " OR u.public_id LIKE 'made-up-%'"));
    }

    @Test
    void removal_ofAllThereIs_trainsNothing() {
        JsonPath removed =
                given().delete("/api/demo").then().statusCode(200).extract().jsonPath();

        assertThat(removed.getString("training")).isNull();
        given().noFilters().delete("/api/demo").then().statusCode(401);
    }

    @Test
    void firstImportOfOnesOwn_takesItOut_onceItIsInForce_andTrainsOnThatAlone() {
        Jobs.importedTable("source=real", table("real-", "r", 6, 20));

        demo.removeAfter(given().get("/api/imports").jsonPath().getInt("items[0].id"));

        assertThat(given().get("/api/status").jsonPath().getString("demo")).isNull();
        awaitTraining();
        assertThat(given().get("/api/status").jsonPath().getInt("songs")).isEqualTo(20);
        assertThat(given().get("/api/trainings").jsonPath().getString("items[0].status"))
                .isEqualTo("completed");
    }

    @Test
    void anImportThatFails_leavesTheDemoWhereItIs_andTheNextOneToo() {
        int failed = Jobs.ended(
                        given().queryParam("user", "anna")
                                .contentType("text/csv")
                                .body("title,artist,plays\n,,\n")
                                .post("/api/imports")
                                .jsonPath(),
                        "imports")
                .getInt("id");

        demo.removeAfter(failed);
        Jobs.importedTable("source=own&user=anna", "title,artist,plays\nHarbour Lights,Nella Quist,3\n");

        assertThat(given().get("/api/status").jsonPath().getInt("demo.listeners"))
                .isEqualTo(12);
    }
}
