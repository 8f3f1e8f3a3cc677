package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.RawConnection;
import org.segue.testsupport.Services;

/** Somebody who guesses tokens; and a proxy whose word counts. */
@QuarkusTest
@TestProfile(Services.BehindProxy.class)
class FailedTokensTest {

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI root;

    @Test
    void wrongTokens_shutTheAddressOut_butNoPlayers() {
        String user = tokenOf("failed-anna");
        proxied("root").get("/api/tokens").then().statusCode(200);
        proxied("failed-anna").get("/api/tokens").then().statusCode(403);
        proxied("failed-anna")
                .delete("/api/users/failed-anna/feedback/songs/none")
                .then()
                .statusCode(404);
        proxied("Failed-Anna")
                .delete("/api/users/failed-anna/feedback/songs/none")
                .then()
                .statusCode(401);
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

    // Whom the proxy names is looked up on another thread: the answer comes from the event loop again, never while the
    // request is read.
    @RepeatedTest(100)
    void unknownUserOfTheProxy_isRefused() {
        proxied("somebody").get("/api/tokens").then().statusCode(401);
    }

    @Test
    void wrongTokens_throughAProxy_shutOutTheClientThatSentThem() {
        for (int i = 0; i < 3; i++) {
            forwarded("6.6.6.6, 192.0.2.1")
                    .header("Authorization", "Bearer guess")
                    .get("/api/status");
        }

        forwarded("192.0.2.1")
                .header("Authorization", "Bearer " + AdministratorHeader.TOKEN)
                .get("/api/tokens")
                .then()
                .statusCode(429);
        forwarded("192.0.2.1, 192.0.2.2")
                .header("Authorization", "Bearer " + AdministratorHeader.TOKEN)
                .get("/api/tokens")
                .then()
                .statusCode(200);
    }

    @Test
    void wrongTokens_ofOneWhoForgesAHeader_shutOutTheForger() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("127.0.0.6", "guess", "192.0.2." + (10 + i))).isEqualTo(401);
        }

        assertThat(ask("127.0.0.6", AdministratorHeader.TOKEN, "192.0.2.20")).isEqualTo(429);
        assertThat(ask("127.0.0.7", AdministratorHeader.TOKEN, "192.0.2.10")).isEqualTo(200);
    }

    private int ask(String from, String token, String forwardedFor) throws IOException {
        try (RawConnection connection = RawConnection.open(from, root.getPort())) {
            return connection
                    .send("GET /api/tokens HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + token + "\r\nX-Forwarded-For: " + forwardedFor + "\r\n\r\n")
                    .status(Duration.ofSeconds(30));
        }
    }

    private static io.restassured.specification.RequestSpecification forwarded(String addresses) {
        return nobody().header("X-Forwarded-For", addresses);
    }

    private static io.restassured.specification.RequestSpecification proxied(String user) {
        return nobody().header("Remote-User", user);
    }
}
