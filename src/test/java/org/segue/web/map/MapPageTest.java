package org.segue.web.map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.Services;

/** The map's page where there is no map. */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class MapPageTest {

    @Test
    void withoutAModel_saysWhatIsMissing_andLeadsToTraining() {
        EmptyService.now();
        for (String address : new String[] {"/map", "/map?list=1", "/map?user=nobody-here"}) {
            given().accept("text/html")
                    .get(address)
                    .then()
                    .statusCode(200)
                    .body(
                            containsString("No map yet."),
                            containsString("<a href=\"models\">Train a model</a>"),
                            not(containsString("<canvas")),
                            not(containsString("map-search")),
                            not(containsString("id=\"groups\"")));
        }
    }

    @Test
    void inGerman_itIsGerman() {
        EmptyService.now();
        given().accept("text/html")
                .header("Accept-Language", "de")
                .get("/map")
                .then()
                .statusCode(200)
                .body(containsString("Noch keine Karte."), containsString("<a href=\"models\">Modell trainieren</a>"));
    }
}
