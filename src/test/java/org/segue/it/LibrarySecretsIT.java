package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.FakeJellyfin;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeServer;
import org.segue.testsupport.FakeServer.Asked;
import org.segue.testsupport.FakeServer.Fault;
import org.segue.testsupport.FakeSubsonic;
import org.segue.testsupport.FakeSubsonic.Dialect;
import org.segue.testsupport.ServiceProcess;

/**
 * What signs in to servers is in no log, answer, page, export, backup or file of the data folder, whatever happens with them: searched
 * for are passwords and keys, right and wrong, and all that the servers were sent to sign in with.
 */
class LibrarySecretsIT {

    private static final String PASSWORD = "Zwölf & boxkämpfer 8812";
    private static final String WRONG = "wrong-one-5521 ü";
    private static final List<String> SECRET_PARAMETERS = List.of("t", "p", "apiKey");
    private static final Pattern ACCESS_TOKEN = Pattern.compile("Token=\"([^\"]+)\"");

    private final FakeLibrary music = new FakeLibrary();
    private final List<FakeServer> servers = List.of(
            new FakeSubsonic(Dialect.NAVIDROME, music, false),
            new FakeSubsonic(Dialect.SUPYSONIC, music, false),
            new FakeSubsonic(Dialect.AIRSONIC, music, false),
            new FakeSubsonic(Dialect.LMS, music, false),
            new FakeJellyfin(music, false));

    private final List<String> answers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // in each test
    private ServiceProcess service;

    @AfterEach
    void end() {
        service.close();
        servers.forEach(FakeServer::close);
    }

