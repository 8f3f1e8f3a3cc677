package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.ServiceTables;

/** A disk that really is full, at whatever is written next: the worker's model, the database, an upload. */
class FullDiskIT {

    private static final int DISK_MEGABYTES = 40;
    private static final String SMALL = "{\"dimension\":8,\"tune\":false,\"evaluate\":false}";
    // 5,000 rows of 256 floats are 5 MB.
    private static final String LARGE = "{\"dimension\":256,\"epochs\":2,\"tune\":false,\"evaluate\":false}";

    private Path folder;
    private Path data;
    private boolean mounted;
    private ServiceProcess service;
    private JsonNode before;

    @BeforeEach
    void startOnASmallDiskWithAModel() throws Exception {
        folder = ServiceProcess.freshFolder("full-disk");
        data = Files.createDirectory(folder.resolve("data"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "tmpfs", data.toString());
        if (!mounted) {
            System.out.println("SKIPPED FullDiskIT: a small disk cannot be mounted here, it takes root on Linux");
        }
        assumeTrue(mounted, "no small disk");
        Path table = ServiceTables.write(folder.resolve("table.csv"), "t", 2_000, 3_000, 20, 1);
        service = ServiceProcess.start(folder, false);
        service.client().upload("", List.of(table));
        assertThat(service.client().awaitEnd("/api/imports/1").get("status").textValue())
                .isEqualTo("completed");
        assertThat(trained(SMALL).get("status").textValue()).isEqualTo("completed");
        before = recommend();
        assertThat(before.get("strategy").textValue()).isEqualTo("trained");
    }

    @AfterEach
    void end() throws Exception {
        if (service != null) {
            service.close();
        }
        if (mounted) {
            assertThat(run("umount", data.toString())).isTrue();
        }
    }

    @Test
    void modelThatDoesNotFit_failsTheTrainingInWords_andNothingElse() throws Exception {
        Path filler = leave(3 << 20);

        JsonNode failed = trained(LARGE);

        assertThat(failed.get("status").textValue()).isEqualTo("failed");
        assertThat(failed.get("error").textValue()).containsIgnoringCase("no space left");
        assertThat(service.workers()).isEmpty();
        assertThat(data.resolve("jobs")).isEmptyDirectory();
        assertThat(recommend()).isEqualTo(before);
        Files.delete(filler);
        assertThat(trained(LARGE).get("status").textValue()).isEqualTo("completed");
    }

    @Test
    void nothingFits_readingGoesOn_writesAreRefused_andAllIsWellOnceThereIsRoom() throws Exception {
        // Room for the job's row, not for its folder.
        Path filler = leave(64 << 10);

        JsonNode failed = trained(SMALL);

        assertThat(failed.get("status").textValue()).isEqualTo("failed");
        assertThat(failed.get("error").textValue()).isNotBlank();
        List<String> taken = banUntilRefused();
        assertThat(uploadStatus()).isEqualTo(503);
        assertThat(service.client().get("/api/status").get("writes").textValue())
                .isEqualTo("refused");
        assertThat(service.client().text("/q/health/ready")).contains("\"UP\"", "\"refused\"");
        assertThat(service.client()
                        .post("/api/session", "{\"token\":\"%s\"}".formatted(AdministratorHeader.TOKEN))
                        .get("administrator")
                        .booleanValue())
                .as("nobody is shut out")
                .isTrue();
        Path table = ServiceTables.write(folder.resolve("more.csv"), "m", 500, 1_000, 20, 1);
        assertThatThrownBy(() -> service.client().upload("?source=more", List.of(table)))
                .hasMessageContaining(": 503 ");
        // What has arrived is deleted once the answer is out.
        Awaitility.await()
                .untilAsserted(() -> assertThat(data.resolve("incoming")).isEmptyDirectory());
        assertThat(service.client().recommend("\"t-u0\"").get("strategy").textValue())
                .isEqualTo("trained");
        assertThat(banned()).containsExactlyInAnyOrderElementsOf(taken);
        Files.delete(filler);
        service.client()
                .await("/api/status", status -> status.get("writes").textValue().equals("accepted"));
        assertThat(ban(taken.size())).isEqualTo(204);
        assertThat(uploadStatus()).isEqualTo(202);
        assertThat(trained(SMALL).get("status").textValue()).isEqualTo("completed");
    }

    // What the log of the database has room for already is taken still.
    private List<String> banUntilRefused() throws Exception {
        List<String> taken = new ArrayList<>();
        int status = ban(0);
        while (status == 204) {
            taken.add("t-s" + taken.size());
            status = ban(taken.size());
        }
        assertThat(status).isEqualTo(503);
        return taken;
    }

    private int ban(int song) throws Exception {
        return service.client().status("PUT", "/api/users/t-u1/feedback/songs/t-s" + song, "{\"verdict\":\"ban\"}");
    }

    private List<String> banned() throws Exception {
        List<String> songs = new ArrayList<>();
        String path = "/api/users/t-u1/feedback?limit=500";
        JsonNode page = service.client().get(path);
        songs.addAll(ServiceClient.texts(page.get("items"), "id"));
        while (page.hasNonNull("next")) {
            page = service.client().get(path + "&after=" + page.get("next").asText());
            songs.addAll(ServiceClient.texts(page.get("items"), "id"));
        }
        return songs;
    }

    private int uploadStatus() throws Exception {
        return service.client().status("POST", "/api/imports?source=more", "user,song\n" + "a,b\n".repeat(100_000));
    }

    /** Fills the disk until about so many bytes are left. */
    private Path leave(long bytes) throws IOException {
        Path filler = data.resolve("filler");
        long size = Files.getFileStore(data).getUsableSpace() - bytes;
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] page = new byte[4096];
            for (long written = 0; written < size; written += page.length) {
                out.write(page);
            }
        }
        return filler;
    }

    private JsonNode trained(String request) throws Exception {
        return service.client()
                .awaitEnd("/api/trainings/"
                        + service.client().post("/api/trainings", request).get("id"));
    }

    private JsonNode recommend() throws Exception {
        return service.client().recommend("\"t-u0\"");
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
