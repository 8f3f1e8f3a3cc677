package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.Services;

/** A model of ratings that answers, in a service of its own: others expect no such model. */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class ExplicitModelTest {

    @BeforeAll
    static void beEmpty() {
        EmptyService.now();
    }

    @Test
    void recommend_explicitModel_foldsInWhoCameAfterIt_andReasonsAddUp() {
        Jobs.imported("rated", ratings(1, 30));
        JsonPath training =
                Jobs.trained("{\"objective\":\"explicit\",\"dimension\":4,\"epochs\":40,\"evaluate\":false}");
        assertThat(training.getString("status")).isEqualTo("completed");
        Jobs.imported("rated", ratings(31, 31));

        JsonPath answer = recommend("{\"user\":\"u31\",\"n\":5}");

        assertThat(answer.getString("strategy")).isEqualTo("folded-in");
        List<Float> scores = answer.getList("items.score", Float.class);
        assertThat(scores).isNotEmpty().allMatch(Float::isFinite);
        assertThat(answer.getFloat("items[0].reasonsTotal")).isCloseTo(scores.get(0), within(1e-4f));
        assertThat(answer.getString("halfLife")).as("ratings do not age").isNull();
        for (String time : List.of("\"when\":\"now\"", "\"halfLife\":\"PT6H\"")) {
            JsonPath timed = recommend("{\"user\":\"u31\",\"n\":5,%s}".formatted(time));
            assertThat(timed.getString("halfLife")).isNull();
            assertThat(timed.getList("items.score")).isEqualTo(answer.getList("items.score"));
            assertThat(timed.<String>getList("warnings"))
                    .contains(
                            "The active model predicts ratings, so time makes no difference: all plays count the same.");
        }
        assertThat(recommend("{\"user\":\"u1\",\"n\":5}").getString("model")).isEqualTo(training.getString("model"));
    }

    private static String ratings(int from, int to) {
        StringBuilder rows = new StringBuilder("user,song,rating\n");
        for (int user = from; user <= to; user++) {
            for (int song = 0; song < 20; song++) {
                if ((user + song) % 3 != 0) {
                    rows.append("u%d,s%d,%d%n".formatted(user, song, 1 + (user % 2 + song) % 5));
                }
            }
        }
        return rows.toString();
    }

    private static JsonPath recommend(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/recommend")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
