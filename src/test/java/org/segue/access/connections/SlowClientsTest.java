package org.segue.access.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.testsupport.RawConnection;
import org.segue.testsupport.Services;

/** Clients that take their time, or more than their share, by their bytes. */
@QuarkusTest
@TestProfile(Services.Impatient.class)
class SlowClientsTest {

    private static final Duration FAR_AWAY = Duration.ofSeconds(15);
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String CLOSE = "Connection: close\r\n\r\n";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "G",
                "GET /q/health/ready",
                "GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nX-Long: ",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 20\r\n\r\ntoken",
                "POST /recommend HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"use\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0",
            })
    void request_thatNeverEnds_losesItsConnectionWithoutAnAnswer(String part) throws IOException {
        try (RawConnection client = RawConnection.open("127.0.0.2", root.getPort())) {
            client.send(part);

            assertThat(client.read(FAR_AWAY)).doesNotContain("HTTP/1");
            assertThat(client.isClosed(FAR_AWAY)).isTrue();
        }
    }

    @Test
    void body_drippingForever_losesItsConnection() throws IOException {
        try (RawConnection client = RawConnection.open("127.0.0.2", root.getPort())) {
            client.send("POST /recommend" + HOST + "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n");
            Awaitility.await().atMost(FAR_AWAY).until(() -> client.send(" ").isClosed(Duration.ofMillis(50)));
        }
    }

    @Test
    void keptConnection_afterItsAnswer_isNotLate_untilTheNextRequestBegins() throws IOException {
        try (RawConnection client = RawConnection.open("127.0.0.2", root.getPort())) {
            client.send("GET /q/health/live" + HOST + "\r\n");
            assertThat(client.read(Services.Impatient.REQUEST.multipliedBy(3))).startsWith("HTTP/1.1 200");

            client.send("GET /q/health/live" + HOST);
            assertThat(client.isClosed(FAR_AWAY)).isTrue();
        }
    }

    @Test
    void connections_aboveTheShareOfAnAddress_areClosed_othersAreServed() throws IOException {
        List<RawConnection> many = new ArrayList<>();
        try {
            for (int i = 0; i < Services.Impatient.CONNECTIONS; i++) {
                many.add(RawConnection.open("127.0.0.3", root.getPort()).send("GET /q/health/live" + HOST + "\r\n"));
            }
            try (RawConnection above = RawConnection.open("127.0.0.3", root.getPort())) {
                assertThat(above.read(FAR_AWAY)).isEmpty();
            }
            // Opened when it is needed: a connection that waits is closed as well.
            try (RawConnection other = RawConnection.open("127.0.0.4", root.getPort())) {
                assertThat(other.send("GET /q/health/live" + HOST + CLOSE).status(FAR_AWAY))
                        .isEqualTo(200);
            }
        } finally {
            for (RawConnection connection : many) {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked, xchunked\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Transfer-Encoding:\r\n",
            })
    void body_whoseEndIsUnclear_isRefused(String headers) throws IOException {
        String answer =
                ask("POST /recommend" + HOST + "Content-Type: application/json\r\n" + headers + "\r\n0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsOnlyOnce("HTTP/1.1")
                .doesNotContain("problem");
    }

    @Test
    void body_chunkedInHttp10_isRefused() throws IOException {
        assertThat(ask("POST /recommend HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.0 400")
                .doesNotContain("problem");
    }

    @Test
    void body_chunkedOfAnyCase_isTaken() throws IOException {
        assertThat(ask("POST /recommend" + HOST
                        + "Content-Type: application/json\r\nTransfer-Encoding: Chunked\r\nConnection: close\r\n\r\n"
                        + "1\r\n{\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    private String ask(String request) throws IOException {
        try (RawConnection client = RawConnection.open("127.0.0.5", root.getPort())) {
            return client.send(request).read(FAR_AWAY);
        }
    }
}
