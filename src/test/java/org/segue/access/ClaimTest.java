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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fresh service is claimed on the same machine, once. What is refused comes first: it must leave the service unclaimed. */
@QuarkusTest
@TestProfile(ClaimTest.Fresh.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClaimTest {

    /** A first start as people do it: nobody has set a token. */
    public static class Fresh implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("segue.access.admin-token", "", "segue.access.claim", "loopback");
        }
    }

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI root;

    @Inject
    Claims claims;

    private String own() {
        return "http://localhost:" + root.getPort();
    }

    private Response post(String... headers) {
        var request = given().noFilters()
                .baseUri(own())
                .redirects()
                .follow(false)
                .header("Accept", "text/html")
                .contentType("application/x-www-form-urlencoded")
                .formParam("names", "Anna, Ben");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.post("/start/claim");
    }

    @Test
    @Order(1)
    void page_offersIt_withoutAToken() {
        String page = given().noFilters().baseUri(own()).get("/start").asString();

        assertThat(page).contains("Who will listen here?", "start/claim\"").doesNotContain("id=\"code\"");
        assertThat(given().noFilters()
                        .baseUri(own())
                        .header("X-Forwarded-For", "192.168.1.7")
                        .get("/start")
                        .asString())
                .as("through a proxy it takes the code")
                .contains("id=\"code\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin",
        "Accept-Language, en",
    })
    @Order(2)
    void withoutAnOrigin_isRefused(String header, String value) {
        assertThat(post(header, value).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example", "http://localhost:1", "https://localhost:PORT", "null"})
    @Order(2)
    void fromAPageOfAnotherOrigin_isRefused(String origin) {
        assertThat(post("Origin", origin.replace("PORT", String.valueOf(root.getPort())))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Forwarded, for=127.0.0.1",
        "X-Forwarded-For, 127.0.0.1",
        "X-Forwarded-Host, localhost",
        "Via, 1.1 proxy"
    })
    @Order(2)
    void throughAProxy_withoutTheCode_isRefused(String header, String value) {
        Response refused = post("Origin", own(), header, value);

        // Of five tries four are gone then.
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("That isn’t the code in the log.", "value=\"Anna, Ben\"");
    }

    @Test
    @Order(3)
    void withoutANameToBeginWith_claimsNothing() {
        Response refused = given().noFilters()
                .baseUri(own())
                .header("Origin", own())
                .contentType("application/x-www-form-urlencoded")
                .formParam("names", " , ")
                .post("/start/claim");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("Enter at least one name.");
        assertThat(claims.find()).isEmpty();
    }

    @Test
    @Order(4)
    void onThisMachine_signsIn_makesTheListeners_andIsKept() {
        Response claimed = post("Origin", own(), "User-Agent", "Firefox of the tests");

        assertThat(claimed.statusCode()).isEqualTo(303);
        assertThat(claimed.header("Set-Cookie")).startsWith("segue-session=").contains("HttpOnly", "SameSite=Strict");
        String cookie = claimed.cookie("segue-session");
        assertThat(signedIn(cookie, "/start")).contains(">Anna</a>", ">Ben</a>");
        assertThat(signedIn(cookie, "/tokens"))
                .contains("Set up", "127.0.0.1", "on the same machine", "Firefox of the tests");
        Claim claim = claims.find().orElseThrow();
        assertThat(claim.way()).isEqualTo("loopback");
        assertThat(claim.address()).isEqualTo("127.0.0.1");
    }

    private String signedIn(String cookie, String path) {
        return given().noFilters()
                .baseUri(own())
                .cookie("segue-session", cookie)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    @Order(5)
    void aSecondTime_isRefused() {
        assertThat(post("Origin", own()).statusCode()).isEqualTo(409);
        assertThat(given().noFilters().baseUri(own()).get("/start").asString())
                .contains("Setting up is for the administrator.")
                .doesNotContain("start/claim", "Anna");
    }
}
