package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.awaitility.core.ThrowingRunnable;

/** Imports and trainings as a client starts them and follows them to their end. */
public final class Jobs {

    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled", "undone");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Jobs() {}

    /** Imports one file and waits for the end. */
    static JsonPath imported(String source, String content) {
        return imported(given().queryParam("source", source)
                .multiPart("file", "file.csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends an import and waits for the end. */
    public static JsonPath imported(RequestSpecification request) {
        return ended(
                request.post("/api/imports").then().statusCode(202).extract().jsonPath(), "imports");
    }

    /** Imports a table with the parameters of a query and waits until it is completed. */
    public static void importedTable(String query, String csv) {
        JsonPath accepted = given().contentType("text/csv")
                .body(csv)
                .post("/api/imports?" + query)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        JsonPath ended = ended(accepted, "imports");
        if (!"completed".equals(ended.getString("status"))) {
            throw new AssertionError(ended.prettify());
        }
    }

    /** Trains and waits for the end. */
    static JsonPath trained(String body) {
        return ended(
                given().contentType("application/json")
                        .body(body)
                        .post("/api/trainings")
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath(),
                "trainings");
    }

    /** Waits for the end of one. */
    public static JsonPath ended(JsonPath accepted, String kind) {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .until(
                        () -> given().get("/api/" + kind + "/" + accepted.getInt("id"))
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        job -> ENDED.contains(job.getString("status")));
    }

    /** Tries until something holds: what follows from a job's end takes a moment more. */
    public static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(PAUSE).untilAsserted(assertion);
    }
}
