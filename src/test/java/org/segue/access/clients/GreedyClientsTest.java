package org.segue.access.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.RawConnection;
import org.segue.testsupport.Services;
import org.segue.testsupport.SlowRoutes;

/** Clients that ask for more at a time than their share, or do not take what they asked for. */
@QuarkusTest
@TestProfile(Services.Impatient.class)
class GreedyClientsTest {

    private static final Duration FAR_AWAY = Duration.ofSeconds(30);
    private static final int WORKERS = Services.Impatient.WORKERS;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI root;

    @Inject
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    SlowRoutes routes;

    private final List<RawConnection> open = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (RawConnection connection : open) {
            connection.close();
        }
    }

    @Test
    void requests_aboveTheWorkersOfAnAddress_waitInLine_othersAreWorkedOn() throws IOException {
        List<RawConnection> greedy = new ArrayList<>();
        for (int i = 0; i < WORKERS + 2; i++) {
            greedy.add(ask("127.0.0.20", SlowRoutes.WORK));
        }
        awaitWorking(WORKERS);
        RawConnection other = ask("127.0.0.21", SlowRoutes.WORK);
        awaitWorking(WORKERS + 1);

        routes.finish(1);
        awaitWorking(WORKERS + 1);
        routes.finish(WORKERS + 2);
        for (RawConnection connection : greedy) {
            assertThat(connection.status(FAR_AWAY)).isEqualTo(200);
        }
        assertThat(other.status(FAR_AWAY)).isEqualTo(200);
        awaitWorking(0);
    }

    @Test
    void work_whoseClientHasGone_holdsItsPlaceUntilItsEnd() throws IOException {
        for (int i = 0; i < WORKERS; i++) {
            ask("127.0.0.22", SlowRoutes.WORK);
        }
        awaitWorking(WORKERS);
        hangUp();

        RawConnection next = ask("127.0.0.22", "/q/health/live");
        assertThat(next.isClosed(Services.Impatient.REQUEST.multipliedBy(4))).isFalse();
        assertThat(routes.working()).isEqualTo(WORKERS);

        routes.finish(WORKERS);
        awaitWorking(0);
        Awaitility.await()
                .atMost(FAR_AWAY)
                .until(() -> ask("127.0.0.22", "/q/health/live").status(FAR_AWAY) == 200);
    }

    @Test
    void eventStreams_aboveTheShareOfAnAddress_areRefused_untilOthersEnd() throws IOException {
        for (int i = 0; i < Services.Impatient.STREAMS; i++) {
            assertThat(ask("127.0.0.23", SlowRoutes.EVENTS).status(Duration.ofSeconds(1)))
                    .isEqualTo(200);
        }

        assertThat(ask("127.0.0.23", SlowRoutes.EVENTS).read(FAR_AWAY))
                .startsWith("HTTP/1.1 429")
                .containsIgnoringCase("Retry-After: 10");
        assertThat(ask("127.0.0.24", SlowRoutes.EVENTS).status(Duration.ofSeconds(1)))
                .isEqualTo(200);
        assertThat(ask("127.0.0.23", "/q/health/live").status(FAR_AWAY)).isEqualTo(200);

        hangUp();
        Awaitility.await()
                .atMost(FAR_AWAY)
                .until(() -> ask("127.0.0.23", SlowRoutes.EVENTS).status(Duration.ofSeconds(1)) == 200);
    }

    @Test
    void answer_thatNobodyTakes_endsWithItsConnection() throws Exception {
        RawConnection silent = ask("127.0.0.25", SlowRoutes.LARGE);
        RawConnection slow = ask("127.0.0.26", SlowRoutes.LARGE);
        // Longer than an answer may wait.
        for (int i = 0; i < 10; i++) {
            assertThat(slow.take(1 << 20, Duration.ofMillis(300))).isTrue();
        }

        assertThat(slow.read(FAR_AWAY).length()).isGreaterThan(20 << 20);
        assertThat(silent.read(FAR_AWAY).length()).isLessThan(32 << 20);
    }

    private RawConnection ask(String from, String path) throws IOException {
        RawConnection connection = RawConnection.open(from, root.getPort());
        open.add(connection);
        return connection.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    private void awaitWorking(int count) {
        Awaitility.await()
                .atMost(FAR_AWAY)
                .untilAsserted(() -> assertThat(routes.working()).isEqualTo(count));
    }
}
