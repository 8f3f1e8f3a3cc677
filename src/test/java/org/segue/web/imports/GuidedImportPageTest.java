package org.segue.web.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.segue.web.Forms.send;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;
import org.segue.api.Jobs;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.Services;

/** The way from a file to songs, as browsers without script go it. */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class GuidedImportPageTest {

    private static final String FOREIGN = "Sangerin;Lied;<b>Wann\nBark;Tide;2024-05-31 20:15:00\n";

    @BeforeAll
    static void beEmpty() {
        EmptyService.now();
    }

    @Test
    void tableOfUnknownColumns_isSentOnce_correctedByHand_andImported() {
        String page = look("fremd.csv", FOREIGN).statusCode(422).extract().asString();
        assertThat(page)
                .contains("Segue needs your help with this file", "&lt;b&gt;Wann", "Date and time")
                .contains("<details id=\"reading\" open>", "value=\"artist:Sangerin\"", "value=\"time:&lt;b&gt;Wann\"")
                .doesNotContain("<b>Wann", ">Import 1 ");
        String upload = upload(page);

        List<String> both = List.of("artist:Sangerin", "artist:Lied", "time:<b>Wann");
        again(upload, both)
                .statusCode(422)
                .body(containsString("Both “Sangerin” and “Lied” are chosen as artist. Choose one of them."))
                .body(containsString("<option value=\"artist:Lied\" selected>"));
        List<String> said = List.of("artist:Sangerin", "title:Lied", "time:<b>Wann");
        assertThat(again(upload, said).statusCode(200).extract().asString())
                .contains(">Import 1 play</button>", "<bdi>Tide</bdi>", "Whose history is this?")
                .contains("value=\"" + upload + "\"");
        Map<String, Object> form = Map.of("upload", upload, "columns", said, "newUser", "Gundula G");
        sendAll(form).statusCode(303);

        assertThat(ended().getString("error")).isNull();
        String done = given().get("/imports").asString();
        assertThat(done)
                .contains("1 play for Gundula G", ">Import more</a>", "action=\"imports/train\"")
                .containsPattern("href=\"./\\?user=[^\"]+\">See recommendations</a>")
                .contains("<strong><bdi>Gundula G</bdi></strong>", "Remembered columns");
        assertThat(look("anders.csv", FOREIGN.replace("Tide", "Fern"))
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("its columns are read as last time", "<bdi>Fern</bdi>");

        Matcher forget = Pattern.compile("imports/columns/([0-9]+)/forget").matcher(done);
        assertThat(forget.find()).isTrue();
        send("/" + forget.group(), Map.of()).statusCode(303);
        given().get("/imports").then().body(not(containsString(forget.group())));
        look("fremd.csv", FOREIGN).statusCode(422);
    }

    @Test
    void fileOfNobodyInParticular_isSomebodyHere_orNew() {
        Asking.tokenOf("Henrike H");
        String id = given().get("/api/users?q=henrike").jsonPath().getString("items[0].id");
        String page = look("a.csv", "artist,title,date\nBark,Tide,2024-05-31\n")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page)
                .containsPattern("type=\"radio\" name=\"user\" value=\"" + id + "\" required>")
                .contains("A new listener", "Name of the listener");
        sendAll(Map.of("upload", upload(page), "user", id, "newUser", "")).statusCode(303);
        ended();
        given().get("/imports").then().body(containsString("1 play for Henrike H"));
        assertThat(given().get("/api/users?q=henrike").jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void listenerWhomOnlyAFileNamed_isOneOfThosePeopleCanChoose() {
        String first = look("a.csv", "user,artist,title,date\nida_lb,Bark,Tide,2024-05-31\n")
                .statusCode(200)
                .extract()
                .asString();
        sendAll(Map.of("upload", upload(first), "user", "")).statusCode(303);
        ended();
        String page = look("b.csv", "artist,title,date\nMoss,Fern,2024-05-31\n")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("name=\"user\" value=\"ida_lb\" required");

        sendAll(Map.of("upload", upload(page), "user", "ida_lb")).statusCode(303);

        ended();
        assertThat(given().get("/api/users/ida_lb").jsonPath().getInt("listens"))
                .isEqualTo(2);
        assertThat(given().get("/api/users?q=ida_lb").jsonPath().getList("items"))
                .hasSize(1);
        given().get("/imports").then().body(containsString("1 play for ida_lb"));
        assertThat(look("c.csv", "user,artist,title,date\nida_lb,Oak,Leaf,2024-05-31\n")
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("All plays go to ida_lb.");
    }

    @Test
    void severalListeners_areEachAskedFor() {
        Asking.tokenOf("Jona J");
        String id = given().get("/api/users?q=jona").jsonPath().getString("items[0].id");
        String table = "user,artist,title,date\njona_lb,Bark,Tide,2024-05-31\naki_lb,Moss,Fern,2024-05-31\n";
        String page = look("a.csv", table).statusCode(200).extract().asString();
        assertThat(page)
                .contains("Who are the listeners in these files?", "A new listener called aki_lb")
                .contains("name=\"named\" value=\"jona_lb\"");

        sendAll(Map.of("upload", upload(page), "named", List.of("aki_lb", "jona_lb"), "joined", List.of("", id)))
                .statusCode(303);

        ended();
        given().get("/imports")
                .then()
                .body(containsString("2 plays for "), containsString("Recommendations for Jona J"));
        assertThat(given().get("/api/users/" + id).jsonPath().getInt("listens")).isEqualTo(1);
    }

    @Test
    void nothingNew_andFailures_areSaid() {
        String table = "artist,title,date\nBark,Lull,2024-05-31\n";
        for (int i = 0; i < 2; i++) {
            String page = look("a.csv", table).extract().asString();
            sendAll(Map.of("upload", upload(page), "newUser", "Lene L")).statusCode(303);
            ended();
        }
        given().get("/imports")
                .then()
                .body(containsString("These files contain nothing new"), containsString("1 play was already here."));
        assertThat(look("b.csv", "artist,title,date\n,,\n")
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("These files contain nothing to import.")
                .doesNotContain(">Import 0");
    }

    @Test
    void trainNow_trains_andThePageSaysSo() {
        send("/imports/train", Map.of()).statusCode(303);
        int training = given().get("/api/trainings?limit=1").jsonPath().getInt("items[0].id");
        send("/imports/train", Map.of()).statusCode(303);
        Jobs.ended(given().get("/api/trainings/" + training).jsonPath(), "trainings");
    }

    @Test
    void notes_forPeopleOnPages_nameNoCallOfTheApi() {
        String page = look("a.csv", "artist,title,date\nBark,Tide,2024-05-31 10:00:00\n")
                .extract()
                .asString();
        sendAll(Map.of("upload", upload(page), "newUser", "Mio M")).statusCode(303);
        ended();

        given().get("/imports").then().body(not(containsString("DELETE /api")));
    }

    private static ValidatableResponse look(String name, String content) {
        return given().accept("text/html")
                .multiPart("file", name, content.getBytes(StandardCharsets.UTF_8))
                .post("/imports")
                .then();
    }

    private static ValidatableResponse again(String upload, List<String> columns) {
        return sendAll(Map.of("upload", upload, "columns", columns, "again", "1"));
    }

    private static ValidatableResponse sendAll(Map<String, Object> fields) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post("/imports")
                .then();
    }

    private static String upload(String page) {
        Matcher upload = Pattern.compile("name=\"upload\" value=\"([^\"]+)\"").matcher(page);
        assertThat(upload.find()).isTrue();
        return upload.group(1);
    }

    private static io.restassured.path.json.JsonPath ended() {
        return Jobs.ended(given().get("/api/imports?limit=1").jsonPath().setRootPath("items[0]"), "imports");
    }
}
