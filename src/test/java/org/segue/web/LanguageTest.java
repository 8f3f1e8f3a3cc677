package org.segue.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.api.Household;

/** Pages in another language: the tests have three small files, {@code messages/BUNDLE_eo.properties}, and no more. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class LanguageTest {

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eo", "eo;q=0.9, en;q=0.5", "EO"})
    void translation_isAFileABundle_whatItLacksIsEnglish(String accepted) {
        page("/?user=ann5&n=3", accepted)
                .statusCode(200)
                .body(containsString("<html lang=\"eo\""))
                .body(containsString(">Kio sonu poste?<"), containsString(">3 kantoj por ann5<"));
        page("/?user=&n=3", accepted).statusCode(422).body(containsString("Tajpu nomon."));
        page("/people/tim", accepted)
                .statusCode(200)
                .body(containsString("<span>4 aŭskultoj</span>"), containsString("<li>Ankoraŭ nenio.</li>"))
                .body(containsString(">Artists most played<"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr, eo;q=0.5", "*", "q=1", ""})
    void anythingElse_isEnglish(String accepted) {
        page("/?user=ann5&n=3", accepted)
                .body(containsString("<html lang=\"en\""), containsString(">What should play next?<"))
                .body(containsString(">3 songs for ann5<"), not(containsString("kantoj")));
    }

    @Test
    void nothingAsked_isEnglish() {
        given().get("/").then().statusCode(200).body(containsString(">What should play next?<"));
    }

    @ParameterizedTest
    @CsvSource({"'de-AT,de;q=0.9,en;q=0.8', de-AT", "'en;q=0.5,eo', eo", "*, en", "%%%, en", "'', en"})
    void language_isTheOneThatIsLikedBest(String accepted, String expected) {
        assertThat(Language.first(accepted)).isEqualTo(Locale.forLanguageTag(expected));
    }

    private static ValidatableResponse page(String address, String accepted) {
        return given().header("Accept-Language", accepted).get(address).then();
    }
}
