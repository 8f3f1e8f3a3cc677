package org.segue.web.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.api.Household;

/** Songs to start from that were named in words, as somebody without script names them. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class LikedSongTest {

    private static final String SEED = "<input type=\"hidden\" name=\"seed\" value=\"%s\">";

    @Test
    void words_meanTheSongThatTheyMatch_besideThoseChosenBefore() {
        liked("seed", "a11", "like", "b two fou")
                .statusCode(200)
                .body(
                        containsString(SEED.formatted("a11")),
                        containsString(SEED.formatted("b24")),
                        containsString("10 songs similar to your picks"));
    }

    @Test
    void id_meansItsSong() {
        liked("like", "b31").statusCode(200).body(containsString(SEED.formatted("b31")));
    }

    @Test
    void form_ofTheOtherAddress_takesWordsToo() {
        given().contentType("application/x-www-form-urlencoded")
                .formParam("like", "b31")
                .post("/recommend")
                .then()
                .statusCode(200)
                .body(containsString(SEED.formatted("b31")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such <b> song", "*", "\"", "../x", "𝄞"})
    void words_thatNoSongMatches_areSaidAndStay(String typed) {
        String shown = typed.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        liked("user", "ann5", "like", typed)
                .statusCode(422)
                .body(
                        containsString("No song matches “" + shown + "”."),
                        containsString("name=\"like\" type=\"text\" value=\"" + shown + '"'),
                        not(containsString("class=\"song\"")));
    }

    @Test
    void blanks_areNoWords() {
        liked("user", "ann5", "like", "  ").statusCode(200).body(containsString("10 songs for ann5"));
    }

    @Test
    void hostileLength_isAnswered() {
        liked("like", "x ".repeat(1000)).statusCode(422);
    }

    private static ValidatableResponse liked(String... parameters) {
        var request = given();
        for (int k = 0; k < parameters.length; k += 2) {
            request.queryParam(parameters[k], parameters[k + 1]);
        }
        return request.get("/").then();
    }
}
