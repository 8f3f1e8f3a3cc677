package org.segue.testsupport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Many connections of one address that hold what they can of a service: each sends the beginning of something, then a byte a
 * second, for ever; who loses a connection opens another. Goes on until it is closed.
 */
public final class Attack implements AutoCloseable {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private final String from;
    private final int port;
    private final String beginning;
    private final String more;
    private final List<Attacker> attackers = new ArrayList<>();
    private final AtomicInteger lost = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "attack");
        thread.setDaemon(true);
        return thread;
    });

    private Attack(String from, int port, int count, String beginning, String more) {
        this.from = from;
        this.port = port;
        this.beginning = beginning;
        this.more = more;
        for (int i = 0; i < count; i++) {
            attackers.add(new Attacker());
        }
    }

    private Attack begin() {
        var unused = clock.scheduleWithFixedDelay(() -> attackers.forEach(Attacker::goOn), 0, 1, TimeUnit.SECONDS);
        return this;
    }

    /**
     * Requests to sign in whose bodies drip.
     *
     * @param from the address, such as 127.0.0.2
     * @param headers further headers, each with its end of line
     */
    public static Attack drippingSignIns(String from, int port, int count, String headers) {
        String head =
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n" + FORM + headers + "Content-Length: 60000\r\n\r\n";
        return new Attack(from, port, count, head + "token=", "x").begin();
    }

    /** Connections that were used once and are kept. */
    public static Attack idleConnections(String from, int port, int count) {
        return new Attack(from, port, count, "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n", "").begin();
    }

    /** Heads that drip. */
    public static Attack slowHeads(String from, int port, int count) {
        return new Attack(from, port, count, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "x").begin();
    }

    /** Requests for 500 songs with reasons, a new one each second, whose answers nobody reads. */
    public static Attack unreadAnswers(String from, int port, int count, String user) {
        String body = "{\"user\":\"%s\",\"n\":500}".formatted(user);
        String request =
                "POST /recommend HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body;
        return new Attack(from, port, count, request, request).begin();
    }

    /** How many connections were refused or closed by the service. */
    public int lost() {
        return lost.get();
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        for (Attacker attacker : attackers) {
            attacker.hangUp();
        }
    }

    private final class Attacker {

        private @Nullable RawConnection connection;

        private synchronized void goOn() {
            try {
                if (connection == null) {
                    connection = RawConnection.open(from, port).send(beginning);
                } else if (connection.hasEnded()) {
                    lost.incrementAndGet();
                    hangUp();
                } else {
                    connection.send(more);
                }
            } catch (IOException e) {
                lost.incrementAndGet();
                hangUp();
            }
        }

        private synchronized void hangUp() {
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (IOException e) {
                // It is gone in any way.
            }
            connection = null;
        }
    }
}
