package org.segue.api;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Imports and trainings as a client starts them and follows them to their end. */
public final class Jobs {

    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled", "undone");

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
        for (int i = 0; i < 1200; i++) {
            JsonPath job = given().get("/api/" + kind + "/" + accepted.getInt("id"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (ENDED.contains(job.getString("status"))) {
                return job;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("still at work: " + accepted.prettify());
    }

    /** Tries until something holds: what follows from a job's end takes a moment more. */
    static void eventually(Runnable assertion) {
        for (int i = 0; i < 200; i++) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        assertion.run();
    }
}
