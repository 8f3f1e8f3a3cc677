package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.Services;

/** Who was forgotten is in no model: neither in those that are stored nor in one that is being trained. */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class ForgottenModelTest {

    @BeforeAll
    static void beEmpty() {
        EmptyService.now();
    }

    @Test
    void forget_storedModelsAndTheRunningTraining_loseTheUser() {
        StringBuilder rows = new StringBuilder("user,song,plays\n");
        SplittableRandom random = new SplittableRandom(5);
        for (int user = 0; user < 40; user++) {
            for (int song : random.ints(0, 30).distinct().limit(10).toArray()) {
                rows.append("u%d,s%d,%d\n".formatted(user, song, 1 + song % 4));
            }
        }
        Jobs.imported("models", rows.toString());
        String first = Jobs.trained("{\"dimension\":4,\"epochs\":2,\"tune\":false,\"evaluate\":false}")
                .getString("model");
        assertThat(users(first)).isEqualTo(40);
        assertThat(strategy("u1")).isEqualTo("trained");

        given().delete("/api/users/u1").then().statusCode(204);

        assertThat(strategy("u1")).isEqualTo("popular");
        assertThat(strategy("u2")).isEqualTo("trained");
        Jobs.eventually(() -> assertThat(users(first)).isEqualTo(39));

        JsonPath training = given().contentType("application/json")
                .body("{\"dimension\":4,\"epochs\":400,\"tune\":false,\"evaluate\":false}")
                .post("/api/trainings")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        Jobs.eventually(() -> assertThat(given().get("/api/trainings/" + training.getInt("id"))
                        .jsonPath()
                        .getInt("epoch"))
                .isPositive());
        given().delete("/api/users/u2").then().statusCode(204);
        assertThat(given().get("/api/trainings/" + training.getInt("id"))
                        .jsonPath()
                        .getString("status"))
                .isEqualTo("running");

        String second = Jobs.ended(training, "trainings").getString("model");
        assertThat(users(second)).isEqualTo(38);
        assertThat(strategy("u2")).isEqualTo("popular");
        assertThat(given().post("/api/models/" + first + "/activate").statusCode())
                .isEqualTo(200);
        assertThat(strategy("u1")).isEqualTo("popular");
        Jobs.eventually(() -> assertThat(users(first)).isEqualTo(38));
    }

    private static int users(String version) {
        return given().urlEncodingEnabled(false)
                .get("/api/models/" + version)
                .jsonPath()
                .getInt("manifest.users");
    }

    private static String strategy(String user) {
        return given().contentType("application/json")
                .body("{\"user\":\"%s\",\"n\":1}".formatted(user))
                .post("/recommend")
                .jsonPath()
                .getString("strategy");
    }
}
