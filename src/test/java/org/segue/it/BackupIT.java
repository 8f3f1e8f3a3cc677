package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.ServiceTables;

/** A backup of a running service, by HTTP and by the command, is restored by the command and answers the same. */
class BackupIT {

    @Test
    void backupOfARunningService_restored_answersTheSame() throws Exception {
        Path folder = ServiceProcess.freshFolder("backup");
        Path table = ServiceTables.write(folder.resolve("table.csv"), "b", 500, 800, 15, 1);
        Path downloaded = folder.resolve("downloaded.zip");
        Path written = folder.resolve("written.zip");
        JsonNode before;
        try (ServiceProcess service = ServiceProcess.start(folder, false)) {
            service.client().upload("", List.of(table));
            service.client().awaitEnd("/api/imports/1");
            JsonNode training = service.client()
                    .post("/api/trainings", "{\"dimension\":8,\"epochs\":3,\"tune\":false,\"evaluate\":false}");
            service.client().awaitEnd("/api/trainings/" + training.get("id"));
            before = service.client().recommend("\"b-u0\"");
            assertThat(before.get("strategy").textValue()).isEqualTo("trained");

            assertPrivate(folder.resolve("data"));
            service.client().download("/api/backup", downloaded);
            assertThat(segue(folder, "data", "backup", written.toString())).isZero();
            assertThat(segue(folder, "data", "backup", written.toString()))
                    .as("no backup is overwritten")
                    .isOne();
        }

        for (Path backup : List.of(downloaded, written)) {
            Path other = ServiceProcess.freshFolder("backup-restored");
            assertThat(segue(other, "data", "restore", backup.toString())).isZero();
            assertThat(segue(other, "data", "restore", backup.toString()))
                    .as("only into an empty folder")
                    .isOne();
            try (ServiceProcess restored = ServiceProcess.start(other, false)) {
                assertThat(restored.client().recommend("\"b-u0\"")).isEqualTo(before);
                assertThat(restored.client().get("/api/imports/1").get("status").textValue())
                        .isEqualTo("completed");
            }
        }
        try (Stream<Path> part = Files.list(folder)) {
            assertThat(part.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    // The engine's libraries are public, and unpacked elsewhere here.
    private static void assertPrivate(Path data) throws Exception {
        try (Stream<Path> all = Files.walk(data)) {
            assertThat(all.filter(path -> !path.equals(data)))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as(path.toString())
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    private static int segue(Path folder, String data, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--data-dir", folder.resolve(data).toString()));
        Process process = ServiceProcess.program(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
