package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.MusicPlayer;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.Soak;

/** Players as they are that know only Last.fm: mpdscribble with mpd, and pylast. In a soak, where they are installed. */
@Tag(Soak.TAG)
class LastFmPlayersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Path folder;
    private ServiceProcess service;
    private ServiceClient client;
    private final List<AutoCloseable> players = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Soak.isOn(), "players of Last.fm's protocols play in a soak only");
        folder = ServiceProcess.freshFolder("last-fm");
        service = ServiceProcess.start(folder, false);
        client = service.client();
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable player : players) {
            player.close();
        }
        if (service != null) {
            service.close();
        }
    }

    private String token(String user) throws Exception {
        return client.post("/api/tokens", "{\"user\":\"%s\",\"name\":\"it\",\"audioscrobbler\":true}".formatted(user))
                .get("token")
                .textValue();
    }

    @Test
    void mpdscribble_saysWhatPlays_andScrobblesIt() throws Exception {
        assumeTrue(MusicPlayer.isInstalled(), "skipped: mpd or mpdscribble is not installed");
        MusicPlayer player = MusicPlayer.start(
                Files.createDirectories(folder.resolve("mpd")), client.root() + "/", "Anna", token("Anna"));
        players.add(player);
        player.add("Velvet Tram & Söhne", "Depot <1> + 50 %", "Night & Day");
        player.add("Velvet Tram", "Night Line", "Night & Day");

        player.play();
        awaitListens("playing-now", "Depot <1> + 50 %");
        player.next();
        awaitListens("playing-now", "Night Line");
        player.next();
        awaitListens("listens", "Night Line", "Depot <1> + 50 %");

        JsonNode first = listens("listens").get(1);
        assertThat(first.at("/track_metadata/artist_name").textValue()).isEqualTo("Velvet Tram & Söhne");
        assertThat(first.at("/track_metadata/release_name").textValue()).isEqualTo("Night & Day");
    }

    private void awaitListens(String which, String... titles) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(listens(which).findValuesAsText("track_name"))
                        .containsExactly(titles));
    }

    private JsonNode listens(String which) throws IOException, InterruptedException {
        return client.get("/1/user/Anna/" + which).at("/payload/listens");
    }

    @Test
    void pylast_signsIn_scrobbles_andLoves() throws Exception {
        Path script =
                Path.of("src", "test", "resources", "players", "try-pylast.py").toAbsolutePath();
        assumeTrue(hasPylast(), "skipped: Python has no pylast");

        Process python = new ProcessBuilder(python(), script.toString(), client.root(), "Anna", token("Anna"))
                .redirectErrorStream(true)
                .start();
        String told = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(python.waitFor()).as(told).isZero();
        assertThat(listens("listens").findValuesAsText("track_name"))
                .containsExactly("Third", "Second", "<First> & “best”");
        assertThat(listens("playing-now").findValuesAsText("track_name")).containsExactly("Now");
        assertThat(client.get("/1/feedback/user/Anna/get-feedback?score=1")
                        .get("total_count")
                        .intValue())
                .isEqualTo(1);
    }

    private static boolean hasPylast() throws InterruptedException {
        try {
            return new ProcessBuilder(python(), "-c", "import pylast").start().waitFor() == 0;
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
