package org.segue.web.playlist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.segue.web.Forms.send;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.access.Asking;
import org.segue.api.Household;

/** Lists on pages, and answers as files by plain links. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class PlaylistPageTest {

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void home_answer_canBeTakenAlong_withTheSameSongs() {
        String page = given().get("/?user=ann5&n=4&adventure=0.5&ignore=a11").asString();
        List<String> titles = Pattern.compile("<p class=\"title\"><a href=\"songs/([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(titles).hasSize(4);

        String csv = given().get(link(page, "csv"))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", startsWith("attachment; filename=\"Songs-for-ann5.csv\""))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asString();
        assertThat(csv.lines().skip(1).map(row -> row.replaceAll(".*\"([^\"]+)\"$", "$1")))
                .isEqualTo(titles);
        JsonPath jspf = given().get(link(page, "jspf")).jsonPath();
        assertThat(jspf.getList("playlist.track")).hasSize(4);
        given().get(link(page, "m3u8")).then().body(startsWith("#EXTM3U\n#PLAYLIST:Songs for ann5\n"));
        given().get(link(page, "xspf")).then().body(startsWith("<?xml"));
    }

    @Test
    void home_answerForSeveral_canBeTakenAlong() {
        String page = given().get("/?user=ann5&user=bob3&n=4").asString();

        given().get(link(page, "csv"))
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment; filename=\"Songs-for-ann5-and-bob3.csv\""));
        assertThat(given().get(link(page, "jspf")).jsonPath().getList("playlist.track"))
                .hasSize(4);
    }

    private static String link(String page, String format) {
        Matcher link = Pattern.compile("href=\"(playlist\\?format=" + format + "[^\"]*)\"")
                .matcher(page);
        assertThat(link.find()).as(format).isTrue();
        return "/" + link.group(1).replace("&amp;", "&");
    }

    @ParameterizedTest
    @CsvSource({
        "/playlist?format=csv&user=ann5&n=x, ./?user=ann5&n=x",
        "/playlist?format=csv, ./?user=&n=10",
        "/playlist?format=csv&user=&n=0&seed=a11, ./?user=&n=0&seed=a11"
    })
    void file_ofAQuestionThatCannotBeAnswered_leadsToThePageThatSaysWhy(String address, String page) {
        given().redirects()
                .follow(false)
                .get(address)
                .then()
                .statusCode(303)
                .header("Location", endsWith(page.substring(1)));
        given().get(address).then().statusCode(422).body(containsString("aria-invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/playlist?user=ann5", "/playlist?user=ann5&format=mp3", "/playlist"})
    void file_withoutAFormat_saysWhichThereAre(String address) {
        given().get(address).then().statusCode(422).body("detail", equalTo("format must be jspf, xspf, m3u8 or csv."));
    }

    @Test
    void person_hasTheListsOfNow_withLinksThatWork() {
        String page = given().get("/people/ann6").asString();

        Matcher link = Pattern.compile("href=\"\\.\\./(api/playlists/[^\"]+)\"").matcher(page);
        int links = 0;
        while (link.find()) {
            links++;
            given().get("/" + link.group(1)).then().statusCode(200);
        }
        assertThat(links).as("four lists, four formats").isEqualTo(16);
        assertThat(page)
                .contains(
                        "<summary>Daily jams<",
                        "<summary>Weekly jams<",
                        "<summary>Weekly exploration<",
                        "<summary>Rediscover<")
                .contains("New every Monday.", "aria-label=\"Download Weekly jams as ");
        assertThat(page).containsPattern("<a href=\"\\.\\./songs/a\\d\\d\"><bdi>A \\w+ \\w+</bdi></a>");
    }

    @Test
    void list_hasAPage_whichItsIdentifierLeadsTo() {
        String identifier = given().get("/1/user/ann7/playlists/createdfor")
                .then()
                .body("playlists", hasSize(4))
                .extract()
                .path("playlists[2].playlist.identifier");

        given().get(identifier)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("<h1><bdi>Weekly exploration for ann7, week of "))
                .body(containsString("Songs that are new to you"), containsString("href=\"../playlists?user=ann7\""));
        given().get("/playlist/no-such-list").then().statusCode(404).body(containsString("Page not found"));
    }

    @Test
    void playlists_areFound_saved_andDeletedOnceSomebodyIsSure() {
        assertThat(given().get("/playlists").then().statusCode(200).extract().asString())
                .containsPattern("<a href=\"playlists\\?user=[^\"]+\"><bdi>[^<]+</bdi></a>");
        given().get("/playlists?user=nobody-here")
                .then()
                .statusCode(422)
                .body(containsString("nobody-here"), containsString("aria-invalid"));
        String page = given().get("/playlists?user=ann7").asString();
        assertThat(page).contains("No saved playlists yet.");
        Matcher first = Pattern.compile("href=\"(playlist/[0-9a-f-]+)\"><bdi>Daily jams for ann7, ")
                .matcher(page);
        assertThat(first.find()).isTrue();
        given().get("/" + first.group(1))
                .then()
                .body(containsString("action=\"../" + first.group(1) + "/save\""), not(containsString("/delete\"")));
        String list = given().get("/" + first.group(1)).asString();
        assertThat(list)
                .contains("<form id=\"verdicts\"", "name=\"back\" value=\"" + first.group(1) + "\"")
                .containsPattern("formaction=\"\\.\\./songs/[^\"]+\" name=\"verdict\" value=\"love\"");
        Asking.nobody().get("/" + first.group(1)).then().body(not(containsString("/save\"")));

        String saved = send("/" + first.group(1) + "/save", Map.of())
                .statusCode(303)
                .extract()
                .header("Location");
        String id = saved.substring(saved.lastIndexOf('/') + 1);
        given().get("/playlists?user=ann7").then().body(containsString("playlist/" + id));
        send("/playlist/" + id + "/delete", Map.of())
                .statusCode(200)
                .body(containsString("Delete “Daily jams for ann7, "), containsString("href=\"../" + id + "\""));
        send("/playlist/" + id + "/delete", Map.of("sure", "true"))
                .statusCode(303)
                .header("Location", endsWith("playlists?user=ann7"));
        given().get("/playlist/" + id).then().statusCode(404);
        send("/" + first.group(1) + "/delete", Map.of("sure", "true")).statusCode(404);
        send(Asking.bearer(Asking.tokenOfImported("ann5")), "/" + first.group(1) + "/save", Map.of())
                .statusCode(403);
    }

    @Test
    void song_withoutIds_leadsNowhere() {
        given().get("/songs/a11").then().statusCode(200).body(not(containsString("rel=\"external\"")));
    }
}
