package org.segue.web.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.segue.web.Forms.send;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;
import org.segue.api.Household;
import org.segue.api.Jobs;
import org.segue.web.Forms;

/** The page of imports as the service answers it, to browsers without script too. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class ImportsPageTest {

    private static final String LISTENS =
            "#AUDIOSCROBBLER/1.1\n#TZ/UTC\n#CLIENT/x\nWide\tOpen\tDoors\t1\t200\tL\t1700000000\t\n";

    @Test
    void files_areLookedAt_importedForWhoIsNamed_andTakenBack() {
        String preview = look(LISTENS, "", "").statusCode(200).extract().asString();
        assertThat(preview)
                .contains("1 play<", "<bdi>Doors</bdi>", "14 Nov 2023, 22:13", "<bdi>odd&lt;i&gt;.log</bdi>")
                .contains("Whose history is this?", "id=\"preview-user\"", ">Import 1 play</button>");

        send("/imports", Map.of("upload", upload(preview), "newUser", "Wanda Wide"))
                .statusCode(303)
                .header("Location", endsWith("imports"));

        int job = given().get("/api/imports?limit=1").jsonPath().getInt("items[0].id");
        assertThat(ended(job)).isEqualTo("completed");
        assertThat(given().get("/api/imports/" + job).jsonPath().getList("files"))
                .containsExactly("odd<i>.log");
        given().get("/imports")
                .then()
                .statusCode(200)
                .body(
                        containsString("action=\"imports/" + job + "/undo\""),
                        containsString("<strong><bdi>Wanda Wide</bdi></strong>"),
                        containsString("<span><bdi>odd&lt;i&gt;.log</bdi></span>"));
        Asking.nobody().get("/imports").then().body(not(containsString("<span><bdi>odd")));
        send("/imports/" + job + "/undo", Map.of())
                .statusCode(200)
                .body(
                        containsString("<h1>Undo import " + job + "?</h1>"),
                        containsString("Everything that only this import added will be removed."),
                        containsString("name=\"sure\" value=\"true\""),
                        containsString("href=\"../../imports\""));
        assertThat(ended(job)).isEqualTo("completed");
        send("/imports/" + job + "/undo", Map.of("sure", "true"))
                .statusCode(303)
                .header("Location", endsWith("imports"));
        assertThat(ended(job)).isEqualTo("undone");
        send("/imports/" + job + "/undo", Map.of()).statusCode(303);
        send("/imports/999999/undo", Map.of()).statusCode(303);
    }

    @Test
    void name_ofSomebodyHere_isTheirs_andNoNewPerson() {
        Asking.tokenOf("Nina Näher");
        String id = given().get("/api/users?q=nina").jsonPath().getString("items[0].id");
        assertThat(id).isNotEqualTo("Nina Näher");

        String preview =
                look(LISTENS, "nina näher", "").statusCode(200).extract().asString();
        assertThat(preview)
                .doesNotContain("preview-user")
                .contains("name=\"user\" value=\"nina näher\"", "All plays go to nina näher.");
        send("/imports", Map.of("upload", upload(preview), "user", "nina näher"))
                .statusCode(303);
        ended(given().get("/api/imports?limit=1").jsonPath().getInt("items[0].id"));

        assertThat(given().get("/api/users?q=nina").jsonPath().getList("items.id"))
                .containsExactly(id);
        assertThat(given().get("/api/users/" + id).jsonPath().getInt("listens")).isEqualTo(1);
    }

    @Test
    void file_ofSomebodyCalledLikeAListener_asksWhetherItIs() {
        Asking.tokenOf("Quentin Q");
        String id = given().get("/api/users?q=quentin").jsonPath().getString("items[0].id");
        String table = "user,song,title,artist,plays\nquentin q,q1,Quest,Quests,2\n";

        String preview = look(table, "", "").statusCode(200).extract().asString();

        assertThat(preview)
                .contains("Is quentin q the listener Quentin Q?", "No, quentin q is a new listener")
                .contains("type=\"radio\" name=\"user\" value=\"" + id + "\" required")
                .contains("type=\"radio\" name=\"user\" value=\"\" required");
        send("/imports", Map.of("upload", upload(preview), "user", id)).statusCode(303);
        int job = given().get("/api/imports?limit=1").jsonPath().getInt("items[0].id");
        assertThat(ended(job)).isEqualTo("completed");
        assertThat(given().get("/api/users/" + id).jsonPath().getInt("plays")).isEqualTo(2);
        given().get("/imports").then().body(containsString("All rows count for the chosen listener."));
        look("user,song\nq1,x\nq2,x\n", "quentin q", "").statusCode(422).body(containsString("“q1” and “q2”"));
    }

    @Test
    void fileOfNoFormat_isToldInTwoLines_withTheFormatsBehindALink() {
        String page =
                look("Dear all,\nsee you\n", "", "").statusCode(422).extract().asString();

        assertThat(page)
                .containsPattern("odd&lt;i&gt;.log[^<]+<br><bdi>[^<]*Dear all,[^<]*</bdi> <a href=\"docs/import\">")
                .doesNotContain("Expected a history")
                .contains("id=\"formats\"", "<span>Spotify (extended history)</span>");
    }

    @Test
    void lovedTracks_areVerdictsInThePreview() {
        String loved = "{\"lovedtracks\":{\"track\":[{\"name\":\"Lull\",\"artist\":{\"name\":\"Lulls\"},"
                + "\"date\":{\"uts\":\"1677700801\"}}]}}";
        look(loved, "Lovis L", "").statusCode(200).body(containsString("<span>1 × feedback</span>"));
    }

    @Test
    void whatCannotBeImported_isSaid_andWhatWasTypedStays() {
        look("", "", "").statusCode(422).body(containsString("Choose at least one file."));
        look("no history at all", "", "").statusCode(422).body(containsString("id=\"import-problem\""));
        look(LISTENS, "", "a <b> c")
                .statusCode(422)
                .body(containsString("Use up to 40 letters"), containsString("value=\"a &lt;b&gt; c\""));
        look(LISTENS, "u".repeat(200), "").statusCode(422).body(containsString("Use 128 characters or fewer."));
        send("/imports", Map.of("upload", "../../etc", "user", "x"))
                .statusCode(422)
                .body(containsString("These uploads have expired. Choose the files again."));
        send("/imports", Map.of()).statusCode(422);
    }

    @Test
    void badRows_areToldBeforeTheImport() {
        look("user,song,plays\nann5,a11,1\nann5,<img>,x\n", "", "")
                .statusCode(200)
                .body(
                        containsString("1 row couldn’t be imported"),
                        containsString("line 3"),
                        not(containsString("<img>")));
    }

    @Test
    void dates_thatNobodyDecides_areAskedFor_andGoOnToTheImport() {
        String table = "artist,title,mood,date\nOpen Oda,Tides,x,12/10/2017 21:47\n";
        look(table, "Oda", "")
                .statusCode(422)
                .body(
                        containsString("12/10/2017 21:47"),
                        containsString("Choose one below, then read the files again."),
                        containsString("<details id=\"reading\" open>"));
        look(table, "Oda", "", "ymd", "")
                .statusCode(422)
                .body(containsString("Choose whether the day or the month comes first."));
        look(table, "Oda", "", "dmy", "Mars")
                .statusCode(422)
                .body(containsString("Enter a time zone such as Europe/Berlin"));

        String preview = look(table, "Oda", "", "dmy", "Europe/Berlin")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(preview)
                .contains("12 Oct 2017, 19:47", "unused columns: “mood”")
                .contains("<option value=\"dmy\" selected>", "name=\"zone\" type=\"text\" value=\"Europe/Berlin\"");
        send("/imports", Map.of("upload", upload(preview), "user", "Oda", "dateOrder", "dmy", "zone", "Europe/Berlin"))
                .statusCode(303);
        int job = given().get("/api/imports?limit=1").jsonPath().getInt("items[0].id");
        assertThat(ended(job)).isEqualTo("completed");
        given().get("/imports").then().body(containsString("unused columns: “mood”"));
    }

    @Test
    void encoding_thatIsTyped_isReadAndGoesOnToTheImport() {
        byte[] table = "artist,title,date\nАквариум,Город,1500000000\n".getBytes(Charset.forName("windows-1251"));
        look(table, "Oda", "windows-1").statusCode(422).body(containsString("Enter an encoding such as windows-1251"));

        look(table, "Oda", "windows-1251")
                .statusCode(200)
                .body(
                        containsString("Аквариум"),
                        containsString("it is read as windows-1251"),
                        containsString("name=\"encoding\" type=\"text\" value=\"windows-1251\""));
    }

    private static ValidatableResponse look(byte[] content, String user, String encoding) {
        return given().accept("text/html")
                .multiPart("file", "table.csv", content)
                .multiPart("user", user)
                .multiPart("encoding", encoding)
                .post("/imports")
                .then();
    }

    @Test
    void files_mayBeLarge_andOtherBodies_mayNot() {
        String rows = "user,song,plays\n" + "ann5,a11,1\n".repeat(200_000);
        look(rows, "", "").statusCode(200).body(containsString("200,000 rows"));
        send("/imports", Map.of("upload", "x".repeat(2_000_000))).statusCode(413);
    }

    @Test
    void page_ofSomebodyElse_hasNoForms() {
        Asking.nobody().get("/imports").then().statusCode(200).body(containsString("sign-in?to=imports"), Forms.none());
    }

    private static ValidatableResponse look(String content, String user, String source) {
        return look(content, user, source, "", "");
    }

    private static ValidatableResponse look(String content, String user, String source, String dateOrder, String zone) {
        return given().accept("text/html")
                .multiPart("file", content.isEmpty() ? "" : "odd<i>.log", content.getBytes(StandardCharsets.UTF_8))
                .multiPart("user", user, "text/plain; charset=UTF-8")
                .multiPart("source", source)
                .multiPart("dateOrder", dateOrder)
                .multiPart("zone", zone)
                .post("/imports")
                .then();
    }

    private static String upload(String page) {
        Matcher upload = Pattern.compile("name=\"upload\" value=\"([^\"]+)\"").matcher(page);
        assertThat(upload.find()).isTrue();
        return upload.group(1);
    }

    private static String ended(int job) {
        return Jobs.ended(given().get("/api/imports/" + job).jsonPath(), "imports")
                .getString("status");
    }
}
