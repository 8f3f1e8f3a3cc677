package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.Attack;
import org.segue.testsupport.ForwardingProxy;
import org.segue.testsupport.RawConnection;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.Soak;

/** One client that holds all it can, and another beside it that notices nothing. */
@Tag(Soak.TAG)
class HostileClientsIT {

    private static final Duration TIME = Duration.ofSeconds(Soak.of(15, 30));

    /** The aim is a second, and is printed; a slow machine fails no test. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration FAR_AWAY = Duration.ofSeconds(30);

    private static final String HOSTILE = "127.0.0.2";
    private static final String FRIENDLY = "127.0.0.3";
    private static final String PROXY = "127.0.0.9";

    private ServiceProcess service;
    private int port;
    private String token = "";

    @BeforeEach
    void start() throws Exception {
        service = ServiceProcess.start(
                ServiceProcess.freshFolder("hostile"),
                Map.of("JAVA_TOOL_OPTIONS", "-Xmx256m"),
                List.of("segue.access.proxy.addresses=" + PROXY));
        ServiceClient client = service.client();
        port = URI.create(client.root()).getPort();
        token = client.post("/api/tokens", "{\"user\":\"friend\",\"name\":\"it\"}")
                .get("token")
                .textValue();
        for (int i = 0; i < 20; i++) {
            slowest(port);
        }
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void drippingSignIns_idleConnections_slowHeads_ofOneAddress_hinderNobodyElse() throws Exception {
        try (Attack dripping = Attack.drippingSignIns(HOSTILE, port, 300, "");
                Attack idle = Attack.idleConnections(HOSTILE, port, 2000);
                Attack heads = Attack.slowHeads(HOSTILE, port, 600)) {
            assertThat(slowestOfAll(port)).isLessThan(SOON);
            assertThat(dripping.lost() + idle.lost() + heads.lost()).isPositive();
        }
    }

    @Test
    void drippingSignIns_throughAProxy_hinderNoOtherClientOfIt() throws Exception {
        try (ForwardingProxy proxy = ForwardingProxy.start(PROXY, port);
                Attack dripping = Attack.drippingSignIns(HOSTILE, proxy.port(), 300, "")) {
            assertThat(slowestOfAll(proxy.port())).isLessThan(SOON);
            assertThat(dripping.lost()).isPositive();
        }
    }

    @Test
    void drippingSignIns_withForgedAddresses_countForTheConnection() throws Exception {
        try (Attack one = Attack.drippingSignIns(HOSTILE, port, 300, "X-Forwarded-For: " + FRIENDLY + "\r\n");
                Attack other = Attack.drippingSignIns(HOSTILE, port, 300, "X-Forwarded-For: " + PROXY + "\r\n")) {
            assertThat(slowestOfAll(port)).isLessThan(SOON);
            assertThat(one.lost() + other.lost()).isPositive();
        }
    }

    private Duration slowestOfAll(int through) throws IOException, InterruptedException {
        long endNanos = System.nanoTime() + TIME.toNanos();
        Duration slowest = Duration.ZERO;
        int rounds = 0;
        while (System.nanoTime() < endNanos) {
            Duration one = slowest(through);
            slowest = one.compareTo(slowest) > 0 ? one : slowest;
            rounds++;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        System.out.printf("Beside an attack: %d rounds, slowest answer %d ms%n", rounds, slowest.toMillis());
        return slowest;
    }

    private Duration slowest(int through) throws IOException {
        String listen = "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":%d,\"track_metadata\":"
                        .formatted(1_600_000_000 + System.nanoTime() / 1_000_000_000)
                + "{\"artist_name\":\"Artist\",\"track_name\":\"Song\"}}]}";
        String submit =
                "POST /1/submit-listens HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Token "
                        + token + "\r\nContent-Length: " + listen.length() + "\r\n\r\n" + listen;
        Duration slowest = answered(through, submit);
        for (String path : List.of("/q/health/ready", "/", "/search")) {
            Duration one =
                    answered(through, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            slowest = one.compareTo(slowest) > 0 ? one : slowest;
        }
        return slowest;
    }

    private static Duration answered(int port, String request) throws IOException {
        long startNanos = System.nanoTime();
        try (RawConnection connection = RawConnection.open(FRIENDLY, port)) {
            assertThat(connection.send(request).status(FAR_AWAY))
                    .as(request.substring(0, request.indexOf('\r')))
                    .isEqualTo(200);
        }
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
