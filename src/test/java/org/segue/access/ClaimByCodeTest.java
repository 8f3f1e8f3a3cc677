package org.segue.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where only the code of the log claims: five wrong ones, and only the token is left. */
@QuarkusTest
@TestProfile(ClaimByCodeTest.ByCode.class)
class ClaimByCodeTest {

    /** A first start of an image. */
    public static class ByCode implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("segue.access.admin-token", "", "segue.access.claim", "code");
        }
    }

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI root;

    @Inject
    Claims claims;

    @Test
    void fiveWrongCodes_closeIt_evenForTheRightOne() {
        assertThat(page()).as("even on the same machine").contains("id=\"code\"");
        for (int i = 1; i < 5; i++) {
            assertThat(claim("wrong" + i).statusCode()).isEqualTo(422);
        }

        Response fifth = claim("");

        assertThat(fifth.statusCode()).isEqualTo(429);
        assertThat(fifth.asString()).contains("Too many wrong codes.");
        assertThat(page()).contains("Too many wrong codes.").doesNotContain("start/claim");
        for (int code = 0; code < 3; code++) {
            assertThat(claim("%06d".formatted(code)).statusCode()).isEqualTo(429);
        }
        assertThat(claims.find()).isEmpty();
    }

    private String page() {
        return given().noFilters().get("/start").asString();
    }

    private Response claim(String code) {
        return given().noFilters()
                .baseUri("http://localhost:" + root.getPort())
                .header("Origin", "http://localhost:" + root.getPort())
                .contentType("application/x-www-form-urlencoded")
                .formParam("names", "Anna")
                .formParam("code", code)
                .post("/start/claim");
    }
}
