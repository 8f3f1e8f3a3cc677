package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.Soak;
import org.segue.testsupport.SteadyLoad;

/**
 * Many ask at once for what takes long: 500 songs with reasons for somebody who has heard most of the catalog. They are all
 * answered, and who asks for little meanwhile does not wait for them.
 */
@Tag(Soak.TAG)
class HeavyRequestsIT {

    private static final int HEARD = Soak.of(5_000, 50_000);
    private static final int CLIENTS = Soak.of(10, 40);
    private static final int SECONDS_WITHOUT = Soak.of(2, 15);
    private static final int SONGS = HEARD + 1_000;
    private static final int OTHERS = 50;
    private static final int OF_AN_OTHER = 40;
    private static final String TRAINING =
            "{\"dimension\":64,\"epochs\":3,\"tune\":false,\"evaluate\":false,\"seed\":1}";

    private ServiceProcess service;
    private ServiceClient client;

    @BeforeEach
    void startWithAModel() throws Exception {
        Path folder = ServiceProcess.freshFolder("heavy");
        service = ServiceProcess.start(folder, Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m"), List.of());
        client = service.client();
        int id = client.upload("?source=t", List.of(table(folder.resolve("table.csv"))));
        assertThat(client.awaitEnd("/api/imports/" + id).get("status").textValue())
                .isEqualTo("completed");
        int training = client.post("/api/trainings", TRAINING).get("id").intValue();
        assertThat(client.awaitEnd("/api/trainings/" + training).get("status").textValue())
                .isEqualTo("completed");
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void manyHeavyRequests_areAllAnswered_andLightOnesBesideThem() throws Exception {
        SteadyLoad without = new SteadyLoad(50, SECONDS_WITHOUT);
        without.start(this::light);
        without.await();

        long start = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Integer>> heavy = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            heavy.add(clients.submit(this::refusalsOfAHeavyOne));
        }
        SteadyLoad beside = new SteadyLoad(50, SECONDS_WITHOUT);
        beside.start(this::light);
        beside.await();
        int refusals = 0;
        for (Future<Integer> one : heavy) {
            refusals += one.get(5, TimeUnit.MINUTES);
        }
        clients.shutdownNow();

        System.out.printf(
                "Heavy: %d requests answered within %.1f s, %d refused once; light ones within %.1f ms without them, %.1f ms"
                        + " beside them (99 %%)%n",
                CLIENTS,
                (System.nanoTime() - start) / 1e9,
                refusals,
                without.milliseconds(0.99),
                beside.milliseconds(0.99));
        assertThat(without.outcomes()).containsOnlyKeys("200");
        assertThat(beside.outcomes()).containsOnlyKeys("200");
        assertThat(refusals).isLessThanOrEqualTo(CLIENTS / 10);
    }

    private String light(int number) throws IOException, InterruptedException {
        return "" + client.status("POST", "/recommend", "{\"user\":\"t-other%d\",\"n\":20}".formatted(number % OTHERS));
    }

    private int refusalsOfAHeavyOne() throws IOException, InterruptedException {
        int refusals = 0;
        String body = "{\"user\":\"t-much\",\"n\":500,\"explain\":true}";
        while (true) {
            int status = client.status("POST", "/recommend", body);
            if (status == 200) {
                return refusals;
            }
            assertThat(status).isEqualTo(503);
            refusals++;
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static Path table(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("user,artist,title,plays"));
        IntStream.range(0, HEARD).forEach(song -> lines.add(line("much", song, 1 + song % 7)));
        for (int other = 0; other < OTHERS; other++) {
            for (int k = 0; k < OF_AN_OTHER; k++) {
                lines.add(line("other" + other, (other * 977 + k * k * 31) % SONGS, 1 + k % 5));
            }
        }
        IntStream.range(HEARD, SONGS).forEach(song -> lines.add(line("last", song, 1)));
        return Files.write(file, lines);
    }

    private static String line(String user, int song, int plays) {
        return "%s,Artist %d,Song %d,%d".formatted(user, song % 900, song, plays);
    }
}
