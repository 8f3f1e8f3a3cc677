package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.Soak;

/** Many of the largest bodies at once, in a service that has room for few of them. */
@Tag(Soak.TAG)
class LargeBodiesIT {

    private static final int BATCHES = Soak.of(8, 40);
    private static final int EXPORTS = Soak.of(20, 250);
    private static final int LISTENS = 1000;
    private static final long FIRST_TIME = 1_600_000_000;

    /** A listen may have 10,240 bytes. */
    private static final String NOTE = "n".repeat(9_900);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final AtomicInteger closed = new AtomicInteger();

    private ServiceProcess service;
    private String token = "";

    @BeforeEach
    void start() throws Exception {
        service = ServiceProcess.start(
                ServiceProcess.freshFolder("large-bodies"),
                Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m -XX:+UseSerialGC"),
                List.of());
        token = service.client()
                .post("/api/tokens", "{\"user\":\"large\",\"name\":\"it\"}")
                .get("token")
                .textValue();
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void batchesOfTheLargestSize_andExports_allAtOnce_endWell() throws Exception {
        List<CompletableFuture<Integer>> batches =
                IntStream.range(0, BATCHES).mapToObj(this::submit).toList();
        long longest = 0;
        while (!CompletableFuture.allOf(batches.toArray(CompletableFuture[]::new))
                .isDone()) {
            long start = System.nanoTime();
            service.client().get("/api/status");
            longest = Math.max(longest, System.nanoTime() - start);
        }

        assertThat(batches).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(service.client()
                        .get("/1/user/large/listen-count")
                        .at("/payload/count")
                        .intValue())
                .isEqualTo(BATCHES * LISTENS);
        long afterBatches = service.memory();

        List<CompletableFuture<Integer>> exports =
                IntStream.range(0, EXPORTS).mapToObj(i -> export()).toList();

        assertThat(exports).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(service.log()).doesNotContain("OutOfMemoryError");
        System.out.printf(
                "Large bodies: %d of %d MB, beside them a status within %d ms; memory %d MB, after %d exports %d MB%n",
                BATCHES,
                body(0).length() >> 20,
                Duration.ofNanos(longest).toMillis(),
                afterBatches >> 20,
                EXPORTS,
                service.memory() >> 20);
    }

    private CompletableFuture<Integer> submit(int number) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.client().root() + "/1/submit-listens"))
                .header("Authorization", "Token " + token)
                .timeout(Duration.ofMinutes(5))
                .POST(BodyPublishers.ofString(body(number)))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private static String body(int number) {
        return IntStream.range(0, LISTENS)
                .mapToObj(i ->
                        "{\"listened_at\":%d,\"track_metadata\":{\"artist_name\":\"Artist %d\",\"track_name\":\"Track %d\","
                                        .formatted(FIRST_TIME + (long) number * LISTENS + i, i % 50, i)
                                + "\"additional_info\":{\"note\":\"" + NOTE + "\"}}}")
                .collect(Collectors.joining(",", "{\"listen_type\":\"import\",\"payload\":[", "]}"));
    }

    // As many exports as these wait longer than one may: each is told when to ask again, and does.
    private CompletableFuture<Integer> export() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.client().root() + "/api/users/large/export"))
                .header("Authorization", "Bearer " + AdministratorHeader.TOKEN)
                .timeout(Duration.ofMinutes(5))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .handle(Ended::new)
                .thenCompose(this::next);
    }

    private record Ended(
            @Nullable HttpResponse<?> answer, @Nullable Throwable failure) {}

    private CompletableFuture<Integer> next(Ended ended) {
        return ended.answer == null ? onClosed(Objects.requireNonNull(ended.failure)) : ended(ended.answer);
    }

    private CompletableFuture<Integer> ended(HttpResponse<?> answer) {
        return answer.statusCode() == 503
                ? CompletableFuture.runAsync(() -> {}, after(answer)).thenCompose(waited -> export())
                : CompletableFuture.completedFuture(answer.statusCode());
    }

    // A connection that was kept while a client waited may be closed at the moment in which it is used again.
    private CompletableFuture<Integer> onClosed(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("received no bytes") && closed.incrementAndGet() <= EXPORTS
                ? export()
                : CompletableFuture.failedFuture(failure);
    }

    private static Executor after(HttpResponse<?> refusal) {
        long seconds = refusal.headers().firstValueAsLong("Retry-After").orElseThrow();
        return CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
    }
}
