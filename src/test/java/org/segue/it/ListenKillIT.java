package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.Soak;

/** Players that send while the service is killed, again and again: what was acknowledged is there, once. */
@Tag(Soak.TAG)
class ListenKillIT {

    private static final int ROUNDS = Soak.of(3, 10);
    private static final int PLAYERS = 4;
    private static final int BATCH = 20;
    private static final long FIRST_TIME = 1_700_000_000;

    private final AtomicLong nextTime = new AtomicLong(FIRST_TIME);
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Long> sent = ConcurrentHashMap.newKeySet();

    private Path folder;
    private ServiceProcess service;
    private String token = "";

    @BeforeEach
    void start() throws Exception {
        folder = ServiceProcess.freshFolder("listen-kill");
        service = ServiceProcess.start(folder, false);
        token = service.client()
                .post("/api/tokens", "{\"user\":\"kill\",\"name\":\"it\"}")
                .get("token")
                .textValue();
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void killedUnderAStreamOfListens_losesNoneThatWasAcknowledged_andDoublesNone() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int before = acknowledged.size();
            List<Thread> players = new ArrayList<>();
            for (int player = 0; player < PLAYERS; player++) {
                int batch = player == 0 ? BATCH : 1;
                ServiceClient client = service.client();
                players.add(new Thread(() -> sendUntilItBreaks(client, batch)));
            }
            players.forEach(Thread::start);
            awaitAcknowledged(before + 30 + 25 * round);

            service.kill();

            for (Thread player : players) {
                player.join();
            }
            assertThat(acknowledged.size()).as("listens of round %d", round).isGreaterThan(before);
            service.close();
            service = ServiceProcess.start(folder, false);
            assertThat(stored()).as("round %d", round).containsAll(acknowledged);
        }

        List<Long> stored = stored();
        assertThat(stored).doesNotHaveDuplicates().isSubsetOf(sent);
        int count = count();
        assertThat(count).isEqualTo(stored.size());

        // A player sends again what it is not sure of. One client, so one connection: the service closes what an
        // address opens beyond its limit.
        ServiceClient player = service.client();
        for (long time : sent) {
            assertThat(player.submit(token, listens(List.of(time)))).isEqualTo(200);
        }
        assertThat(new HashSet<>(stored())).isEqualTo(sent);
        assertThat(count()).isEqualTo(sent.size());
    }

    private void awaitAcknowledged(int wanted) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> acknowledged.size() >= wanted);
    }

    private void sendUntilItBreaks(ServiceClient client, int batch) {
        try {
            while (true) {
                List<Long> times = new ArrayList<>();
                for (int i = 0; i < batch; i++) {
                    times.add(nextTime.incrementAndGet());
                }
                sent.addAll(times);
                if (client.submit(token, listens(times)) == 200) {
                    acknowledged.addAll(times);
                }
            }
        } catch (IOException e) {
            // It was killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String listens(List<Long> times) {
        List<String> listens = times.stream()
                .map(time ->
                        "{\"listened_at\":%d,\"track_metadata\":{\"artist_name\":\"Artist %d\",\"track_name\":\"Song %d\"}}"
                                .formatted(time, time % 7, time % 50))
                .toList();
        return "{\"listen_type\":\"import\",\"payload\":[%s]}".formatted(String.join(",", listens));
    }

    private int count() throws Exception {
        return service.client()
                .get("/1/user/kill/listen-count")
                .at("/payload/count")
                .intValue();
    }

    private List<Long> stored() throws Exception {
        List<Long> times = new ArrayList<>();
        long before = Long.MAX_VALUE;
        ServiceClient client = service.client();
        while (true) {
            JsonNode listens = client.get("/1/user/kill/listens?count=1000&max_ts=" + before)
                    .at("/payload/listens");
            if (listens.isEmpty()) {
                return times;
            }
            for (JsonNode listen : listens) {
                times.add(listen.get("listened_at").longValue());
                before = listen.get("listened_at").longValue();
            }
        }
    }
}
