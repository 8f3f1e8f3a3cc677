package org.segue.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeSubsonic;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.Soak;

/**
 * A library of many songs at a server over HTTP: how long its syncs take, what the service holds in memory meanwhile, and how long its plugins
 * wait for mixes. In a soak 100,000 songs.
 */
@Tag(Soak.TAG)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class LargeLibraryIT {

    private static final Logger LOG = Logger.getLogger(LargeLibraryIT.class);

    private static final int SONGS = Soak.of(1_000, 100_000);
    private static final int FIRST_SONGS = SONGS / 10;

    /** One song of so many is heard: every artist has some that are, and more that are not. */
    private static final int HEARD_EACH = 5;

    private static final int HEARD_SONGS = SONGS / HEARD_EACH;
    private static final int LISTENERS = Soak.of(50, 1_000);
    private static final int SONGS_OF_A_LISTENER = 60;
    private static final int CALLS = Soak.of(5, 40);
    private static final Duration MAX_TIME = Duration.ofMinutes(5);
    private static final Duration MAX_TIME_OF_A_TENTH = Duration.ofMinutes(1);

    /** Navidrome's plugin waits so long for an answer. */
    private static final Duration PLUGINS_PATIENCE = Duration.ofSeconds(10);

    private static final long MAX_LIVE_BYTES = 64L << 20;

    private final FakeLibrary music = new FakeLibrary();
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";
    private long mostLive;

    @Test
    void library_ofManySongs_isSyncedAndAskedForMixes() throws Exception {
        Path folder = ServiceProcess.freshFolder("large-library");
        music.account("anna", "sesame");
        List<FakeLibrary.FakeSong> all = FakeLibrary.many(SONGS);
        try (FakeSubsonic server = new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false);
                ServiceProcess service = ServiceProcess.start(folder, false)) {
            connect(service, server);
            music.songs(all.subList(0, FIRST_SONGS));
            assertThat(sync(service, 1)).isLessThan(MAX_TIME_OF_A_TENTH);
            music.songs(all);
            assertThat(sync(service, 1)).isLessThan(MAX_TIME);
            assertThat(sync(service, 1)).isLessThan(MAX_TIME);

            train(folder, service);
            askForMixes(service, all);

            service.client().status("DELETE", "/api/libraries/1", "");
            connect(service, server);
            assertThat(syncMeasured(service, 2)).as("bytes above idle").isLessThan(MAX_LIVE_BYTES);
        }
    }

    private static void connect(ServiceProcess service, FakeSubsonic server) throws Exception {
        String library = "{\"kind\":\"subsonic\",\"name\":\"Navidrome\",\"url\":\"%s\"}".formatted(server.address());
        int id = service.client().post("/api/libraries", library).get("id").intValue();
        service.client()
                .post(
                        "/api/libraries/%d/logins".formatted(id),
                        "{\"listener\":\"anna\",\"user\":\"anna\",\"password\":\"sesame\"}");
    }

    private static String start(ServiceProcess service, int library) throws Exception {
        String path = "/api/libraries/%d/sync".formatted(library);
        return "/api/libraries/%d/syncs/%s"
                .formatted(library, service.client().post(path, "").get("id"));
    }

    private Duration sync(ServiceProcess service, int library) throws Exception {
        JsonNode sync = ended(service, start(service, library));
        Duration time = Duration.between(
                Instant.parse(sync.get("startedAt").textValue()),
                Instant.parse(sync.get("finishedAt").textValue()));
        LOG.infof(
                "Sync of %d songs over HTTP: %d ms, %d added",
                music.songs().size(), time.toMillis(), sync.get("added").intValue());
        return time;
    }

    private JsonNode ended(ServiceProcess service, String sync) {
        JsonNode ended = service.client().awaitEnd(sync);
        assertThat(ended.get("status").textValue()).as(ended.toString()).isEqualTo("completed");
        assertThat(ended.get("songs").intValue()).isEqualTo(music.songs().size());
        return ended;
    }

    // Each look collects garbage first and slows the sync: this one is not timed.
    private long syncMeasured(ServiceProcess service, int library) throws Exception {
        long idle = live(service);
        String sync = start(service, library);
        Awaitility.await()
                .atMost(MAX_TIME.multipliedBy(2))
                .pollInterval(Duration.ofSeconds(2))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    mostLive = Math.max(mostLive, live(service) - idle);
                    return service.client().get(sync).path("finishedAt").isTextual();
                });
        ended(service, sync);
        LOG.infof("Sync of %d songs over HTTP: at most %d KB above idle", SONGS, mostLive >> 10);
        return mostLive;
    }

    private static long live(ServiceProcess service) {
        try {
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            Process asked = new ProcessBuilder(jcmd, String.valueOf(service.pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(asked.getInputStream().readAllBytes(), UTF_8);
            // The last line is: Total, objects, bytes.
            String total = text.lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total.replaceAll("^Total\\s+\\d+\\s+", "").strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void train(Path folder, ServiceProcess service) throws Exception {
        Path table = folder.resolve("plays.csv");
        try (BufferedWriter rows = Files.newBufferedWriter(table)) {
            rows.write("user,title,artist,plays\n");
            for (int listener = 0; listener < LISTENERS; listener++) {
                for (int i = 0; i < SONGS_OF_A_LISTENER; i++) {
                    // Listeners of a number like artists near it, and some of everything.
                    int near = (listener * (HEARD_SONGS / LISTENERS) + i * 3) % HEARD_SONGS;
                    int song = HEARD_EACH * (i % 4 == 0 ? (listener * 7919 + i * 104729) % HEARD_SONGS : near);
                    rows.write("l%d,Song %d,Artist %d,%d%n".formatted(listener, song, song / 10, 1 + i % 5));
                }
            }
        }
        service.client().awaitEnd("/api/imports/" + service.client().upload("", List.of(table)));
        JsonNode training = service.client()
                .post("/api/trainings", "{\"dimension\":32,\"epochs\":3,\"tune\":false,\"evaluate\":false}");
        JsonNode ended = service.client().awaitEnd("/api/trainings/" + training.get("id"));
        assertThat(ended.get("status").textValue()).as(ended.toString()).isEqualTo("completed");
    }

    private void askForMixes(ServiceProcess service, List<FakeLibrary.FakeSong> all) throws Exception {
        token = service.client().post("/api/libraries/1/token", "").get("token").textValue();
        IntFunction<FakeLibrary.FakeSong> any = call -> all.get((int) (call * 7919L % all.size()));
        time(
                service,
                "similar_tracks",
                call -> "/api/similar_tracks?n=100&item_id=" + any.apply(call).id());
        time(
                service,
                "similar_artists",
                call -> "/api/similar_artists?n=20&include_component_matches=true&artist="
                        + any.apply(call).artists().get(0).id());
        time(
                service,
                "find_path",
                call -> "/api/find_path?max_steps=25&start_song_id=%s&end_song_id=%s"
                        .formatted(any.apply(call).id(), any.apply(call + CALLS).id()));
        time(
                service,
                "search_tracks",
                call -> "/api/search_tracks?search_query="
                        + URLEncoder.encode(
                                any.apply(call).title() + " " + any.apply(call).credit(), UTF_8));
        time(
                service,
                "similar-artists/json",
                call -> "/similar-artists/json?artist_mbids="
                        + any.apply(call).artists().get(0).mbid());
    }

    private String asPlugin(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void time(ServiceProcess service, String name, IntFunction<String> path) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int call = 0; call <= CALLS; call++) {
            long began = System.nanoTime();
            assertThat(asPlugin(service.client().root() + path.apply(call)))
                    .as(name)
                    .hasSizeGreaterThan(10);
            times.add((System.nanoTime() - began) / 1_000_000);
        }
        long first = times.remove(0);
        Collections.sort(times);
        assertThat(Duration.ofMillis(times.get(times.size() - 1))).as(name).isLessThan(PLUGINS_PATIENCE);
        LOG.infof(
                "%s: first %d ms, then median %d ms, slowest %d ms",
                (Object) name, first, times.get(times.size() / 2), times.get(times.size() - 1));
    }
}
