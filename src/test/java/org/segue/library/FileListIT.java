package org.segue.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.testsupport.MusicPlayer;

/** mpd plays the files of a list: Debian's, as it is, told by mpc. */
class FileListIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Names that files may have. */
    private static final List<String> NAMES = List.of(
            "A/One.wav", "#2 Two.wav", "Ünïcode/3 – “Three”.wav", "a b/'4' [four] & (five).wav", "..5/Five….wav");

    @Test
    void mpd_loadsEveryFile_andPlaysIt(@TempDir Path folder) throws Exception {
        assumeTrue(isInstalled("mpd") && isInstalled("mpc"), "skipped: mpd or mpc is not installed");
        Path music = Files.createDirectories(folder.resolve("music"));
        Map<Integer, List<String>> paths = new HashMap<>();
        for (String name : NAMES) {
            Path file = music.resolve(name);
            Files.createDirectories(music.resolve(name.substring(0, name.lastIndexOf('/') + 1)));
            Files.write(file, MusicPlayer.silence("Artist", name));
            paths.put(paths.size() + 1, List.of("/srv/of the server/" + name));
        }
        FileList files = FileList.of(
                "Home", FileListTest.list("One", "Two", "Three", "Four", "Five"), paths, "/srv/of the server");
        Files.writeString(music.resolve("segue.m3u8"), files.text());

        Mpd mpd = Mpd.start(folder);
        try {
            mpd.tell("load", "segue.m3u8");
            assertThat(mpd.tell("playlist", "--format", "%file%")).containsExactlyElementsOf(NAMES);
            for (int place = 1; place <= NAMES.size(); place++) {
                mpd.tell("play", String.valueOf(place));
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> mpd.tell("status").toString().contains("[playing]"));
                assertThat(mpd.tell("current", "--format", "%file%")).containsExactly(NAMES.get(place - 1));
            }
        } finally {
            mpd.process().destroy();
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private record Mpd(int port, Process process) {

        static Mpd start(Path folder) throws IOException {
            int port;
            try (ServerSocket socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            Path settings = Files.writeString(folder.resolve("mpd.conf"), """
                    music_directory "%1$s/music"
                    db_file "%1$s/db"
                    log_file "%1$s/mpd.log"
                    bind_to_address "127.0.0.1"
                    port "%2$d"
                    filesystem_charset "UTF-8"
                    audio_output {
                      type "null"
                      name "null"
                    }
                    """.formatted(folder, port));
            Process mpd = new ProcessBuilder("mpd", "--no-daemon", settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("mpd.out").toFile())
                    .start();
            Mpd player = new Mpd(port, mpd);
            Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                player.tell("update", "--wait");
                return true;
            });
            return player;
        }

        // The lines of the answer, as they are.
        List<String> tell(String... command) throws IOException, InterruptedException {
            List<String> whole = new ArrayList<>(List.of("mpc", "--host", "127.0.0.1", "--port", String.valueOf(port)));
            whole.addAll(List.of(command));
            ProcessBuilder told = new ProcessBuilder(whole).redirectErrorStream(true);
            told.environment().put("LC_ALL", "C.UTF-8");
            Process mpc = told.start();
            List<String> lines = new String(mpc.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .toList();
            if (mpc.waitFor() != 0) {
                throw new IOException(whole + ": " + lines);
            }
            return lines;
        }
    }
}
