package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.Soak;

/** The words in which plays were told outlast a service that is killed while they are written, and a move to another. */
@Tag(Soak.TAG)
class ToldWordsIT {

    private static final int ROUNDS = Soak.of(2, 8);
    private static final int PLAYERS = 3;
    private static final long FIRST_TIME = 1_700_000_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicLong nextTime = new AtomicLong(FIRST_TIME);
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();

    private Path folder;
    private ServiceProcess service;
    private String token = "";

    @BeforeEach
    void start() throws Exception {
        folder = ServiceProcess.freshFolder("told-words");
        service = ServiceProcess.start(folder, false);
        token = service.client()
                .post("/api/tokens", "{\"user\":\"teller\",\"name\":\"it\"}")
                .get("token")
                .textValue();
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void killedWhileWordsAreWritten_keepsThoseThatWereAcknowledged_andTheirExportSaysTheSameElsewhere()
            throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int before = acknowledged.size();
            List<Thread> players = new ArrayList<>();
            for (int player = 0; player < PLAYERS; player++) {
                ServiceClient client = service.client();
                players.add(new Thread(() -> sendUntilItBreaks(client)));
            }
            players.forEach(Thread::start);
            int wanted = before + 25 + 20 * round;
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> acknowledged.size() >= wanted);

            service.kill();

            for (Thread player : players) {
                player.join();
            }
            service.close();
            service = ServiceProcess.start(folder, false);
            assertThat(toldByTime(export(service, "round-" + round)))
                    .as("round %d", round)
                    .containsAllEntriesOf(acknowledged);
        }
        assertSameElsewhere();
    }

    private void assertSameElsewhere() throws Exception {
        Path here = export(service, "here");
        service.close();
        Path elsewhere = ServiceProcess.freshFolder("told-words-elsewhere");
        try (ServiceProcess fresh = ServiceProcess.start(elsewhere, false)) {
            int id = fresh.client().upload("", List.of(here));
            assertThat(fresh.client()
                            .awaitEnd("/api/imports/" + id)
                            .get("status")
                            .textValue())
                    .isEqualTo("completed");
            assertThat(listens(export(fresh, "there"))).isEqualTo(listens(here));
        }
    }

    private void sendUntilItBreaks(ServiceClient client) {
        try {
            while (true) {
                long time = nextTime.incrementAndGet();
                String track = track(time);
                String body = "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":%d,\"track_metadata\":%s}]}"
                        .formatted(time, track);
                if (client.submit(token, body) == 200) {
                    acknowledged.put(time, track);
                }
            }
        } catch (IOException e) {
            // It was killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Few songs, each told in several ways; numbers, truth values and lists among what is told.
    private static String track(long time) {
        return ("{\"artist_name\":\"Artist %1$d\",\"track_name\":\"Song %2$d\",\"release_name\":\"Album %3$d\","
                        + "\"additional_info\":{\"submission_client\":\"player\",\"tracknumber\":%3$d,\"gain\":-1.25,"
                        + "\"live\":true,\"origin\":{\"shelf\":[1,null,[\"a\",{\"b\":[2.5]}]]},\"note\":\"told at %4$d\"}}")
                .formatted(time % 3, time % 7, time % 5, time % 11);
    }

    private Path export(ServiceProcess of, String name) throws Exception {
        Path file = folder.resolve(name + ".zip");
        of.client().save("/api/users/teller/export", file);
        return file;
    }

    private static Map<Long, String> toldByTime(Path export) throws IOException {
        Map<Long, String> told = new TreeMap<>();
        for (JsonNode listen : listens(export)) {
            ObjectNode track = (ObjectNode) listen.get("track_metadata");
            ((ObjectNode) track.get("additional_info")).remove(List.of("recording_msid", "segue_song"));
            track.remove("mbid_mapping");
            told.put(listen.get("listened_at").longValue(), track.toString());
        }
        return told;
    }

    private static List<JsonNode> listens(Path export) throws IOException {
        List<JsonNode> listens = new ArrayList<>();
        try (ZipInputStream files = new ZipInputStream(Files.newInputStream(export))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().startsWith("listens/")) {
                    String lines = new String(files.readAllBytes(), StandardCharsets.UTF_8);
                    for (String line : lines.lines().toList()) {
                        listens.add(JSON.readTree(line));
                    }
                }
            }
        }
        return listens;
    }
}
