package org.segue.access;

import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.AdministratorHeader;

/** Somebody who guesses tokens; and a proxy whose word counts. */
@QuarkusTest
@TestProfile(FailedTokensTest.Strict.class)
class FailedTokensTest {

    /** Three wrong tokens a minute; a proxy at the tests' own address. */
    public static class Strict implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "segue.access.failures-per-minute", "3",
                    "segue.access.proxy.addresses", "127.0.0.1",
                    "segue.access.proxy.administrators", "root");
        }
    }

    @Test
    void wrongTokens_shutTheAddressOut_butNoPlayers() {
        String user = tokenOf("failed-anna");
        proxied("root").get("/api/tokens").then().statusCode(200);
        proxied("failed-anna").get("/api/tokens").then().statusCode(403);
        proxied("failed-anna")
                .delete("/api/users/failed-anna/feedback/songs/none")
                .then()
                .statusCode(404);
        proxied("somebody").get("/api/tokens").then().statusCode(401);
        nobody().header("Remote-User", "failed-anna")
                .header("Remote-User", "root")
                .get("/api/tokens")
                .then()
                .statusCode(401);

        for (int i = 0; i < 5; i++) {
            player("guess-" + i).get("/1/validate-token").then().statusCode(200);
        }
        for (int i = 0; i < 3; i++) {
            bearer("guess-" + i).get("/api/status").then().statusCode(401);
        }

        bearer(AdministratorHeader.TOKEN)
                .get("/api/tokens")
                .then()
                .statusCode(429)
                .header("Retry-After", "60");
        nobody().contentType("application/json")
                .body("{\"token\":\"guess\"}")
                .post("/api/session")
                .then()
                .statusCode(429);
        nobody().get("/api/status").then().statusCode(200);
        player(user).get("/1/validate-token").then().statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification proxied(String user) {
        return nobody().header("Remote-User", user);
    }
}