    @Test
    void secrets_areNowhere() throws Exception {
        Path folder = ServiceProcess.freshFolder("library-secrets");
        service = ServiceProcess.start(
                folder,
                Map.of(),
                List.of(
                        "quarkus.http.access-log.enabled=true",
                        "quarkus.log.category.\"org.segue\".level=DEBUG",
                        "quarkus.log.category.\"io.vertx\".level=DEBUG"));
        music.songs(FakeLibrary.many(40));
        music.account("owner", PASSWORD);
        for (int library = 1; library <= servers.size(); library++) {
            connect(library, servers.get(library - 1));
        }
        heardByAnother();
        for (int library = 1; library <= servers.size(); library++) {
            useWellAndIll(library, servers.get(library - 1));
        }
        ask();
        Path backup = folder.resolve("backup.zip");
        service.client().download("/api/backup", backup);
        Path export = folder.resolve("export.zip");
        service.client().save("/api/users/anna/export", export);
        service.stop();

        Set<String> secrets = secrets();
        assertThat(secrets).hasSizeGreaterThan(15);
        assertThat(service.log())
                .contains("POST /api/libraries")
                .contains("completed")
                .contains("failed");
        for (String secret : secrets) {
            assertThat(service.log().lines().filter(line -> line.contains(secret)))
                    .as("of the log")
                    .isEmpty();
            assertThat(answers).as("answers").noneMatch(answer -> answer.contains(secret));
        }
        assertThat(inZip(backup))
                .as("entries of the backup")
                .isNotEmpty()
                .allSatisfy(bytes -> assertNone(bytes, secrets));
        assertThat(inZip(export))
                .as("entries of the export")
                .isNotEmpty()
                .allSatisfy(bytes -> assertNone(bytes, secrets));
        try (var files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertNone(Files.readAllBytes(file), secrets);
            }
        }
    }

    private void connect(int library, FakeServer server) throws Exception {
        String kind = server instanceof FakeJellyfin ? "jellyfin" : "subsonic";
        post(
                "/api/libraries",
                "{\"kind\":\"%s\",\"name\":\"Library %d\",\"url\":\"%s\"}".formatted(kind, library, server.address()));
        String login = "{\"listener\":\"anna\",\"user\":\"owner\",\"password\":\"%s\"}";
        post("/api/libraries/%d/logins".formatted(library), login.formatted(WRONG));
        post(
                "/api/libraries/%d/logins".formatted(library),
                "{\"listener\":\"anna\",\"apiKey\":\"%s\"}".formatted("wrong-key-" + library));
        String right = library == 4 ? "{\"listener\":\"anna\",\"apiKey\":\"key-of-owner\"}" : login.formatted(PASSWORD);
        assertThat(post("/api/libraries/%d/logins".formatted(library), right)).contains("\"taste\"");
        service.client()
                .status(
                        "PATCH",
                        "/api/libraries/%d/logins/%d".formatted(library, library),
                        "{\"taste\":{\"lovesOut\":true}}");
    }

    // Somebody else has heard what anna owns, so that there is something to put into a list.
    private void heardByAnother() throws Exception {
        sync(1);
        String token = service.client()
                .post("/api/tokens", "{\"user\":\"ben\",\"name\":\"player\"}")
                .get("token")
                .textValue();
        for (int i = 0; i < 5; i++) {
            String listen = "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":%d,\"track_metadata\":{"
                    + "\"artist_name\":\"Artist 0\",\"track_name\":\"Song %d\"}}]}";
            assertThat(service.client().submit(token, listen.formatted(1_700_000_000 + i, i)))
                    .isEqualTo(200);
        }
        service.client()
                .await("/api/status", status -> status.get("interactions").intValue() >= 5);
        String kept = service.client()
                .post("/api/playlists", "{\"name\":\"Sunday\",\"request\":{\"user\":\"anna\",\"n\":5}}")
                .toString();
        answers.add(kept);
    }

    private void useWellAndIll(int library, FakeServer server) throws Exception {
        sync(library);
        String lists = "/api/libraries/%d/logins/%d/lists".formatted(library, library);
        post(lists, "");
        for (Fault fault :
                List.of(Fault.DOWN, Fault.HTML, Fault.GARBAGE, Fault.FAILED, Fault.BREAKS_OFF, Fault.REDIRECT)) {
            server.fault(fault);
            sync(library);
            post(lists, "");
            post(
                    "/api/libraries/%d/logins".formatted(library),
                    "{\"listener\":\"anna\",\"user\":\"owner\",\"password\":\"%s\"}".formatted(PASSWORD));
        }
        server.fault(Fault.NONE);
        sync(library);
        post(lists, "");
    }

    private void sync(int library) throws Exception {
        JsonNode sync = service.client().post("/api/libraries/%d/sync".formatted(library), "");
        answers.add(service.client()
                .awaitEnd("/api/libraries/%d/syncs/%s".formatted(library, sync.get("id")))
                .toString());
    }

    // What is refused says why: that is an answer too.
    private String post(String path, String body) throws Exception {
        String[] answer = {""};
        Throwable refused =
                catchThrowable(() -> answer[0] = String.valueOf(service.client().post(path, body)));
        String said = refused == null ? answer[0] : String.valueOf(refused.getMessage());
        answers.add(said);
        return said;
    }

    private void ask() throws Exception {
        for (String path : List.of("/api/libraries", "/api/status", "/library", "/start", "/api/users/anna")) {
            answers.add(service.client().text(path));
        }
        for (int library = 1; library <= servers.size(); library++) {
            for (String path : List.of("", "/songs?limit=100", "/logins/%d/lists".formatted(library))) {
                answers.add(service.client().text("/api/libraries/" + library + path));
            }
            answers.add(service.client().text("/library/" + library));
        }
    }

    private Set<String> secrets() {
        Set<String> plain = new LinkedHashSet<>(List.of(PASSWORD, WRONG, "key-of-owner"));
        for (int library = 1; library <= servers.size(); library++) {
            plain.add("wrong-key-" + library);
        }
        Set<String> all = new LinkedHashSet<>();
        for (String secret : plain) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            all.add(secret);
            all.add(HexFormat.of().formatHex(bytes));
            all.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        }
        servers.forEach(server -> server.requests().forEach(asked -> addSent(asked, all)));
        return all;
    }

    private static void addSent(Asked asked, Set<String> all) {
        SECRET_PARAMETERS.forEach(name -> all.addAll(asked.all(name)));
        Matcher token = ACCESS_TOKEN.matcher(asked.headers().getOrDefault("Authorization", ""));
        if (token.find()) {
            all.add(token.group(1));
        }
    }

    private static List<byte[]> inZip(Path file) throws IOException {
        List<byte[]> all = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.add(zip.readAllBytes());
            }
        }
        return all;
    }

    private static void assertNone(byte[] bytes, Set<String> secrets) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(secrets).noneMatch(text::contains);
    }
}
