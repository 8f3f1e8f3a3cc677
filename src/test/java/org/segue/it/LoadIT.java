package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.Attack;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.ServiceTables;
import org.segue.testsupport.Soak;
import org.segue.testsupport.SteadyLoad;

/**
 * Everything at once: requests for songs (90 %), listens (8 %) and verdicts (2 %) at a steady rate, and in the middle of them two
 * trainings, a worker that is killed, an import, and a model that is taken back. In a soak other addresses attack all the while.
 *
 * <p>Short and light unless it is a soak, or {@code SEGUE_LOAD_SECONDS} and {@code SEGUE_LOAD_RATE} (requests a second) say
 * otherwise.
 */
@Tag(Soak.TAG)
class LoadIT {

    private static final int SECONDS = Soak.orVariable("SEGUE_LOAD_SECONDS", 10, 300);
    private static final int RATE = Soak.orVariable("SEGUE_LOAD_RATE", 100, 1000);

    /** Memory is compared from the first minute on: a run must be several. */
    private static final int LONG_RUN_SECONDS = 240;

    private static final int USERS = 2_000;
    private static final int SONGS = 3_000;
    private static final long FIRST_TIME = 1_600_000_000;
    private static final String TRAINING =
            "{\"dimension\":32,\"epochs\":%d,\"tune\":false,\"evaluate\":false,\"seed\":%d}";

    private final Set<Long> sent = ConcurrentHashMap.newKeySet();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<String> models = new ArrayList<>();

    private Path folder;
    private ServiceProcess service;
    private ServiceClient client;
    private String token = "";

