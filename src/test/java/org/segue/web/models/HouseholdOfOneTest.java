package org.segue.web.models;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.segue.web.Forms.send;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.api.Jobs;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.Services;

/** One or two listeners with a few plays: trainings succeed, and no figure claims what so little cannot tell. */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class HouseholdOfOneTest {

    @AfterEach
    void leaveNothing() {
        EmptyService.now();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void training_onFortyPlays_givesAModel_withoutFigures(int listeners) {
        EmptyService.now();
        Jobs.importedTable("source=own", plays(listeners));

        send("/models", Map.of()).statusCode(303);

        JsonPath training =
                Jobs.ended(given().get("/api/trainings?limit=1").jsonPath().setRootPath("items[0]"), "trainings");
        assertThat(training.getString("error")).isNull();
        given().get("/models")
                .then()
                .body(
                        containsString("too little data to test this model"),
                        containsString("<span class=\"tag good\">Active</span>"),
                        not(containsString("class=\"contest\"")),
                        not(containsString("1 users")));
    }

    private static String plays(int listeners) {
        return IntStream.range(0, 40 * listeners)
                .mapToObj(row -> "anna%d,s%d,Title %d,Artist %d,%d"
                        .formatted(row % listeners, row % 25, row % 25, row % 7, 1 + row % 9))
                .collect(Collectors.joining("\n", "user,song,title,artist,plays\n", "\n"));
    }

    @Test
    void training_withoutPlays_saysWhatToDo() {
        EmptyService.now();

        given().get("/models")
                .then()
                .body(containsString("No listening data to train on yet."), containsString("href=\"imports\""));
    }
}
