package org.segue.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that lead nowhere, as a browser asks for them. */
@QuarkusTest
class MissingPagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/artists",
                "/songs",
                "/songs/nope",
                "/albums",
                "/models/x",
                "/docs/x",
                "/library/x",
                "/a/b/c"
            })
    void missingPage_isAPage_withSearch(String address) {
        given().header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get(address)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("<h1>Page not found</h1>"), containsString("role=\"search\""));
    }
}
