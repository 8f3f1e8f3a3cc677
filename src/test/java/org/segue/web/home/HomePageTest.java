package org.segue.web.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.web.home.HomeStatus.TrainedModel;

@QuarkusTest
@TestProfile(HomeFakes.class)
class HomePageTest {
    /** Page, style, script and icon together, as they are sent without compression. */
    private static final int MAX_BYTES = 90_000;

    @Inject
    FakeHomeStatus status;

    @BeforeEach
    void trained() {
        status.become(FakeHomeStatus.trained());
    }

    @Test
    void home_withoutQuestion_showsFormAndNoSongs() {
        String page = page("/", 200);
        assertThat(page)
                .contains("<form id=\"ask\" method=\"get\" action=\"./\"", "name=\"user\"", "name=\"n\" type=\"text\"")
                .contains(
                        "1,892 listeners", "17,632 songs", "121,000 listener–song pairs", "model trained 3 minutes ago")
                .contains("<details id=\"fold\" open>", "Who is listening?")
                .doesNotContain("class=\"song\" id", "aria-invalid");
    }

    @Test
    void home_userGiven_showsTenSongsWithoutScript() {
        String page = page("/?user=anna", 200);
        assertThat(occurrences(page, "<li class=\"song\" id")).isEqualTo(10);
        assertThat(page)
                .contains("10 songs for anna", "Based on a model trained 3 minutes ago.")
                .contains("Teardrop", "Massive Attack", "Mezzanine", "value=\"anna\"", "value=\"10\"")
                .contains("<details id=\"fold\">", ">For anna · 10 songs · new</span>")
                .contains("<title>10 songs for anna – Segue</title>");
    }

    @Test
    void home_nGiven_showsAsMany() {
        assertThat(occurrences(page("/?user=anna&n=1", 200), "<li class=\"song\" id"))
                .isEqualTo(1);
        assertThat(page("/?user=anna&n=1", 200)).contains("1 song for anna");
    }

    @Test
    void home_emptyNumber_meansTen() {
        assertThat(page("/?user=anna&n=", 200)).contains("10 songs for anna", "value=\"10\"");
    }

    @Test
    void home_reasons_areNamedAndNegativeOnesAreNot() {
        assertThat(page("/?user=anna&n=1", 200).replaceAll("\\s+", " "))
                .contains(
                        "Because <bdi class=\"who\">anna</bdi> plays <cite><a href=\"songs/r1\"><bdi>Hyperballad &amp; Jóga</bdi></a></cite>")
                .contains(">and 1 more</span>", "plays <cite><bdi>غنيلي</bdi></cite>")
                .contains("href=\"./?user=anna&amp;n=1&amp;ignore=r1\">Ignore Hyperballad &amp; Jóga in this list</a>")
                .doesNotContain("Never named");
    }

    @Test
    void home_severalUsers_haveOneList_andReasonsSayWhose() {
        String page = page("/?user=anna&user=+ben+&user=&user=anna&n=1", 200).replaceAll("\\s+", " ");
        assertThat(page)
                .contains("1 song for anna and ben", "<title>1 song for anna and ben – Segue</title>")
                .contains("id=\"user\" name=\"user\" type=\"text\" value=\"\"")
                .contains(
                        "name=\"user\" value=\"ben\"><bdi>ben</bdi><a href=\"./?user=anna&amp;n=1\" aria-label=\"Remove ben\">")
                .contains("Because <bdi class=\"who\">anna</bdi> plays <cite><a href=\"songs/r1\"><bdi>Hyperballad")
                .contains("<bdi class=\"who\">ben</bdi> plays <cite><bdi>غنيلي</bdi></cite>")
                .contains("href=\"./?user=anna&amp;user=ben&amp;n=1&amp;ignore=r1\"")
                .contains("href=\"playlist?format=csv&amp;user=anna&amp;user=ben&amp;n=1\"")
                .doesNotContain("you play", "Rediscover</a>");
        assertThat(page("/?user=anna&user=ben&user=c&n=1", 200)).contains("1 song for anna, ben and c");
    }

    @Test
    void home_songsToStartFrom_areNoSongsThatAnybodyPlays() {
        assertThat(page("/?user=anna&seed=r1&n=1", 200).replaceAll("\\s+", " "))
                .contains("Because you picked <cite><a href=\"songs/r1\"><bdi>Hyperballad &amp; Jóga</bdi></a></cite>")
                .contains("<bdi class=\"who\">anna</bdi> plays <cite><bdi>غنيلي</bdi></cite>");
    }

    @Test
    void home_unknownListener_isNamedBesideTheField_withThoseWhoMayBeMeant() {
        assertThat(page("/?user=nobodyhere&n=3", 422))
                .contains("No listener is named “nobodyhere”.", "value=\"nobodyhere\"", "Did you mean")
                .contains("<a class=\"ask likely\" href=\"./?user=anna&amp;n=3\"><bdi>anna</bdi></a>")
                .contains("&lt;i&gt;Zoë&lt;/i&gt;")
                .doesNotContain("class=\"song\" id");
    }

