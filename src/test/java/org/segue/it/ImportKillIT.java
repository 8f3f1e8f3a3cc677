package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.ServiceTables;
import org.segue.testsupport.Soak;

/** A service that is killed in the middle of an import loses nothing that it had acknowledged, and keeps no halves. */
@Tag(Soak.TAG)
class ImportKillIT {

    private static final int BIG_USERS = 2_500;
    private static final int SONGS_EACH = 60;
    private static final int LISTENS_A_FILE = 12_000;
    private static final List<Double> KILLED_AT =
            List.of(0.5, 0.9, 0.1, 0.3, 0.7).subList(0, Soak.of(3, 5));

    private Path folder;
    private Path big;
    private Path small;
    private ServiceProcess service;

    @BeforeEach
    void startWithOneImportAndAModel() throws Exception {
        folder = ServiceProcess.freshFolder("import-kill");
        small = ServiceTables.write(folder.resolve("small.csv"), "small", 100, 200, 20, 1);
        big = ServiceTables.write(folder.resolve("big.csv"), "big", BIG_USERS, 20_000, SONGS_EACH, 2);
        service = ServiceProcess.start(folder, false);
        assertThat(importToTheEnd(small, "small").get("status").textValue()).isEqualTo("completed");
        service.client().post("/api/trainings", "{\"dimension\":8,\"tune\":false,\"evaluate\":false}");
        assertThat(service.client().awaitEnd("/api/trainings/1").get("status").textValue())
                .isEqualTo("completed");
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void killedDuringAnImport_keepsWhatWasThere_andTheImportCanBeRepeated() throws Exception {
        JsonNode answerBefore = recommend();
        JsonNode statusBefore = counts();

        for (double progress : KILLED_AT) {
            int id = killDuringImport(progress);
            JsonNode failed = service.client().get("/api/imports/" + id);
            assertThat(failed.get("status").textValue()).isEqualTo("failed");
            assertThat(failed.get("error").textValue()).contains("stopped during this import");
            assertThat(recommend()).isEqualTo(answerBefore);
            assertThat(service.client().get("/api/status").get("interactions")).isEqualTo(statusBefore.get(2));
            awaitCounts(statusBefore);
        }

        JsonNode repeated = importToTheEnd(big, "big");
        assertThat(repeated.get("status").textValue()).isEqualTo("completed");
        assertThat(repeated.get("interactionsAdded").intValue()).isEqualTo(BIG_USERS * SONGS_EACH);
        assertThat(repeated.get("duplicates").intValue()).isZero();
        int interactions = BIG_USERS * SONGS_EACH + statusBefore.get(2).intValue();
        service.client()
                .await("/api/status", status -> status.get("interactions").intValue() == interactions);
        assertThat(recommend()).isEqualTo(answerBefore);
        JsonNode again = importToTheEnd(small, "small");
        assertThat(again.get("duplicates"))
                .as("all of the former import is there")
                .isEqualTo(statusBefore.get(2));
        assertThat(again.get("interactionsAdded").intValue()).isZero();
    }

    @Test
    void killedWhileAnImportWaits_worksItOffAfterTheRestart() throws Exception {
        int first = service.client().upload("?source=big", List.of(big));
        int waiting = service.client().upload("?source=waiting", List.of(small));
        service.client()
                .await("/api/imports/" + first, job -> job.get("progress").doubleValue() > 0.2);

        restartAfterKill();

        assertThat(service.client().get("/api/imports/" + first).get("status").textValue())
                .isEqualTo("failed");
        JsonNode done = service.client().awaitEnd("/api/imports/" + waiting);
        assertThat(done.get("status").textValue()).isEqualTo("completed");
        assertThat(done.get("interactionsAdded").intValue()).isEqualTo(100 * 20);
    }

    @Test
    void killedDuringAHistory_keepsNoHalves_andTheHistoryCanBeImportedAndUndone() throws Exception {
        Path history = ServiceTables.writeHistory(folder.resolve("history.zip"), 20, LISTENS_A_FILE, 3);
        JsonNode answerBefore = recommend();
        JsonNode before = counts();

        for (double progress : KILLED_AT) {
            int id = service.client().upload("?user=small-u1", List.of(history));
            service.client()
                    .await("/api/imports/" + id, job -> job.get("progress").doubleValue() >= progress);
            restartAfterKill();
            JsonNode failed = service.client().get("/api/imports/" + id);
            assertThat(failed.get("status").textValue()).isEqualTo("failed");
            assertThat(recommend()).isEqualTo(answerBefore);
            awaitCounts(before);
        }

        int id = service.client().upload("?user=small-u1", List.of(history));
        JsonNode done = service.client().awaitEnd("/api/imports/" + id);
        assertThat(done.get("status").textValue()).isEqualTo("completed");
        assertThat(done.get("listensAdded").intValue()).isEqualTo(20 * LISTENS_A_FILE);
        assertThat(done.get("duplicates").intValue()).isZero();
        service.client().delete("/api/imports/" + id);
        awaitCounts(before);
    }

    private int killDuringImport(double progress) throws Exception {
        int id = service.client().upload("?source=big", List.of(big));
        service.client().await("/api/imports/" + id, job -> job.get("progress").doubleValue() >= progress);
        restartAfterKill();
        return id;
    }

    private void restartAfterKill() throws Exception {
        service.kill();
        service.close();
        service = ServiceProcess.start(folder, false);
    }

    private JsonNode importToTheEnd(Path file, String source) throws Exception {
        int id = service.client().upload("?source=" + source, List.of(file));
        return service.client().awaitEnd("/api/imports/" + id);
    }

    private JsonNode recommend() throws Exception {
        JsonNode answer = service.client().recommend("\"small-u0\"");
        assertThat(answer.get("strategy").textValue()).isEqualTo("trained");
        return answer;
    }

    // Users and songs known, interactions in force.
    private JsonNode counts() throws Exception {
        ServiceClient client = service.client();
        return JsonNodeFactory.instance
                .arrayNode()
                .add(client.get("/api/users").get("total").intValue())
                .add(client.get("/api/songs").get("total").intValue())
                .add(client.get("/api/status").get("interactions").intValue());
    }

    private void awaitCounts(JsonNode expected) throws Exception {
        service.client().await("/api/users", users -> users.get("total").equals(expected.get(0)));
        service.client().await("/api/songs", songs -> songs.get("total").equals(expected.get(1)));
    }
}
