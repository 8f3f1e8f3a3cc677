package org.segue.access.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.testsupport.RawConnection;
import org.segue.testsupport.Services;
import org.segue.testsupport.SlowRoutes;

/** The same clients in HTTP/2, where one connection carries many requests. */
@QuarkusTest
@TestProfile(Services.Impatient.class)
class Http2ClientsTest {

    private static final Duration FAR_AWAY = Duration.ofSeconds(15);
    private static final int REQUESTS = Services.Impatient.REQUESTS;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI root;

    @Inject
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    Vertx vertx;

    @Inject
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    SlowRoutes routes;

    private final List<HttpClient> clients = new ArrayList<>();

    @AfterEach
    void hangUp() {
        clients.forEach(HttpClient::close);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void request_inHttp2_isAnswered(boolean isUpgraded) throws Exception {
        HttpClient client = client(options("127.0.0.30").setHttp2ClearTextUpgrade(isUpgraded));

        HttpClientResponse response = get(ask(client, "/q/health/live").compose(HttpClientRequest::send));

        assertThat(response.version()).isEqualTo(HttpVersion.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void streams_countAsRequests_andResetOnesUntilTheirWorkHasEnded() throws Exception {
        HttpClient greedy = client(options("127.0.0.31"));
        AtomicInteger refused = new AtomicInteger();
        List<HttpClientRequest> sent = new ArrayList<>();
        for (int i = 0; i < REQUESTS + 10; i++) {
            HttpClientRequest request = get(ask(greedy, SlowRoutes.WORK));
            request.send().onSuccess(response -> {
                if (response.statusCode() == 503) {
                    refused.incrementAndGet();
                }
            });
            sent.add(request);
        }
        await(() -> assertThat(refused).hasValue(10));
        await(() -> assertThat(routes.working()).isEqualTo(Services.Impatient.WORKERS));

        sent.forEach(HttpClientRequest::reset);
        // Those in line have gone, those that are worked on have not.
        await(() -> assertThat(status("127.0.0.32", "/q/health/live")).isEqualTo(200));
        HttpClientRequest next = get(ask(greedy, "/q/health/live"));
        CompletableFuture<HttpClientResponse> answer =
                next.send().toCompletionStage().toCompletableFuture();
        assertThat(routes.working()).isEqualTo(Services.Impatient.WORKERS);
        assertThat(answer).isNotDone();

        routes.finish(Services.Impatient.WORKERS);
        await(() -> assertThat(status("127.0.0.31", "/q/health/live")).isEqualTo(200));
        assertThat(routes.working()).isZero();
    }

    @Test
    void answer_withoutAWindow_endsWithItsConnection() throws Exception {
        HttpClient client =
                client(options("127.0.0.33").setInitialSettings(new Http2Settings().setInitialWindowSize(1000)));
        HttpClientRequest request = get(ask(client, SlowRoutes.LARGE));
        CompletableFuture<HttpConnection> closed = new CompletableFuture<>();
        request.connection().closeHandler(end -> closed.complete(request.connection()));

        request.send().onSuccess(HttpClientResponse::pause);

        assertThat(closed).succeedsWithin(FAR_AWAY);
    }

    @Test
    void body_thatNeverEnds_losesItsConnection() throws Exception {
        HttpClient client = client(options("127.0.0.34"));
        HttpClientRequest request = get(client.request(HttpMethod.POST, root.getPort(), "127.0.0.1", "/sign-in"));
        CompletableFuture<HttpConnection> closed = new CompletableFuture<>();
        request.connection().closeHandler(end -> closed.complete(request.connection()));

        request.putHeader("Content-Type", "application/x-www-form-urlencoded")
                .putHeader("Content-Length", "20")
                .sendHead();

        assertThat(closed).succeedsWithin(FAR_AWAY);
    }

    @Test
    void frame_thatNeverEnds_losesItsConnection_alsoAfterAnUpgrade() throws IOException {
        String upgrade = String.join(
                "\r\n",
                "GET /q/health/live HTTP/1.1",
                "Host: localhost",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
                "",
                "");
        try (RawConnection client = RawConnection.open("127.0.0.35", root.getPort())) {
            client.send(upgrade + "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0\0\0\4\0\0\0\0\0");
            assertThat(client.read(Services.Impatient.REQUEST.multipliedBy(2))).startsWith("HTTP/1.1 101");

            client.send("\0\0");
            assertThat(client.isClosed(FAR_AWAY)).isTrue();
        }
    }

    private HttpClientOptions options(String from) {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1)
                .setLocalAddress(from);
    }

    private HttpClient client(HttpClientOptions options) {
        HttpClient client = vertx.createHttpClient(options);
        clients.add(client);
        return client;
    }

    private Future<HttpClientRequest> ask(HttpClient client, String path) {
        return client.request(HttpMethod.GET, root.getPort(), "127.0.0.1", path);
    }

    private int status(String from, String path) throws IOException {
        try (RawConnection connection = RawConnection.open(from, root.getPort())) {
            return connection
                    .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .status(FAR_AWAY);
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(FAR_AWAY.toSeconds(), TimeUnit.SECONDS);
    }

    private static void await(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await().atMost(FAR_AWAY).untilAsserted(assertion);
    }
}
