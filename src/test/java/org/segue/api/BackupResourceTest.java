package org.segue.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.segue.storage.DataFolder;
import org.segue.testsupport.AdministratorHeader;

/** A download of what is damaged breaks off where everybody sees it: the answer has no end, and the zip no table of contents. */
@QuarkusTest
@TestProfile(BackupResourceTest.OwnFolder.class)
@Timeout(120)
class BackupResourceTest {

    /** A data folder that nobody else uses. */
    public static class OwnFolder implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "segue.data-dir",
                    "target/backups-" + ProcessHandle.current().pid(),
                    "segue.demo",
                    "false");
        }
    }

    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
    private static final String TABLE_OF_CONTENTS = "PK\u0005\u0006";

    @TestHTTPResource("/api/backup")
    @Nullable
    URL address;

    @Inject
    DataFolder folder;

    @Test
    void backup_sound_hasItsEnd_damaged_hasNone() throws IOException {
        assertThat(download())
                .startsWith("HTTP/1.1 200 OK")
                .contains("transfer-encoding: chunked", TABLE_OF_CONTENTS)
                .endsWith(LAST_CHUNK);

        Path model = Files.createDirectories(folder.root().resolve("models/2026-01-02T03-04-05Z-ab12"));
        byte[] embeddings = new byte[4 << 20];
        new Random(1).nextBytes(embeddings);
        Files.write(model.resolve("factors.safetensors"), embeddings);
        Files.writeString(model.resolve("manifest.json"), "{\"factorsSha256\":\"0\"}");

        assertThat(download())
                .startsWith("HTTP/1.1 200 OK")
                .contains("transfer-encoding: chunked")
                .doesNotContain(TABLE_OF_CONTENTS)
                .doesNotEndWith(LAST_CHUNK);
    }

    // All that comes until the connection ends.
    private String download() throws IOException {
        try (Socket socket =
                new Socket("localhost", Objects.requireNonNull(address).getPort())) {
            socket.getOutputStream().write("""
                    POST /api/backup HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Length: 0
                    Connection: close

                    """.formatted(AdministratorHeader.TOKEN)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
