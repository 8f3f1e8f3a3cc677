package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.ServiceTables;
import org.segue.testsupport.Soak;

/** However a training ends, the model before it serves, the job says what happened, and no process is left behind. */
@Tag(Soak.TAG)
class TrainingKillIT {

    private static final String SHORT = "{\"dimension\":16,\"epochs\":60,\"seed\":7,\"tune\":false,\"evaluate\":false}";
    private static final String LONG = "{\"dimension\":16,\"epochs\":10000,\"tune\":false,\"evaluate\":false}";

    private static Path folder = Path.of("");
    private static ServiceProcess service;
    private JsonNode before;

    @BeforeAll
    static void startWithAModel() throws Exception {
        folder = ServiceProcess.freshFolder("training-kill");
        Path table = ServiceTables.write(folder.resolve("table.csv"), "t", 2_000, 3_000, 20, 1);
        service = ServiceProcess.start(folder, false);
        service.client().upload("", List.of(table));
        assertThat(service.client().awaitEnd("/api/imports/1").get("status").textValue())
                .isEqualTo("completed");
        assertThat(service.client()
                        .awaitEnd(train("{\"dimension\":8,\"tune\":false,\"evaluate\":false}"))
                        .get("status")
                        .textValue())
                .isEqualTo("completed");
    }

    @BeforeEach
    void ask() throws Exception {
        before = recommend();
        assertThat(before.get("strategy").textValue()).isEqualTo("trained");
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void killedDuringATraining_servesTheFormerModel_andTrainsAgain() throws Exception {
        List<Predicate<JsonNode>> moments = List.of(
                job -> true,
                job -> job.get("epoch").intValue() >= 1,
                job -> job.get("epoch").intValue() >= 59,
                job -> !service.workers().isEmpty(),
                job -> job.get("epoch").intValue() >= 30);

        for (Predicate<JsonNode> moment : moments.subList(0, Soak.of(3, 5))) {
            String training = train(SHORT);
            JsonNode last = service.client().await(training, moment);
            assertThat(last.get("status").textValue()).isIn("queued", "running");
            service.kill();
            awaitNoWorkers();
            restart();
            assertFailed(training, "stopped during this training");
            assertThat(recommend()).isEqualTo(before);
        }

        JsonNode repeated = service.client().awaitEnd(train(SHORT));
        assertThat(repeated.get("status").textValue()).isEqualTo("completed");
        assertThat(recommend().get("model")).isEqualTo(repeated.get("model")).isNotEqualTo(before.get("model"));
    }

    @Test
    void killOfTheWorker_failsTheJobInWords_andNothingElse() throws Exception {
        String training = train(LONG);
        service.client().await(training, job -> job.get("epoch").intValue() >= 1);

        service.workers().forEach(ProcessHandle::destroyForcibly);

        service.client().awaitEnd(training);
        assertFailed(training, "killed");
        assertThat(service.client().get("/q/health/ready").get("status").textValue())
                .isEqualTo("UP");
        assertThat(recommend()).isEqualTo(before);
        assertThat(service.client()
                        .awaitEnd(train("{\"dimension\":8,\"tune\":false,\"evaluate\":false}"))
                        .get("status")
                        .textValue())
                .isEqualTo("completed");
    }

    @Test
    void stoppedDuringATraining_endsCleanly() throws Exception {
        String training = train(LONG);
        service.client().await(training, job -> job.get("epoch").intValue() >= 1);

        long start = System.nanoTime();
        int exitCode = service.stop();

        assertThat(exitCode).as("ended by SIGTERM\n%s", service.log()).isEqualTo(143);
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(20);
        assertThat(service.log()).doesNotContain("ERROR");
        awaitNoWorkers();
        restart();
        assertFailed(training, "stopped during this training");
        assertThat(recommend()).isEqualTo(before);
    }

    @Test
    void secondProcessOnTheSameData_isRefusedAndSaysWhy() throws Exception {
        try (ServiceProcess second = ServiceProcess.launch(folder, false)) {
            assertThat(second.awaitExit()).isNotZero();
            assertThat(second.log()).contains("is in use by another Segue process");
        }
        assertThat(recommend()).isEqualTo(before);
    }

    private static String train(String request) throws Exception {
        return "/api/trainings/"
                + service.client().post("/api/trainings", request).get("id");
    }

    private static JsonNode recommend() throws Exception {
        return service.client().recommend("\"t-u0\"");
    }

    private static void restart() throws Exception {
        service.close();
        service = ServiceProcess.start(folder, false);
    }

    private static void assertFailed(String training, String why) throws Exception {
        JsonNode job = service.client().get(training);
        assertThat(job.get("status").textValue()).isEqualTo("failed");
        assertThat(job.get("error").textValue()).contains(why);
    }

    private static void awaitNoWorkers() {
        Awaitility.await("no process works on for nobody")
                .until(() -> service.workers().isEmpty());
    }
}
