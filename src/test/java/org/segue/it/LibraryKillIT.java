package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeServer.Fault;
import org.segue.testsupport.FakeSubsonic;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.Soak;

/** However a sync ends, the library is as the last whole sync saw it, the job says what happened, and the next one goes on. */
@Tag(Soak.TAG)
class LibraryKillIT {

    private static final int SONGS = Soak.of(1_000, 5_000);
    private static final int MORE_SONGS = 3 * SONGS;

    private final FakeLibrary music = new FakeLibrary();
    private final FakeLibrary.Account account = music.account("anna", "sesame");
    private final FakeSubsonic server = new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false);

    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private ServiceProcess service;

    @BeforeEach
    void start() throws Exception {
        folder = ServiceProcess.freshFolder("library-kill");
        service = ServiceProcess.start(folder, false);
        music.songs(FakeLibrary.many(SONGS));
        star(0);
        service.client()
                .post(
                        "/api/libraries",
                        "{\"kind\":\"subsonic\",\"name\":\"Navidrome\",\"url\":\"%s\"}".formatted(server.address()));
        service.client()
                .post("/api/libraries/1/logins", "{\"listener\":\"anna\",\"user\":\"anna\",\"password\":\"sesame\"}");
    }

    @AfterEach
    void end() {
        service.close();
        server.close();
    }

    private void star(int number) {
        account.stars.put(music.songs().get(number).id(), Instant.ofEpochSecond(1_700_000_000L + number));
    }

    private String sync() throws Exception {
        return "/api/libraries/1/syncs/"
                + service.client().post("/api/libraries/1/sync", "").get("id");
    }

    private JsonNode synced() throws Exception {
        JsonNode sync = service.client().awaitEnd(sync());
        assertThat(sync.get("status").textValue()).as(sync.toString()).isEqualTo("completed");
        return sync;
    }

    private void killAndRestart() throws Exception {
        service.close();
        server.fault(Fault.NONE);
        service = ServiceProcess.start(folder, false);
    }

    private int songs() throws Exception {
        return service.client().get("/api/libraries/1").get("songs").intValue();
    }

    private int loves() throws Exception {
        return service.client().get("/api/users/anna/feedback").get("items").size();
    }

    @Test
    void killedDuringASync_losesNothing_saysSo_andTheNextSyncGoesOn() throws Exception {
        synced();
        assertThat(songs()).isEqualTo(SONGS);
        music.songs(FakeLibrary.many(MORE_SONGS));
        star(MORE_SONGS - 1);

        // Who reads waits for the server: there the kill is certain to come in the middle.
        server.fault(Fault.SLOW);
        String reading = sync();
        service.client().await(reading, step("reading"));
        killAndRestart();
        assertStopped(reading);

        String matching = sync();
        JsonNode last = service.client().await(matching, step("matching").or(LibraryKillIT::isOver));
        killAndRestart();
        if (isOver(service.client().get(matching)) && songs() == MORE_SONGS) {
            assertThat(List.of("matching", "taste"))
                    .as("a quick machine")
                    .contains(last.path("step").asText("taste"));
        } else {
            assertStopped(matching);
        }

        JsonNode next = synced();
        assertThat(next.get("songs").intValue()).isEqualTo(MORE_SONGS);
        assertThat(songs()).isEqualTo(MORE_SONGS);
        assertThat(loves()).isEqualTo(2);
        assertThat(service.client().get("/api/libraries/1").get("missing").intValue())
                .isZero();
        try (var left = Files.list(folder.resolve("data"))) {
            assertThat(left).as("what the killed syncs had read is gone").noneMatch(LibraryKillIT::isScratch);
        }
    }

    private void assertStopped(String sync) throws Exception {
        JsonNode job = service.client().get(sync);
        assertThat(job.get("status").textValue()).isEqualTo("failed");
        assertThat(job.get("error").textValue()).contains("stopped during this sync");
        assertThat(songs()).isEqualTo(SONGS);
        assertThat(loves()).isEqualTo(1);
    }

    private static Predicate<JsonNode> step(String word) {
        return job -> word.equals(job.path("step").textValue());
    }

    private static boolean isOver(JsonNode job) {
        return !List.of("queued", "running").contains(job.path("status").asText());
    }

    private static boolean isScratch(Path path) {
        try (var inside = Files.isDirectory(path) && path.endsWith("library") ? Files.list(path) : null) {
            return inside != null && inside.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
