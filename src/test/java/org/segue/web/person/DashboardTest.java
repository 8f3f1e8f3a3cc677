package org.segue.web.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.StringReader;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.access.Asking;
import org.segue.testsupport.Services;
import org.xml.sax.InputSource;

/** A person's listening by period, and the year in review, with plays at times of a zone that is not UTC. */
@QuarkusTest
@TestProfile(DashboardTest.InTokyo.class)
class DashboardTest {

    /** A household in which a day begins nine hours earlier. */
    public static final class InTokyo extends Services.Closed {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("segue.playlists.zone", "Asia/Tokyo");
            return settings;
        }
    }

    private static boolean played;

    @BeforeEach
    void play() {
        if (!played) {
            // The last of these is on the first of January in Tokyo.
            plays(
                    "dora",
                    "2024-01-10T10:00:00 Early <b>One</b>|Ann|First",
                    "2024-05-02T10:00:00 Found in May|Bea|Second",
                    "2024-05-02T11:00:00 Found in May|Bea|Second",
                    "2024-05-03T03:30:00 Found in May|Bea|Second",
                    "2024-05-04T14:00:00 Early <b>One</b>|Ann|First",
                    "2024-12-31T15:00:00 New Year|Ann|First");
            played = true;
        }
    }

    @Test
    void year_hasItsNumbers_inTheZoneOfTheHousehold() {
        String page = page("/people/dora?period=year&day=2024-07-01");

        assertThat(numbers(page)).containsExactly("5 plays", "2 artists, 2 new", "1 discovery, 60% of plays");
        assertThat(rows(page, "top-artists")).containsExactly("3 Bea", "2 Ann");
        assertThat(rows(page, "top-songs")).containsExactly("3 Found in May Bea", "2 Early &lt;b&gt;One&lt;/b&gt; Ann");
        assertThat(rows(page, "top-albums")).containsExactly("3 Second Bea", "2 First Ann");
        assertThat(page)
                .contains("class=\"heat-4\"", "<title>May 2, 2024: 2</title>", "href=\"./dora/year/2024\"")
                .contains("day=2025-01-01\">Later")
                .doesNotContain("Earlier");
    }

    @Test
    void month_isComparedWithTheOneBefore_andLeadsToOthers() {
        String may = page("/people/dora?period=month&day=2024-05-31");
        assertThat(numbers(may).get(0)).isEqualTo("4 plays");
        assertThat(may).contains("May 2024", "day=2024-04-30\">← Earlier", "day=2024-06-01\">Later");

        String january = page("/people/dora?period=month&day=2025-01-15");
        assertThat(numbers(january)).containsExactly("1 play", "1 artist, 0 new", "1 discovery, 100% of plays");
        assertThat(rows(page("/people/dora?period=month&day=2024-08-01"), "top-songs"))
                .containsExactly("No plays in this period");
    }

    @ValueSource(
            strings = {"?period=nonsense", "?day=2024-99-99", "?period=year&day=%00", "?period=week&day=9999-12-31", ""
            })
    @ParameterizedTest
    void anythingElse_isAnswered(String query) {
        assertThat(page("/people/dora" + query)).contains("id=\"top-artists\"");
    }

    @Test
    void allTime_countsPlaysWithoutATimeToo() {
        assertThat(rows(page("/people/dora"), "top-artists")).containsExactly("3 Ann", "3 Bea");
    }

    @Test
    void yearInReview_isAPage() {
        String page = page("/people/dora/year/2024").replaceAll("\\s+", " ");

        assertThat(page)
                .contains("dora’s 2024 in review", "<dd>3</dd>", "days in a row with music, May 2, 2024 to May 4, 2024")
                .contains("<title>May: 4</title>", "&lt;b&gt;");
        assertThat(page("/people/dora/year/2019")).contains("No plays with a date in 2019");
    }

    @Test
    void yearInReview_isAPicture_thatIsXml() throws Exception {
        String picture = given().get("/people/dora/year/2024/picture")
                .then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .header("Content-Disposition", containsString("year-2024.svg"))
                .extract()
                .asString();

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(picture)))
                        .getDocumentElement()
                        .getTextContent())
                .contains("2. Early <b>One</b>", "1. Bea");
    }

    @ValueSource(
            strings = {
                "/people/dora/year/24",
                "/people/dora/year/1969",
                "/people/dora/year/x",
                "/people/nobody-at-all/year/2024"
            })
    @ParameterizedTest
    void otherYears_areMissing(String path) {
        given().accept("text/html").get(path).then().statusCode(404);
    }

    private static void plays(String user, String... plays) {
        String listens = String.join(
                ",", List.of(plays).stream().map(DashboardTest::listen).toList());
        Asking.player(Asking.tokenOf(user))
                .contentType("application/json")
                .body("{\"listen_type\":\"import\",\"payload\":[" + listens + "]}")
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
    }

    private static String listen(String play) {
        List<String> words = List.of(play.substring(20).split(Pattern.quote("|"), -1));
        long at = LocalDateTime.parse(play.substring(0, 19)).toEpochSecond(ZoneOffset.UTC);
        return "{\"listened_at\":%d,\"track_metadata\":{\"track_name\":\"%s\",\"artist_name\":\"%s\",\"release_name\":\"%s\"}}"
                .formatted(at, words.get(0), words.get(1), words.get(2));
    }

    private static String page(String address) {
        return given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> numbers(String page) {
        return Pattern.compile("<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .limit(3)
                .map(found -> words(found.group(2) + " " + found.group(1).replaceAll("<span.*", "")))
                .toList();
    }

    private static List<String> rows(String page, String id) {
        String list = page.substring(page.indexOf("id=\"" + id + "\""));
        return Pattern.compile("<li>(.*?)</li>", Pattern.DOTALL)
                .matcher(list.substring(0, list.indexOf("</ol>")))
                .results()
                // Ways to a song have a test of their own.
                .map(row -> words(row.group(1).replaceAll("<a class=\"open.*?</a>", "")))
                .toList();
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip();
    }
}
