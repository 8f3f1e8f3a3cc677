package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.Soak;

/**
 * Far too little memory for what is asked: each write is answered, and in the end writing goes on, or the process has ended by
 * itself. Nothing is lost of what was acknowledged.
 */
@Tag(Soak.TAG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutOfMemoryIT {

    private static final int HEARD = Soak.of(5_000, 50_000);
    private static final int SECONDS = Soak.of(3, 10);
    private static final int CLIENTS = 12;
    private static final int WRITE_SECONDS = 45;
    private static final String EXIT = " -XX:+ExitOnOutOfMemoryError";
    private static final String HEAVY = "{\"user\":\"heavy\",\"n\":500}";

    private Path folder;

    @BeforeAll
    void importAndTrain() throws Exception {
        folder = ServiceProcess.freshFolder("out-of-memory");
        Path table = folder.resolve("table.csv");
        write(table);
        try (ServiceProcess service = ServiceProcess.start(folder, false)) {
            ServiceClient client = service.client();
            int id = client.upload("?source=t", List.of(table));
            assertThat(client.awaitEnd("/api/imports/" + id).get("status").textValue())
                    .isEqualTo("completed");
            int training = client.post(
                            "/api/trainings",
                            "{\"dimension\":64,\"epochs\":2,\"tune\":false,\"evaluate\":false,\"seed\":1}")
                    .get("id")
                    .intValue();
            assertThat(client.awaitEnd("/api/trainings/" + training)
                            .get("status")
                            .textValue())
                    .isEqualTo("completed");
            service.stop();
        }
    }

    private static void write(Path table) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(table)) {
            out.write("user,song,plays\n");
            for (int song = 0; song < HEARD; song++) {
                out.write("heavy,s%d,1\n".formatted(song));
            }
            for (int row = 0; row < 4_000; row++) {
                out.write("u%d,s%d,1\n".formatted(row % 100, row * 7 % (HEARD + 1_000)));
            }
        }
    }

    static Stream<Arguments> services() {
        return Stream.of(
                        Arguments.of("-Xmx160m", false),
                        Arguments.of("-Xmx160m", true),
                        Arguments.of("-Xmx64m", false),
                        Arguments.of("-Xmx64m", true))
                .limit(Soak.of(1, 4));
    }

    @ParameterizedTest
    @MethodSource("services")
    void askedForTooMuch_writesGoOn_orTheProcessEnds(String heap, boolean exits) throws Exception {
        String options = heap + " -XX:+UseSerialGC" + (exits ? EXIT : "");
        try (ServiceProcess service = ServiceProcess.start(folder, Map.of("JDK_JAVA_OPTIONS", options), List.of())) {
            ServiceClient client = service.client();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            for (int i = 0; i < CLIENTS; i++) {
                var unused = clients.submit(() -> askUntil(client, end));
            }
            for (int song = 0; System.nanoTime() < end && isAlive(service); song++) {
                ban(service, client, song);
            }
            clients.shutdown();
            assertThat(clients.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
            if (isAlive(service)) {
                assertThat(exits && service.log().contains("Terminating due to java.lang.OutOfMemoryError"))
                        .isFalse();
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> client.status("GET", "/q/health/ready", ""), status -> status == 200);
                assertThat(ban(service, client, 1)).isEqualTo(204);
                long stopping = System.nanoTime();
                service.stop();
                assertThat(Duration.ofNanos(System.nanoTime() - stopping)).isLessThan(Duration.ofSeconds(30));
            } else {
                assertThat(exits)
                        .as("it ends by itself if it was told to: %s", service.log())
                        .isTrue();
            }
        }
    }

    private static boolean isAlive(ServiceProcess service) {
        return ProcessHandle.of(service.pid()).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void askUntil(ServiceClient client, long end) {
        while (System.nanoTime() < end) {
            try {
                client.status("POST", "/recommend", HEAVY);
            } catch (IOException e) {
                // The process has ended, or had no memory for an answer.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    // Answers 0 if the connection broke: then the process has ended, or the request never became one.
    private static int ban(ServiceProcess service, ServiceClient client, int song) {
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return client.status("PUT", "/api/users/u1/feedback/songs/s" + song % HEARD, "{\"verdict\":\"ban\"}");
            } catch (IOException e) {
                return 0;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return answer.orTimeout(WRITE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    throw new AssertionError("a write was not answered; its log:\n" + service.log(), late);
                })
                .join();
    }
}
