package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segue.songmodel.SongModelSamples;
import org.segue.testsupport.ServiceProcess;

/** Two replicas of one song model: they answer alike to the byte, and write nothing where data would be. */
class ReplicaIT {

    private static final int SONGS = 3000;
    private static final int HISTORIES = 1000;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<ServiceProcess> REPLICAS = new ArrayList<>();
    private static final List<Path> DATA = new ArrayList<>();
    private static Path folder = Path.of("");

    @BeforeAll
    static void startTwo() throws IOException {
        folder = ServiceProcess.freshFolder("replicas");
        Path model = SongModelSamples.write(folder.resolve("made.segue-model"), SONGS);
        for (String name : List.of("one", "two")) {
            Path home = Files.createDirectories(folder.resolve(name));
            Path data = Files.createDirectory(home.resolve("data"));
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
            DATA.add(data);
            REPLICAS.add(ServiceProcess.start(
                    home, Map.of(), List.of("segue.replica.enabled=true", "segue.replica.model=" + model)));
        }
    }

    @AfterAll
    static void stop() {
        REPLICAS.forEach(ServiceProcess::close);
    }

    private static String asked(String address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/recommend"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String history(int number) {
        Random random = new Random(number);
        String songs = IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(k -> entry(random))
                .collect(Collectors.joining(","));
        return "{\"n\":20,\"maxPerArtist\":%d,\"diversity\":%.1f,\"adventure\":%.1f,\"now\":\"2026-11-30T09:%02d:00Z\",\"history\":[%s]}"
                .formatted(
                        random.nextInt(1, 5),
                        random.nextInt(4) / 10.0,
                        random.nextInt(4) / 10.0,
                        random.nextInt(60),
                        songs);
    }

    private static String entry(Random random) {
        int song = random.nextInt(SONGS);
        String name = song % 2 == 0
                ? "\"mbid\":\"%s\"".formatted(SongModelSamples.mbid(song))
                : "\"artist\":\"Artist %d\",\"title\":\"Song %d\"".formatted(song / 3, song);
        String at = random.nextInt(3) == 0
                ? ""
                : ",\"at\":\"2026-11-%02dT08:%02d:00Z\"".formatted(random.nextInt(1, 31), random.nextInt(60));
        return "{%s,\"weight\":%d%s}".formatted(name, random.nextInt(1, 50), at);
    }

    @Test
    void recommend_thousandHistories_areAnsweredAlikeToTheByte() throws Exception {
        Set<String> answers = new HashSet<>();
        for (int number = 0; number < HISTORIES; number++) {
            String history = history(number);

            String first = asked(REPLICAS.get(0).client().root(), history);

            assertThat(asked(REPLICAS.get(1).client().root(), history))
                    .as(history)
                    .isEqualTo(first);
            answers.add(first);
        }
        assertThat(answers).hasSizeGreaterThan(HISTORIES * 9 / 10);
    }

    @Test
    void start_leavesTheDataFolderAlone_andTheTemporaryOneGoesWithTheProcess() throws Exception {
        for (Path data : DATA) {
            try (Stream<Path> inside = Files.list(data)) {
                assertThat(inside).isEmpty();
            }
        }
        Path home = Files.createDirectories(folder.resolve("three"));
        ServiceProcess third = ServiceProcess.start(
                home,
                Map.of(),
                List.of(
                        "segue.replica.enabled=true",
                        "segue.replica.model=" + folder.resolve("made.segue-model"),
                        "java.io.tmpdir=" + Files.createDirectories(home.resolve("tmp"))));
        try (third) {
            assertThat(ofReplicas(home.resolve("tmp"))).hasSize(1);
            assertThat(home.resolve("data")).doesNotExist();
            assertThat(third.log()).contains("3000 songs").doesNotContain("administrator's token, shown");
            third.stop();
        }
        assertThat(ofReplicas(home.resolve("tmp"))).isEmpty();
    }

    private static List<String> ofReplicas(Path tmp) throws IOException {
        try (Stream<Path> inside = Files.list(tmp)) {
            return inside.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("segue-replica-"))
                    .toList();
        }
    }

    @Test
    void start_withoutASoundModel_endsWithASentence() throws Exception {
        Path home = Files.createDirectories(folder.resolve("wrong"));
        Path wrong = Files.writeString(home.resolve("wrong.segue-model"), "no model");
        ServiceProcess refused = ServiceProcess.launch(
                home, false, Map.of(), List.of("segue.replica.enabled=true", "segue.replica.model=" + wrong));
        try (refused) {
            assertThat(refused.awaitExit()).isNotZero();
            assertThat(refused.log()).contains("segue.replica.model");
        }
    }

    @Test
    void proxyOfTheExample_answersLikeAReplica() throws Exception {
        Path nginx = Path.of("/usr/sbin/nginx");
        Assumptions.assumeTrue(Files.isExecutable(nginx), "there is no nginx");
        Path home = Files.createDirectories(folder.resolve("proxy"));
        int port = freePort();
        String config = Files.readString(Path.of("docker", "replicas", "nginx.conf"))
                .replace("replica-1:5000", authority(0))
                .replace("replica-2:5000", authority(1))
                .replace("/tmp/", home + "/")
                .replace("listen 8080", "listen 127.0.0.1:" + port);
        Files.writeString(home.resolve("nginx.conf"), "daemon off;\n" + config);
        Process proxy = new ProcessBuilder(nginx.toString(), "-p", home.toString(), "-c", "nginx.conf")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("nginx.log").toFile())
                .start();
        try {
            String address = "http://127.0.0.1:" + port;
            String direct = asked(REPLICAS.get(0).client().root(), history(7));
            Awaitility.await()
                    .ignoreExceptions()
                    .until(() -> asked(address, history(7)).equals(direct));
            for (int k = 0; k < 20; k++) {
                assertThat(asked(address, history(7))).isEqualTo(direct);
            }
        } finally {
            proxy.destroy();
            proxy.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static String authority(int replica) {
        return URI.create(REPLICAS.get(replica).client().root()).getAuthority();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
