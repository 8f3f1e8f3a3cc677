package org.segue.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.testsupport.AdministratorHeader;

/** Where browsers send the cookie of a session. */
@QuarkusTest
class SessionCookieTest {

    @ParameterizedTest
    @CsvSource({"'', /", "/music, /music", "/music/, /music", "/a/b, /a/b", "evil.example, /", "'/x; Domain=a', /"})
    void cookie_behindAProxy_isForItsPathAlone(String prefix, String path) {
        String signedIn = given().header("X-Forwarded-Prefix", prefix)
                .contentType("application/json")
                .body("{\"token\":\"%s\"}".formatted(AdministratorHeader.TOKEN))
                .post("/api/session")
                .header("Set-Cookie");
        String signedOut = given().header("X-Forwarded-Prefix", prefix)
                .delete("/api/session")
                .header("Set-Cookie");

        assertThat(signedIn).contains("; Path=" + path + "; ").doesNotContain("Domain");
        assertThat(signedOut).contains("; Path=" + path + "; ").contains("Max-Age=0");
    }
}
