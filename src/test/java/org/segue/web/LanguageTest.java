package org.segue.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.api.Household;

/** Pages in German: who gets them, what comes in it, and that nothing mixes languages. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class LanguageTest {

    private static final String GERMAN = "<html lang=\"de\"";
    private static final String ENGLISH = "<html lang=\"en\"";

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-AT,de;q=0.9,en;q=0.8", "DE", "fr, de;q=0.5, en;q=0.4"})
    void german_isForWhoLikesItBestOfOurs(String accepted) {
        for (String address : new String[] {"/?user=ann5&n=3", "/people/tim", "/docs", "/sign-in"}) {
            page(address, accepted)
                    .statusCode(200)
                    .body(containsString(GERMAN), containsString(">Zum Inhalt springen<"))
                    .header("Content-Language", "de")
                    .header("Vary", allOf(containsString("Accept-Language"), containsString("Cookie")));
        }
        page("/people/tim", accepted).body(containsString("<span>4 Wiedergaben"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US,de;q=0.5", "fr, eo;q=0.5", "*", "q=1", "%%%", ""})
    void anythingElse_isEnglish(String accepted) {
        page("/?user=ann5&n=3", accepted).body(containsString(ENGLISH)).header("Content-Language", "en");
    }

    @Test
    void nothingAsked_isEnglish() {
        given().get("/").then().statusCode(200).body(containsString(ENGLISH));
    }

    @Test
    void wrongAndMissingPages_areGermanToo() {
        page("/people/nobody", "de").statusCode(404).body(containsString("<h1>Seite nicht gefunden</h1>"));
        page("/?user=&n=3", "de").statusCode(422).body(containsString(GERMAN));
    }

    @Test
    void choice_isKept_andWinsOverTheBrowser() {
        String cookie = switchTo("de", "people/tim?before=x")
                .statusCode(303)
                .header("Location", "./people/tim?before=x")
                .extract()
                .cookie("segue-language");
        assertThat(cookie).isEqualTo("de");
        chosen(cookie).header("Accept-Language", "en").get("/docs").then().body(containsString(GERMAN));
        chosen("en").header("Accept-Language", "de").get("/docs").then().body(containsString(ENGLISH));
        chosen("xx").header("Accept-Language", "de").get("/docs").then().body(containsString(GERMAN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "\r\nSet-Cookie: a=b", "/../x"})
    void choice_leadsToNoOtherPlace(String to) {
        switchTo("de", to).statusCode(303).header("Location", startsWith("./"));
    }

    @Test
    void choice_ofAnUnknownLanguage_isEnglish() {
        assertThat(switchTo("<b>", "").statusCode(303).extract().cookie("segue-language"))
                .isEqualTo("en");
    }

    @Test
    void switch_isOnEveryPage_andKnowsTheWayBack() {
        page("/search?q=%22%3Cb", "en")
                .body(containsString("action=\"./language\""), containsString("value=\"search?q=%22%3Cb\""))
                .body(containsString("value=\"de\" lang=\"de\">Deutsch</button>"));
        page("/people/tim", "de")
                .body(containsString("action=\"../language\""), containsString("value=\"people/tim\""))
                .body(containsString("value=\"en\" lang=\"en\">English</button>"));
    }

    @Test
    void api_staysEnglish() {
        given().header("Accept-Language", "de")
                .get("/api/users/nobody/neighbors")
                .then()
                .body(not(containsString("nicht")));
    }

    @ParameterizedTest
    @CsvSource({"'de-AT,de;q=0.9,en;q=0.8', de", "'en;q=0.5,de', de", "'en,de', en", "*, en", "%%%, en", "'', en"})
    void language_isTheOneThatIsLikedBest(String accepted, String expected) {
        assertThat(Language.liked(accepted)).isEqualTo(Locale.forLanguageTag(expected));
    }

    @Test
    void numbersAndDates_areThoseOfTheLanguage() {
        Instant time = Instant.parse("2026-11-09T18:05:00Z");
        assertThat(Formatting.count(121_000, null)).isEqualTo("121,000");
        assertThat(Formatting.count(121_000, Locale.GERMAN)).isEqualTo("121.000");
        assertThat(Formatting.score(0.316f, Locale.GERMAN)).isEqualTo("0,32");
        assertThat(Formatting.percentage(95, Locale.ENGLISH)).isEqualTo("95%");
        assertThat(Formatting.percentage(95, Locale.GERMAN)).isEqualTo("95\u00a0%");
        assertThat(Formatting.day(time, Locale.ENGLISH)).isEqualTo("9 Nov 2026");
        assertThat(Formatting.day(time, Locale.GERMAN)).isEqualTo("9. Nov. 2026");
        assertThat(Formatting.minute(time, Locale.GERMAN)).isEqualTo("9. Nov. 2026, 18:05");
        assertThat(Formatting.value(2.5, Locale.GERMAN)).isEqualTo("2,5");
        assertThat(Formatting.value(3, null)).isEqualTo("3");
    }

    @Test
    void build_keepsTheLanguagesOfThePages() {
        assertThat(ConfigProvider.getConfig().getValues("quarkus.locales", String.class))
                .containsExactlyElementsOf(
                        Language.SPOKEN.stream().map(Locale::getLanguage).toList());
    }

    private static ValidatableResponse page(String address, String accepted) {
        return given().urlEncodingEnabled(false)
                .header("Accept", "text/html")
                .header("Accept-Language", accepted)
                .get(address)
                .then();
    }

    private static ValidatableResponse switchTo(String language, String to) {
        return given().redirects()
                .follow(false)
                .formParam("language", language)
                .formParam("to", to)
                .post("/language")
                .then();
    }

    private static RequestSpecification chosen(String language) {
        return given().cookie("segue-language", language).header("Accept", "text/html");
    }
}
