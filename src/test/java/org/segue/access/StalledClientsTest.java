package org.segue.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segue.api.Jobs;
import org.segue.testsupport.Services;

/** Clients that send half a request and then nothing: they hold nobody up, and their address has its share and no more. */
@QuarkusTest
@TestProfile(Services.Narrow.class)
class StalledClientsTest {

    private static final int MAX = Services.Narrow.REQUESTS;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI root;

    private final List<Socket> stalled = new ArrayList<>();

    @AfterEach
    void hangUp() throws Exception {
        for (Socket socket : stalled) {
            socket.close();
        }
        await(200);
    }

    @Test
    void request_besideManyThatStall_isAnswered() throws IOException {
        stall(MAX - 1);
        // Those of the test before count for a moment more.
        await(200);

        given().get("/q/health/ready").then().statusCode(200);
        given().get("/api/status").then().statusCode(200);
    }

    @Test
    void request_aboveTheShareOfAnAddress_isRefusedInWords_untilOthersAreDone() throws Exception {
        stall(MAX);
        await(503);

        given().get("/api/status").then().statusCode(503).body("detail", containsString("More than 20 requests"));
        given().get("/1/validate-token").then().statusCode(503).body("code", equalTo(503));

        stalled.get(0).close();
        await(200);
    }

    private void stall(int clients) throws IOException {
        for (int i = 0; i < clients; i++) {
            Socket socket = new Socket(root.getHost(), root.getPort());
            stalled.add(socket);
            socket.getOutputStream()
                    .write(("POST /recommend HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100\r\n\r\n{\"user\":")
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }

    // A socket that is opened or closed is noticed in a moment.
    private static void await(int status) {
        Jobs.eventually(
                () -> assertThat(given().get("/api/status").statusCode()).isEqualTo(status));
    }
}
