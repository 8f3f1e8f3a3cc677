package org.segue.access.bodies;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.access.Asking;
import org.segue.api.Jobs;
import org.segue.storage.Database;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.RawHttp2;
import org.segue.testsupport.Services;

/** Bodies that come slowly, are too large, or do not fit beside others: with four workers and little memory. */
@QuarkusTest
@TestProfile(Services.Narrow.class)
class BodiesTest {

    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final int STALLED = Services.Narrow.REQUESTS - 2;
    private static final String ADMINISTRATOR = "Authorization: Bearer " + AdministratorHeader.TOKEN;
    private static final String LISTEN = "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1700000000,"
            + "\"track_metadata\":{\"artist_name\":\"a\",\"track_name\":\"t\"}}]}";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI root;

    @Inject
    BodyMemory memory;

    @Inject
    StreamedAnswers answers;

    @Inject
    Database database;

    private final List<RawRequest> open = new ArrayList<>();
    private String player = "";
    private String client = "";

    // A client of its own for each: what was hung up counts for a moment more.
    @BeforeEach
    void makeToken() {
        client = "127.0.1." + CLIENTS.incrementAndGet();
        player = "Authorization: Token " + Asking.tokenOf("bodies");
    }

    @AfterEach
    void hangUp() throws IOException {
        for (RawRequest connection : open) {
            connection.close();
        }
        Jobs.eventually(() ->
                assertThat(memory.received().held() + memory.parsed().held()).isZero());
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, application/x-www-form-urlencoded",
        "/api/session, application/json",
        "/recommend, application/json",
        "/, application/x-www-form-urlencoded",
        "/1/submit-listens, application/json",
        "/api/tokens, application/json",
        "/api/imports, multipart/form-data; boundary=x",
        "/api/imports/preview, text/csv",
        "/imports, multipart/form-data; boundary=x"
    })
    void bodiesThatStall_holdNoWorker(String path, String type) throws IOException {
        for (int i = 0; i < STALLED; i++) {
            connect()
                    .head(
                            "POST " + path,
                            path.startsWith("/1/") ? player : ADMINISTRATOR,
                            "Content-Type: " + type,
                            "Content-Length: 1000")
                    .send("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n1");
        }

        given().get("/api/status").then().statusCode(200);
        given().contentType("application/json")
                .body("{\"token\":\"none\"}")
                .post("/api/session")
                .then()
                .statusCode(401);
        assertThat(submit(LISTEN)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/sign-in, 8192", "/api/session, 8192", "/recommend, 2500000", "/1/submit-listens, 10241024"})
    void chunkedBody_thatGoesOnForEver_is413(String path, int most) throws IOException {
        RawRequest connection =
                connect().head("POST " + path, player, "Content-Type: application/json", "Transfer-Encoding: chunked");
        String piece = "x".repeat(1024);
        for (int sent = 0; sent <= most; sent += piece.length()) {
            connection.chunk(piece);
        }

        assertThat(connection.status()).isEqualTo(413);
    }

    @Test
    void bodyThatSaysItIsTooLarge_is413_beforeItIsSent() throws IOException {
        assertThat(connect().head("POST /sign-in", "Content-Length: 8193").status())
                .isEqualTo(413);
        assertThat(connect()
                        .head("POST /recommend", "Content-Length: 99999999999")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void strangersBody_isNotWaitedFor() throws IOException {
        assertThat(connect().head("POST /api/trainings", "Content-Length: 1000").status())
                .isEqualTo(401);
        assertThat(connect()
                        .head("POST /1/submit-listens", "Content-Length: 1000")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void clientThatWaitsToBeInvited_isInvitedOnce() throws IOException {
        RawRequest connection = connect()
                .head("POST /1/submit-listens", player, "Expect: 100-continue", "Content-Length: " + LISTEN.length());

        assertThat(connection.status()).isEqualTo(100);
        assertThat(connection.send(LISTEN).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/recommend, application/json, 422, {\"n\":0}",
        "/sign-in, application/x-www-form-urlencoded, 401, token=none",
        "/api/imports?source=http2, text/csv, 202, user",
        "/api/imports/preview, text/csv, 422, user"
    })
    void http2_isReadToo(String path, String type, int status, String body) throws Exception {
        HttpResponse<String> response = http2(path, type, HttpRequest.BodyPublishers.ofString(body));

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    }

    @Test
    void http2_withoutLength_isReadIfItIsSmall() throws Exception {
        HttpResponse<String> response = http2(
                "/recommend",
                "application/json",
                HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString("{\"n\":0}")));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    }

    @Test
    void http2_withoutLengthOrEnd_isToldToSayIt() throws Exception {
        Http2Headers headers = new DefaultHttp2Headers()
                .method("POST")
                .scheme("http")
                .authority("localhost")
                .path("/recommend")
                .add("content-type", "application/json");
        try (RawHttp2 connection = RawHttp2.open(root.getPort(), Duration.ofSeconds(30))) {
            assertThat(connection.askWithoutEnd(headers)).isEqualTo(411);
        }
        try (RawHttp2 connection = RawHttp2.open(root.getPort(), Duration.ofSeconds(30))) {
            assertThat(connection.ask(headers.method("DELETE").path("/api/imports/999999"), ""))
                    .isEqualTo(401);
        }
    }

    @Test
    void bodyOfAClientThatHasGone_countsWhileItIsWorkedOn() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> slow = database.write(connection -> {
            try {
                return goOn.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        String body = "{\"user\":\"bodies\",\"name\":\"late\"}" + " ".repeat(20_000);
        RawRequest request = connect()
                .head(
                        "POST /api/tokens",
                        ADMINISTRATOR,
                        "Content-Type: application/json",
                        "Content-Length: " + body.length())
                .send(body);
        Jobs.eventually(() -> assertThat(memory.parsed().held()).isEqualTo(8L * body.length()));

        request.close();

        Awaitility.await()
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(30))
                .until(() -> memory.parsed().held() == 8L * body.length());
        goOn.countDown();
        assertThat(slow.join()).isTrue();
    }

    @Test
    void export_whenAClientHasItsShareOfThem_waits() {
        assertThat(submit(LISTEN)).isEqualTo(200);
        Budget.Part first = answers.places().part("127.0.0.1", 1, () -> {});
        Budget.Part second = answers.places().part("127.0.0.1", 1, () -> {});
        first.ask();
        second.ask();

        CompletableFuture<Integer> export = CompletableFuture.supplyAsync(
                () -> given().get("/api/users/bodies/export").statusCode());

        Jobs.eventually(() -> assertThat(answers.places().waiting()).isEqualTo(1));
        assertThat(export).isNotDone();
        first.giveBack();
        assertThat(export.join()).isEqualTo(200);
        second.giveBack();
        Jobs.eventually(() -> assertThat(answers.places().held()).isZero());
    }

    @Test
    void whatDoesNotFitInMemory_isRefusedForAMoment_butPlayersWait_andSmallRequestsPass() throws Exception {
        // A client's half of the memory is taken by a body that does not come.
        client = "127.0.0.1";
        RawRequest large = connect().head("POST /1/submit-listens", player, "Content-Length: 10241024");
        Jobs.eventually(() -> assertThat(memory.received().held()).isEqualTo(BodyRule.MAX_BYTES));

        CompletableFuture<Integer> patient = CompletableFuture.supplyAsync(() -> submit(LISTEN + " ".repeat(500_000)));
        RawRequest refused = connect().head("POST /recommend", "Content-Length: 500000");

        given().contentType("application/json")
                .body("{\"token\":\"none\"}")
                .post("/api/session")
                .then()
                .statusCode(401);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(patient).isNotDone();
        assertThat(memory.received().waiting()).isEqualTo(1);
        given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .body(containsString("segue_bodies_waiting{for=\"received\""));
        large.close();
        assertThat(patient.join()).isEqualTo(200);
    }

    private HttpResponse<String> http2(String path, String type, HttpRequest.BodyPublisher body) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        // The first request of a connection asks to speak HTTP/2, the second does.
        http.send(HttpRequest.newBuilder(root.resolve("/api/status")).build(), HttpResponse.BodyHandlers.discarding());
        return http.send(
                HttpRequest.newBuilder(root.resolve(path))
                        .header("Authorization", "Bearer " + AdministratorHeader.TOKEN)
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int submit(String body) {
        return Asking.nobody()
                .header("Authorization", player.substring("Authorization: ".length()))
                .contentType("application/json")
                .body(body)
                .post("/1/submit-listens")
                .statusCode();
    }

    private RawRequest connect() throws IOException {
        RawRequest connection = new RawRequest(root, client);
        open.add(connection);
        return connection;
    }
}
