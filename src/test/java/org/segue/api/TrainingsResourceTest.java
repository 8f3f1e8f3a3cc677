package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.Services;

@QuarkusTest
@TestProfile(Services.Trainings.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrainingsResourceTest {

    private static final String PROBLEM = "application/problem+json";

    @BeforeAll
    static void beEmpty() {
        EmptyService.now();
    }

    @Test
    @Order(1)
    void status_empty_hasNothing() {
        given().get("/api/status")
                .then()
                .statusCode(200)
                .body("users", equalTo(0))
                .body("songs", equalTo(0))
                .body("interactions", equalTo(0))
                .body("model", nullValue())
                .body("training", nullValue())
                .body("imports.size()", equalTo(0));
    }

    @Test
    @Order(2)
    void post_nothingToTrainOn_failsInWords() {
        JsonPath training = Jobs.trained("{}");

        assertThat(training.getString("status")).isEqualTo("failed");
        assertThat(training.getString("error")).contains("There is no listening data to train on");
    }

    @Test
    @Order(3)
    void post_whileOneRuns_is409AndCancelEndsIt() {
        StringBuilder csv = new StringBuilder("user,song,rating\n");
        for (int i = 0; i < 2000; i++) {
            csv.append("u%d,s%d,%d\n".formatted(i % 100, (i * 31) % 97, 1 + i % 5));
        }
        Jobs.imported("ratings", csv.toString());
        int id = train("{\"objective\":\"explicit\",\"epochs\":10000,\"dimension\":8}")
                .then()
                .statusCode(202)
                .header("Location", containsString("trainings/"))
                .body("status", equalTo("queued"))
                .body("hyperparameters.epochs", equalTo(10000))
                .body("hyperparameters.batchSize", equalTo(32))
                .extract()
                .path("id");
        train("{}").then().statusCode(409).contentType(PROBLEM).body("training", equalTo(id));
        Jobs.eventually(() -> given().get("/api/status")
                .then()
                .body("training.id", equalTo(id))
                .body("training.epoch", org.hamcrest.Matchers.greaterThan(0))
                .body("training.loss", notNullValue()));
        given().delete("/api/trainings/" + id).then().statusCode(202);

        assertThat(Jobs.ended(new JsonPath("{\"id\":" + id + "}"), "trainings").getString("status"))
                .isEqualTo("cancelled");
        given().delete("/api/trainings/" + id)
                .then()
                .statusCode(409)
                .contentType(PROBLEM)
                .body("detail", containsString("cancelled"));
        given().get("/api/status").then().body("model", nullValue()).body("training", nullValue());
    }

    @Test
    @Order(4)
    void post_withoutABody_trainsByDefaultAndActivates() {
        Response accepted = given().post("/api/trainings");
        JsonPath training = Jobs.ended(accepted.then().statusCode(202).extract().jsonPath(), "trainings");

        assertThat(training.getString("status")).as(training.prettify()).isEqualTo("completed");
        assertThat(training.getFloat("progress")).isEqualTo(1f);
        assertThat(training.getString("hyperparameters.objective")).isEqualTo("implicit");
        assertThat(training.getBoolean("tune")).isTrue();
        assertThat(training.getList("trials.hyperparameters", Map.class))
                .as("what was found is one of those that were tried")
                .hasSizeGreaterThan(14)
                .contains(training.getMap("hyperparameters"));
        assertThat(training.getList("trials.ndcgAt10")).doesNotContainNull();
        assertThat(training.getString("finishedAt")).endsWith("Z");
        given().get("/api/status")
                .then()
                .body("users", equalTo(100))
                .body("songs", equalTo(97))
                .body("model.version", equalTo(training.getString("model")))
                .body("model.ageSeconds", org.hamcrest.Matchers.lessThan(600))
                .body("model.interactions", notNullValue());
    }

    @Test
    @Order(5)
    void list_isNewestFirst() {
        given().get("/api/trainings?limit=2")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].status", equalTo("completed"))
                .body("items[1].status", equalTo("cancelled"))
                .body("total", equalTo(3))
                .body("next", notNullValue());
        given().get("/api/trainings?limit=0").then().statusCode(422).contentType(PROBLEM);
        given().get("/api/trainings/4711").then().statusCode(404).contentType(PROBLEM);
        given().delete("/api/trainings/4711").then().statusCode(404).contentType(PROBLEM);
        given().get("/api/trainings/x").then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    @Order(6)
    void post_bodyOfAnotherType_is415() {
        given().contentType("text/plain")
                .body("{}")
                .post("/api/trainings")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @Order(6)
    @CsvSource(
            delimiter = '|',
            value = {
                "{'dimension':0} | dimension",
                "{'dimension':1025} | dimension",
                "{'epochs':0} | epochs",
                "{'epochs':10001} | epochs",
                "{'learningRate':0} | learningRate",
                "{'learningRate':11} | learningRate",
                "{'batchSize':0} | batchSize",
                "{'regularization':-0.1} | regularization",
                "{'unobservedWeight':1e7} | unobservedWeight",
                "{'objective':'explicit','tune':true} | tune",
            })
    void post_outOfRange_is422AndNamed(String body, String field) {
        train(body).then().statusCode(422).contentType(PROBLEM).body("violations[0].field", containsString(field));
    }

    @ParameterizedTest
    @Order(7)
    @CsvSource(
            delimiter = '|',
            value = {
                "{'objective':'magic'} | objective",
                "{'confidence':'square'} | confidence",
                "{'epochs':'3'} | epochs",
                "{'epochs':2.5} | epochs",
                "{'seed':'x'} | seed",
                "{'tuning':true} | tuning",
            })
    void post_wrongTypeOrUnknownField_is400AndNamed(String body, String field) {
        train(body).then().statusCode(400).contentType(PROBLEM).body("violations[0].field", equalTo(field));
    }

    private static Response train(String body) {
        return given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/api/trainings");
    }
}