    @Test
    void home_mostOfAnArtist_andKnownSongs_areKeptInAddresses() {
        assertThat(page("/?user=anna&maxPerArtist=2&mode=rediscover&n=10", 200))
                .contains("10 songs to rediscover for anna", "For anna · 10 songs · rediscover")
                .contains("<option selected>2</option>", "value=\"rediscover\" selected")
                .contains("href=\"./?user=anna&amp;n=10&amp;maxPerArtist=2\"")
                .contains("href=\"./?user=anna&amp;n=20&amp;maxPerArtist=2&amp;mode=rediscover#song-11\"");
    }

    @Test
    void home_tooManyUsers_areNamedBesideTheField() {
        String many = IntStream.rangeClosed(1, 21).mapToObj(i -> "user=u" + i).collect(Collectors.joining("&"));
        assertThat(page("/?" + many, 422)).contains("You can combine up to 20 listeners.", "value=\"u21\"");
        assertThat(page("/?user=anna&user=" + "b".repeat(129), 422)).contains("Use 128 characters or fewer.");
    }

    @Test
    void home_bars_compareWithTheBest() {
        Matcher steps = Pattern.compile("class=\"strength strength-(\\d)\"").matcher(page("/?user=anna&n=10", 200));
        assertThat(steps.results().map(match -> match.group(1)))
                .containsExactly("5", "5", "5", "5", "4", "4", "4", "3", "3", "3");
        assertThat(page("/?user=anna", 200)).contains("aria-label=\"Strength 4 of 5\"", "inside this list only");
    }

    @Test
    void home_markupInNames_isShownAsText() {
        assertThat(page("/?user=%3Cimg%20src%3Dx%3E", 200))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Friends&quot;")
                .contains("The &lt;b&gt;Bold&lt;/b&gt; Ones", "R&amp;B &gt;")
                .contains("10 popular songs for &lt;img src=x&gt;", "value=\"&lt;img src=x&gt;\"")
                .doesNotContain("<script>alert", "<b>Bold", "<i>Zoë", "<img", "&amp;lt;", "&amp;amp;");
    }

    @Test
    void home_exampleUsers_linkToTheirSongs() {
        assertThat(page("/", 200)).contains("href=\"./?user=a%3Ab%26c\"");
    }

    @Test
    void home_otherStrategies_areSaidInWords() {
        assertThat(page("/?user=ben", 200)).contains("Includes everything since the last training.");
        assertThat(page("/?user=early", 200))
                .contains("No model has been trained yet, so here are the most popular songs.");
    }

    @Test
    void home_unknownUser_showsPopularSongsAndTheWarning() {
        assertThat(page("/?user=stranger", 200))
                .contains("10 popular songs for stranger", "Nothing is known of stranger", "Played by 1,412 listeners")
                .as("feedback matters most here")
                .contains("id=\"verdicts\"")
                .doesNotContain("Because", "class=\"strength", "inside this list");
    }

    @Test
    void home_nothingLeft_saysSo() {
        assertThat(page("/?user=full", 200))
                .contains(
                        "No recommendations for full yet",
                        "Every song that Segue knows has been played already",
                        "href=\"start\"")
                .contains("href=\"imports\"", "href=\"./?user=full&amp;n=10&amp;mode=rediscover\"")
                .doesNotContain("class=\"song\" id");
    }