    @BeforeEach
    void startWithAModel() throws Exception {
        folder = ServiceProcess.freshFolder("load");
        service = ServiceProcess.start(folder, Map.of("JAVA_TOOL_OPTIONS", "-Xmx256m -XX:+UseSerialGC"), List.of());
        client = service.client();
        importTable("t", 1);
        models.add(trained(15, 1));
        token = client.post("/api/tokens", "{\"user\":\"load\",\"name\":\"it\"}")
                .get("token")
                .textValue();
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void steadyLoadWithFaults_isAnswered_losesAndDoublesNothing() throws Exception {
        warmUp();
        SteadyLoad load = new SteadyLoad(RATE, SECONDS);
        long startNanos = System.nanoTime();
        List<Attack> attacks = attacks();
        load.start(this::send);
        long early = faults(startNanos);
        load.await();
        for (Attack attack : attacks) {
            attack.close();
        }

        long late = service.memory();
        System.out.printf(
                "Load: %d requests a second for %d s, answered within %.1f ms (half), %.1f ms (99 %%), %.0f ms (all);"
                        + " memory %d MB, at the end %d MB; %s%n",
                RATE,
                SECONDS,
                load.milliseconds(0.5),
                load.milliseconds(0.99),
                load.milliseconds(1),
                early >> 20,
                late >> 20,
                load.outcomes());
        assertThat(load.outcomes().keySet())
                .as("nothing but answers, and refusals that say so")
                .isSubsetOf("recommend 200", "listen 200", "listen 503", "verdict 204", "verdict 503");
        int refused =
                load.outcomes().getOrDefault("listen 503", 0) + load.outcomes().getOrDefault("verdict 503", 0);
        assertThat(refused).as("refused").isLessThanOrEqualTo(RATE * SECONDS / 1000);
        assertThat(stored()).doesNotHaveDuplicates().containsAll(acknowledged).isSubsetOf(sent);
        assertThat(acknowledged).isNotEmpty();
        if (SECONDS >= LONG_RUN_SECONDS) {
            // Thousands of attacking connections come and go; what leaks adds up to more.
            assertThat(late).as("memory at the end").isLessThan(early + early / 3);
        }
    }

    private List<Attack> attacks() {
        if (!Soak.isOn()) {
            return List.of();
        }
        int port = URI.create(client.root()).getPort();
        return List.of(
                Attack.drippingSignIns("127.0.0.2", port, 300, ""),
                Attack.idleConnections("127.0.0.3", port, 2000),
                Attack.slowHeads("127.0.0.4", port, 600),
                Attack.unreadAnswers("127.0.0.5", port, 40, "t-u1"));
    }

    // Two virtual machines that have not compiled anything yet cannot keep the rate: what that takes is not what is
    // measured.
    private void warmUp() throws InterruptedException {
        SteadyLoad songs = new SteadyLoad(RATE, Math.max(1, SECONDS / 15));
        songs.start(number -> "recommend " + recommend(number));
        songs.await();
    }

    // Each at its part of the run, or as soon as the one before it has ended; answers with the memory after a fifth of
    // it.
    private long faults(long startNanos) throws Exception {
        await(startNanos, 0.1);
        models.add(trained(15, 2));
        await(startNanos, 0.2);
        long early = service.memory();
        String doomed = train(10_000, 3);
        client.await(doomed, job -> job.get("epoch").intValue() >= 1);
        service.workers().forEach(ProcessHandle::destroyForcibly);
        assertThat(client.awaitEnd(doomed).get("status").textValue()).isEqualTo("failed");
        await(startNanos, 0.4);
        importTable("later", 2);
        await(startNanos, 0.6);
        models.add(trained(15, 4));
        await(startNanos, 0.8);
        client.post("/api/models/" + models.get(0) + "/activate", "");
        assertThat(client.recommend("\"t-u1\"").get("model").textValue()).isEqualTo(models.get(0));
        return early;
    }

    private static void await(long startNanos, double part) throws InterruptedException {
        long due = startNanos + (long) (part * TimeUnit.SECONDS.toNanos(SECONDS));
        TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
    }

    private String send(int number) throws IOException, InterruptedException {
        int kind = number % 50;
        if (kind < 45) {
            return "recommend " + recommend(number);
        }
        return kind < 49 ? listen(number) : verdict(number);
    }

    private int recommend(int number) throws IOException, InterruptedException {
        return client.status("POST", "/recommend", "{\"user\":\"t-u%d\",\"n\":20}".formatted(number * 7919L % USERS));
    }

    private String listen(int number) throws IOException, InterruptedException {
        long time = FIRST_TIME + 60L * number;
        sent.add(time);
        int status = client.submit(
                token,
                "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":%d,\"track_metadata\":{\"artist_name\":\"Artist %d\",\"track_name\":\"Song %d\"}}]}"
                        .formatted(time, number % 300, number % SONGS));
        if (status == 200) {
            acknowledged.add(time);
        }
        return "listen " + status;
    }

    private String verdict(int number) throws IOException, InterruptedException {
        String path = "/api/users/t-u%d/feedback/songs/t-s%d".formatted(number % USERS, number % 100);
        String body = "{\"verdict\":\"%s\"}".formatted(number % 100 < 50 ? "love" : "dislike");
        return "verdict " + client.status("PUT", path, body);
    }

    private void importTable(String prefix, long seed) throws Exception {
        Path table = ServiceTables.write(folder.resolve(prefix + ".csv"), prefix, USERS, SONGS, 20, seed);
        int id = client.upload("?source=" + prefix, List.of(table));
        assertThat(client.awaitEnd("/api/imports/" + id).get("status").textValue())
                .isEqualTo("completed");
    }

    private String train(int epochs, int seed) throws Exception {
        return "/api/trainings/"
                + client.post("/api/trainings", TRAINING.formatted(epochs, seed))
                        .get("id");
    }

    private String trained(int epochs, int seed) throws Exception {
        JsonNode job = client.awaitEnd(train(epochs, seed));
        assertThat(job.get("status").textValue()).as(job.toString()).isEqualTo("completed");
        return job.get("model").textValue();
    }

    private List<Long> stored() throws Exception {
        List<Long> times = new ArrayList<>();
        long before = Long.MAX_VALUE;
        while (true) {
            JsonNode listens = client.get("/1/user/load/listens?count=1000&max_ts=" + before)
                    .at("/payload/listens");
            if (listens.isEmpty()) {
                return times;
            }
            for (JsonNode listen : listens) {
                before = listen.get("listened_at").longValue();
                times.add(before);
            }
        }
    }
}
