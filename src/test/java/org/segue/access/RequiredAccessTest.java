package org.segue.access;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With {@code segue.access.required=true}. */
@QuarkusTest
@TestProfile(RequiredAccessTest.Closed.class)
class RequiredAccessTest extends AccessMatrix {

    /** Nothing is open; wrong tokens shut nobody out. */
    public static class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("segue.access.required", "true", "segue.access.failures-per-minute", "1000000");
        }
    }

    @Override
    boolean isRequired() {
        return true;
    }

    @Test
    void page_ofNobody_leadsToSigningIn_andBack() {
        nobody().accept("text/html")
                .redirects()
                .follow(false)
                .get("/?user=anna")
                .then()
                .statusCode(303)
                .header("Location", "./sign-in");
        nobody().get("/sign-in").then().statusCode(200).body(containsString("type=\"password\""));
        nobody().formParam("token", "wrong")
                .post("/sign-in")
                .then()
                .statusCode(401)
                .body(containsString("This token is wrong"));

        Response signedIn = nobody().formParam("token", tokenOf("required-anna"))
                .redirects()
                .follow(false)
                .post("/sign-in");
        signedIn.then().statusCode(303).header("Location", endsWith("/"));
        String session = signedIn.cookie(SessionCookie.NAME);
        nobody().cookie(SessionCookie.NAME, session)
                .get("/?user=required-anna")
                .then()
                .statusCode(200);
        nobody().cookie(SessionCookie.NAME, session)
                .get("/?user=somebody-else")
                .then()
                .statusCode(403)
                .body(containsString("your own songs alone"));
    }

    @Test
    void blend_withAnother_isForbidden() {
        String own = tokenOf("required-bea");

        Asking.bearer(own)
                .contentType("application/json")
                .body("{\"users\":[\"required-bea\",\"required-carl\"]}")
                .post("/recommend")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }
}