    @Test
    void home_tooLittleKnown_isNoRanking_andShowsAWayOn() {
        assertThat(page("/?user=starter", 200))
                .contains(
                        "Not enough data for a ranking yet",
                        "By an artist played before",
                        "Played by 1,325 listeners",
                        "Not played for a while",
                        "href=\"start\"")
                .doesNotContain("Because");
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5M, just now",
        "PT50S, just now",
        "PT1M, 1 minute ago",
        "PT59M, 59 minutes ago",
        "PT1H, 1 hour ago",
        "PT47H, 47 hours ago",
        "P2D, 2 days ago",
        "P400D, 400 days ago"
    })
    void home_ageOfModel_isSaidInItsLargestUnit(Duration age, String words) {
        status.become(withModel(new TrainedModel("any", Instant.now().minus(age), 121_000)));
        assertThat(page("/", 200)).contains("model trained " + words + "<");
    }

    @Test
    void home_interactionsSinceTheTraining_areCounted() {
        assertThat(page("/", 200)).contains("model trained 3 minutes ago · 500 new since<");
        status.become(withModel(new TrainedModel("any", Instant.now(), 130_000)));
        assertThat(page("/", 200)).as("some were taken back").contains("model trained just now<");
    }

    @Test
    void home_modelSwappedMeanwhile_claimsNoAge() {
        status.become(withModel(new TrainedModel("another", Instant.now(), 7)));
        assertThat(page("/?user=anna", 200))
                .contains("Based on the trained model.")
                .doesNotContain("a moment ago.");
    }

    @Test
    void home_importRunning_saysWhatGoesOnAndOffersAnotherLook() {
        status.become(FakeHomeStatus.importing());
        assertThat(page("/", 200))
                .contains("Setting up", "Import: 40,000 rows", "value=\"43\"")
                .contains("class=\"look-again\" href=\"./\"");
    }

    @Test
    void home_trainingRunning_answersMeanwhile() {
        status.become(FakeHomeStatus.training());
        assertThat(page("/?user=early&n=3", 200))
                .contains(
                        "Working in the background",
                        "Training: Looking for the best hyperparameters: 12 tried",
                        "no model yet",
                        "3 popular songs for early")
                .contains("class=\"look-again\" href=\"./?user=early&amp;n=3\"");
    }

    @Test
    void home_noSongs_leadsToTheStartPage() {
        status.become(FakeHomeStatus.empty());
        given().accept("text/html,application/xhtml+xml")
                .redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/start"));
        given().redirects().follow(false).get("/").then().statusCode(200);
        assertThat(page("/?user=full", 200))
                .contains("No songs to recommend yet.", "<a href=\"start\">Set up Segue</a>", "segue.demo=true")
                .doesNotContain(">0 songs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-3", "ten", "1.5", "99999999999"})
    void home_numberOutOfRange_isNamedBesideTheFieldAndKept(String n) {
        assertThat(page("/?user=anna&n=" + n, 422))
                .contains("id=\"n-problem\">Enter a whole number from 1 to 500.</p>")
                .contains("value=\"" + n + "\"", "value=\"anna\"", "aria-invalid=\"true\"")
                .doesNotContain("class=\"song\" id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?user=", "/?user=&n=", "/?user=%20%20&n=7", "/?n=7"})
    void home_userMissing_isNamedBesideTheField(String address) {
        assertThat(page(address, 422))
                .contains("id=\"user-problem\">Enter a listener’s name, or add at least one song you like.</div>")
                .doesNotContain("class=\"song\" id");
    }

    @Test
    void home_userTooLong_isNamedBesideTheField() {
        assertThat(page("/?user=" + "a".repeat(129), 422)).contains("Use 128 characters or fewer.");
        assertThat(page("/?user=" + "a".repeat(128), 200)).contains("10 popular songs for aaa");
    }

    @Test
    void home_tooMuchToCompute_saysSoAndWhenToComeAgain() {
        assertThat(page("/?user=busy", 503)).contains("Segue is busy right now", "value=\"busy\"");
        given().contentType("application/json")
                .body("{\"user\":\"busy\"}")
                .post("/recommend")
                .then()
                .statusCode(503)
                .header("Retry-After", "7")
                .body("detail", startsWith("Segue has too much to compute"));
    }

    @Test
    void home_answerFails_saysSoAndTellsNothingInternal() {
        assertThat(page("/?user=trouble", 500))
                .contains("Something went wrong", "value=\"trouble\"")
                .doesNotContain("secret");
    }

    @Test
    void recommend_form_answersTheSamePage() {
        String page = given().contentType("application/x-www-form-urlencoded")
                .formParam("user", "anna")
                .formParam("n", "3")
                .post("/recommend")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
        assertThat(main(page)).isEqualTo(main(page("/?user=anna&n=3", 200))).contains("3 songs for anna");
    }

    @Test
    void recommend_formWithoutUser_namesTheField() {
        given().contentType("application/x-www-form-urlencoded")
                .formParam("n", "3")
                .post("/recommend")
                .then()
                .statusCode(422)
                .contentType("text/html;charset=UTF-8");
    }

    @Test
    void page_headers_forbidEverythingForeignAndInline() {
        Response page = given().get("/?user=anna");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;")
                .doesNotContain("unsafe")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "connect-src 'self'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.asString()).doesNotContain(" style=", "<style", "onclick", "javascript:");
    }

    @Test
    void operations_keepTheirOwnHeaders() {
        assertThat(given().get("/q/openapi").header("Content-Security-Policy")).isNull();
    }

    @Test
    void page_links_areRelative() {
        String page = page("/?user=anna", 200);
        assertThat(page.replace("href=\"https://www.youtube.com/results?search_query=", ""))
                .doesNotContain("href=\"/", "src=\"/", "action=\"/", "http:", "https:");
        assertThat(page).as("songs of which nothing else is known").contains("rel=\"external noreferrer\"");
    }

    @Test
    void page_withAllItNeeds_isSmall() {
        String page = page("/", 200);
        int bytes = page.getBytes(StandardCharsets.UTF_8).length;
        Matcher assets = Pattern.compile("\"(?:\\./)?(assets/[^\"]+)\"").matcher(page);
        int files = 0;
        while (assets.find()) {
            bytes += given().get("/" + assets.group(1))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray()
                    .length;
            files++;
        }
        assertThat(files).isEqualTo(5);
        assertThat(bytes).isLessThan(MAX_BYTES);
    }

    private static HomeStatus withModel(TrainedModel model) {
        HomeStatus trained = FakeHomeStatus.trained();
        return new HomeStatus(
                trained.users(), trained.songs(), trained.interactions(), model, null, trained.examples());
    }

    private static String page(String address, int status) {
        return given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(status)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
