package org.segue.web.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(HomeFakes.class)
class AskedTimeTest {

    @Test
    void home_withoutQuestion_offersFourChoicesAndLetsTheModelDecide() {
        assertThat(page("/", 200).replaceAll("\\s+", " "))
                .contains("<label for=\"when\">Which plays count</label> <select id=\"when\" name=\"when\"")
                .containsSubsequence(
                        "<option value=\"\">Automatic</option>",
                        "<option value=\"now\">Now</option>",
                        "<option value=\"lately\">Lately</option>",
                        "<option value=\"always\">Always</option>");
        assertThat(page("/?user=timed", 200)).contains("asked: BY_MODEL").doesNotContain(" selected>", "when=");
    }

    @ParameterizedTest
    @CsvSource({"now, NOW", "lately, LATELY", "always, ALWAYS"})
    void home_choice_isAskedForAndKept(String choice, String asked) {
        assertThat(page("/?user=timed&n=1&when=" + choice, 200))
                .contains("asked: " + asked, "<option value=\"" + choice + "\" selected>")
                .contains("href=\"./?user=timed&amp;n=1&amp;when=" + choice + "&amp;ignore=r1\"")
                .contains("name=\"back\" value=\"?user=timed&amp;n=1&amp;when=" + choice + "\"")
                .contains("href=\"playlist?format=csv&amp;user=timed&amp;n=1&amp;when=" + choice + "\"");
    }

    @Test
    void recommend_form_answersTheSamePage() {
        String sent = given().contentType("application/x-www-form-urlencoded")
                .formParam("user", "timed")
                .formParam("n", "3")
                .formParam("when", "lately")
                .post("/recommend")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(sent).contains("asked: LATELY", "value=\"?user=timed&amp;n=3&amp;when=lately\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "NOW", "PT6H"})
    void home_otherValue_isNamedBesideTheField(String typed) {
        assertThat(page("/?user=timed&when=" + typed, 422))
                .contains("aria-describedby=\"when-problem\" aria-invalid=\"true\" autofocus")
                .contains("id=\"when-problem\">" + typed + " isn’t one of the choices. Pick one from the list.</p>")
                .contains("value=\"timed\"")
                .doesNotContain("class=\"song\"");
        assertThat(page("/?seed=r1&when=" + typed, 422))
                .contains(typed + " isn’t")
                .doesNotContain("when-field\" hidden");
        given().redirects()
                .follow(false)
                .get("/playlist?format=csv&user=timed&when=" + typed)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/?user=timed&n=10&when=" + typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P365D", "PT5M", "P3650D"})
    void home_halfLife_isAskedForAndKept(String halfLife) {
        assertThat(page("/", 200))
                .contains(
                        "<label for=\"half-life\">A play counts half after</label>", "value=\"PT6H\">6 hours</option>");
        assertThat(page("/?user=timed&n=1&when=&halfLife=" + halfLife, 200))
                .contains("asked: HALF_LIFE", "<option value=\"" + halfLife + "\" selected>")
                .contains("href=\"./?user=timed&amp;n=1&amp;halfLife=" + halfLife + "&amp;ignore=r1\"")
                .contains("href=\"playlist?format=csv&amp;user=timed&amp;n=1&amp;halfLife=" + halfLife + "\"");
        assertThat(page("/?seed=r1&n=1&halfLife=" + halfLife, 200)).doesNotContain("halfLife=", " selected>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT4M", "P3651D", "soon", "-PT6H"})
    void home_halfLifeThatIsNone_isNamedBesideTheField(String typed) {
        assertThat(page("/?user=timed&halfLife=" + typed, 422))
                .contains("aria-describedby=\"half-life-problem\" aria-invalid=\"true\" autofocus")
                .contains("id=\"half-life-problem\">" + typed + " isn’t a time from 5 minutes (PT5M)")
                .doesNotContain("class=\"song\"");
    }

    @Test
    void home_halfLifeBesideAChoice_isNotAnswered() {
        assertThat(page("/?user=timed&when=now&halfLife=PT6H", 422))
                .contains("id=\"half-life-problem\">Choose which plays count, or this, not both.</p>")
                .contains("<option value=\"now\" selected>", "<option value=\"PT6H\" selected>")
                .doesNotContain("class=\"song\"");
    }

    @Test
    void home_markupAsChoice_isShownAsText() {
        assertThat(page("/?user=timed&when=%3Cimg%3E", 422))
                .contains("id=\"when-problem\">&lt;img&gt; isn’t")
                .doesNotContain("<img");
    }

    @Test
    void home_songsAlone_haveNoPlaysToGoBy() {
        assertThat(page("/?seed=r1&n=1&when=now", 200))
                .contains("id=\"when-field\" hidden>")
                .doesNotContain("when=now", " selected>");
        assertThat(page("/?user=&n=1&when=now", 422))
                .as("somebody is still to be named")
                .contains("<option value=\"now\" selected>")
                .doesNotContain("when-field\" hidden");
    }

    private static String page(String address, int status) {
        String page = given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(status)
                .extract()
                .asString();
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }
}
