package org.segue.web.models;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.segue.web.Forms.send;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;
import org.segue.api.Household;
import org.segue.api.Jobs;
import org.segue.web.Forms;

/** The page of models as the service answers it, to browsers without script too. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class ModelsPageTest {

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void hyperparameters_thatCannotBe_areNamed_andWhatWasTypedStays() {
        send("/models", Map.of("dimension", "many <b>", "epochs", "7"))
                .statusCode(422)
                .body(containsString("Dimension must be a whole number from 1 to 1024, but is many &lt;b&gt;."))
                .body(containsString("name=\"epochs\" type=\"number\" value=\"7\""));
        send("/models", Map.of("dimension", "5000"))
                .statusCode(422)
                .body(containsString("Dimension must be a whole number from 1 to 1024, but is 5000."));
        send("/models", Map.of("learningRate", "NaN")).statusCode(422).body(containsString("learningRate"));
        send("/models", Map.of("objective", "explicit", "tune", "true"))
                .statusCode(422)
                .body(containsString("Tuning works only with the implicit objective"));
        send("/models", Map.of("tune", "perhaps")).statusCode(422).body(containsString("Tuning can’t be perhaps."));
        send("/models", Map.of("confidence", "none", "objective", "neither")).statusCode(422);
    }

    @Test
    void training_isStartedOneAtATime_asOrdered_andCancelled() {
        Map<String, String> order = Map.of(
                "dimension",
                "8",
                "epochs",
                "9000",
                "seed",
                "7",
                "learningRate",
                "0.05",
                "confidence",
                "log",
                "tune",
                "false");
        send("/models", order).statusCode(303).header("Location", endsWith("models#jobs"));
        int training = given().get("/api/trainings?limit=1").jsonPath().getInt("items[0].id");

        send("/models", Map.of("dimension", "16"))
                .statusCode(409)
                .body(containsString("Training " + training + " is running."))
                .body(containsString("action=\"models/trainings/" + training + "/cancel\""));
        Asking.nobody()
                .get("/models")
                .then()
                .body(containsString("Training " + training), containsString("sign-in?to=models"), Forms.none());
        send("/models/trainings/" + training + "/cancel", Map.of())
                .statusCode(303)
                .header("Location", endsWith("models"));
        JsonPath ended = Jobs.ended(given().get("/api/trainings/" + training).jsonPath(), "trainings");
        assertThat(ended.getString("status")).isEqualTo("cancelled");
        send("/models/trainings/" + training + "/cancel", Map.of()).statusCode(303);
        assertThat(given().get("/api/trainings/" + training).jsonPath().getMap("hyperparameters"))
                .containsEntry("dimension", 8)
                .containsEntry("epochs", 9000)
                .containsEntry("seed", 7)
                .containsEntry("learningRate", 0.05f)
                .containsEntry("confidence", "log");
    }

    @Test
    void model_thatIsNotThere_isNotActivated_andThePageSaysWhatIs() {
        send("/models/no-such-model/activate", Map.of()).statusCode(303).header("Location", endsWith("models"));
    }
}
