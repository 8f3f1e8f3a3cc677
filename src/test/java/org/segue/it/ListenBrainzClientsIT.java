package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.Soak;

/** Clients of ListenBrainz as they are: its Python library, and troi, which makes lists. In a soak, where they are installed. */
@Tag(Soak.TAG)
class ListenBrainzClientsIT {

    private static final int LISTENERS = 15;
    private static final int SONGS = 200;

    private ServiceProcess service;
    private ServiceClient client;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Soak.isOn(), "clients of ListenBrainz are tried in a soak only");
        service = ServiceProcess.start(ServiceProcess.freshFolder("listenbrainz-clients"), false);
        client = service.client();
    }

    @AfterEach
    void end() {
        if (service != null) {
            service.close();
        }
    }

    private String token(String user) throws Exception {
        return client.post("/api/tokens", "{\"user\":\"%s\",\"name\":\"it\"}".formatted(user))
                .get("token")
                .textValue();
    }

    @Test
    void liblistenbrainz_getsAllThatItAsksFor() throws Exception {
        assumeTrue(has("liblistenbrainz"), "skipped: Python has no liblistenbrainz");

        assertRuns("try-liblistenbrainz.py", "anna", token("anna"));
    }

    @Test
    void troi_makesItsLists() throws Exception {
        assumeTrue(has("troi"), "skipped: Python has no troi");
        String first = token("house0");
        submit(first, 0);
        for (int listener = 1; listener < LISTENERS; listener++) {
            submit(token("house" + listener), listener);
        }
        client.awaitEnd("/api/trainings/"
                + client.post("/api/trainings", "{\"tune\":false,\"dimension\":16,\"epochs\":8}")
                        .get("id"));

        assertRuns("try-troi.py", "house0", first);
    }

    // Each has a third of the songs, five times over.
    private void submit(String token, int listener) throws Exception {
        long from = Instant.now().getEpochSecond() - 40L * 86_400;
        List<String> listens = new ArrayList<>();
        for (int k = 0; k < 5 * SONGS; k++) {
            int song = k % SONGS;
            if ((song * 7 + listener) % 15 < 5) {
                listens.add("""
                        {"listened_at":%d,"track_metadata":{"artist_name":"Band %d","track_name":"Track %d","release_name":"Record %d",
                         "additional_info":{"recording_mbid":"7e57%04x-0000-4000-8000-%012x"}}}""".formatted(from + k * 3000L + listener, song % 20, song, song / 5, song, song));
            }
        }
        assertThat(client.submit(
                        token, "{\"listen_type\":\"import\",\"payload\":[%s]}".formatted(String.join(",", listens))))
                .isEqualTo(200);
    }

    private void assertRuns(String script, String user, String token) throws Exception {
        Path file = Path.of("src", "test", "resources", "players", script).toAbsolutePath();
        Process run = new ProcessBuilder(python(), file.toString(), client.root(), user, token)
                .redirectErrorStream(true)
                .start();
        String told = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(told).isZero();
    }

    private static boolean has(String module) throws InterruptedException {
        try {
            return new ProcessBuilder(python(), "-c", "import " + module)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    // That of .ci/run has what its tests need; a developer's may have it.
    private static String python() {
        Path ofCi = Path.of("target", "players", "bin", "python").toAbsolutePath();
        return Files.isExecutable(ofCi) ? ofCi.toString() : "python3";
    }
}
