package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class JobEventsTest {

    @Test
    void importEvents_endWithDoneAndTheWholeReport() {
        int id = given().queryParam("source", "events")
                .multiPart(
                        "file",
                        "file.csv",
                        "user,song,plays\nanna,one,3\nanna,two,none\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        List<String> lines = given().get("/api/imports/" + id + "/events")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines.stream().filter(line -> line.startsWith("event:")))
                .last()
                .isEqualTo("event:done");
        assertThat(lines.stream().filter(line -> line.startsWith("data:")))
                .last()
                .asString()
                .contains("\"status\":\"completed\"", "\"interactionsAdded\":1", "\"badRows\":{\"count\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"imports", "trainings"})
    void events_noSuchJob_is404(String kind) {
        given().get("/api/" + kind + "/999/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
    }
}
