package org.segue.testsupport;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Players in a hurry, no part of the tests: how many listens a second does a running service acknowledge?
 * {@code java -cp target/test-classes org.segue.testsupport.ListenLoad http://localhost:5000 TOKEN 8 1 10}: eight clients, one
 * listen a request, ten seconds.
 */
public final class ListenLoad {

    private static final long FIRST_TIME = 1_100_000_000;

    private final URI address;
    private final String token;
    private final int batch;
    private final AtomicLong nextTime = new AtomicLong(FIRST_TIME + System.nanoTime() % 100_000_000);
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private ListenLoad(String root, String token, int batch) {
        this.address = URI.create(root + "/1/submit-listens");
        this.token = token;
        this.batch = batch;
    }

    /** Root of the service, token, clients, listens a request, seconds. */
    public static void main(String... args) throws InterruptedException {
        ListenLoad load = new ListenLoad(args[0], args[1], Integer.parseInt(args[3]));
        load.run(Integer.parseInt(args[2]), 2);
        load.acknowledged.set(0);
        int seconds = Integer.parseInt(args[4]);
        load.run(Integer.parseInt(args[2]), seconds);
        System.out.printf(
                "%d listens a second acknowledged, %d requests refused%n",
                load.acknowledged.get() / seconds, load.refused.get());
    }

    private void run(int clients, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(() -> send(end));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void send(long end) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            while (System.nanoTime() < end) {
                HttpResponse<Void> answer = client.send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Token " + token)
                                .POST(BodyPublishers.ofString(body()))
                                .build(),
                        BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    acknowledged.addAndGet(batch);
                } else {
                    refused.incrementAndGet();
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String body() {
        List<String> listens = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            long time = nextTime.incrementAndGet();
            listens.add(
                    "{\"listened_at\":%d,\"track_metadata\":{\"artist_name\":\"Artist %d\",\"track_name\":\"Song %d\",\"release_name\":\"Album\",\"additional_info\":{\"media_player\":\"load\",\"duration_ms\":200000}}}"
                            .formatted(time, time % 97, time % 3000));
        }
        return "{\"listen_type\":\"import\",\"payload\":[%s]}".formatted(String.join(",", listens));
    }
}
