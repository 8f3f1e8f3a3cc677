package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked of backgrounds, and by whom, where there is no mirror. */
@QuarkusTest
class BackgroundsResourceTest {

    @Test
    void listenBrainz_noNetwork_isSaid() {
        JsonPath failed = Jobs.ended(
                given().contentType("application/json")
                        .body("{\"kind\":\"listenbrainz\"}")
                        .post("/api/backgrounds")
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath(),
                "backgrounds");

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("error")).contains("The mirror http://127.0.0.1:9/ can’t be reached");
        assertThat(given().get("/api/backgrounds/offers").jsonPath().getString("problem"))
                .contains("can’t be reached");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"listenbrainz\",\"dumps\":0}",
                "{\"kind\":\"listenbrainz\",\"dumps\":31}",
                "{\"kind\":\"listenbrainz\",\"users\":0}",
                "{\"kind\":\"listenbrainz\",\"upload\":\"x\"}",
                "{\"kind\":\"import\"}"
            })
    void post_valuesOutOfRange_are422(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/backgrounds")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void post_otherKinds_areNamed_andUnknownNumbersAre404() {
        given().contentType("application/json")
                .body("{\"kind\":\"lists\"}")
                .post("/api/backgrounds")
                .then()
                .statusCode(400);
        for (String path : List.of("/api/backgrounds/4711", "/api/backgrounds/4711/events")) {
            given().get(path).then().statusCode(404);
        }
        given().delete("/api/backgrounds/4711").then().statusCode(404);
    }

    @Test
    void everything_withoutTheAdministratorsToken_isRefused() {
        given().noFilters()
                .contentType("application/json")
                .body("{\"kind\":\"listenbrainz\"}")
                .post("/api/backgrounds")
                .then()
                .statusCode(401);
        given().noFilters().delete("/api/backgrounds/1").then().statusCode(401);
        given().noFilters().get("/api/backgrounds/offers").then().statusCode(401);
    }
}
