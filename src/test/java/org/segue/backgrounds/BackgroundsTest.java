package org.segue.backgrounds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.segue.api.Jobs;
import org.segue.backgrounds.BackgroundConfig.Refresh;
import org.segue.storage.DataFolder;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.testsupport.DumpServer;

/** Strangers' listening from a mirror on this machine, and from a data set of one's own: in, followed, cancelled and undone. */
@QuarkusTest
@TestProfile(BackgroundsTest.OwnMirror.class)
@Timeout(300)
class BackgroundsTest {

    static final DumpServer MIRROR = DumpServer.ofSettings();
    private static final long THEN = 1_790_000_000L;
    private static final String LISTENBRAINZ = "{\"kind\":\"listenbrainz\"}";

    /** A mirror of its own. */
    public static class OwnMirror implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return DumpServer.settings();
        }
    }

    @Inject
    BackgroundService service;

    @Inject
    BackgroundRepository backgrounds;

    @Inject
    BackgroundRefresh refresh;

    @Inject
    Database database;

    @Inject
    DataFolder folder;

    @AfterEach
    void undoAll() {
        undoEverything();
        assertThat(files("backgrounds")).isEmpty();
    }

    static void undoEverything() {
        for (int id : given().get("/api/backgrounds").jsonPath().<Integer>getList("items.id")) {
            given().delete("/api/backgrounds/" + id);
            Jobs.ended(given().get("/api/backgrounds/" + id).jsonPath(), "backgrounds");
        }
        MIRROR.clear();
        Jobs.eventually(() -> assertThat(strangers()).isZero());
    }

    private List<String> files(String inside) {
        try (Stream<Path> left = Files.walk(folder.folder(inside))) {
            return left.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static int strangers() {
        return given().get("/api/status").jsonPath().getInt("population");
    }

    private static void dumps() {
        MIRROR.add(1001, Map.of("2026/11", DumpServer.listeners("old", 30, 40, THEN)));
        MIRROR.add(1002, Map.of("2026/11", DumpServer.listeners("new", 30, 40, THEN)));
        MIRROR.add(
                1003,
                Map.of(
                        "2026/10",
                        DumpServer.listeners("new", 40, 20, THEN),
                        "2026/11",
                        DumpServer.listeners("few", 9, 19, THEN)));
    }

    private static JsonPath asked(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/backgrounds")
                .then()
                .statusCode(202)
                .header("Location", startsWith("backgrounds/"))
                .extract()
                .jsonPath();
    }

    static JsonPath ended(String body) {
        return Jobs.ended(asked(body), "backgrounds");
    }

    @Test
    void listenBrainz_newestDumps_areTakenIn_andUndoneAsAWhole() {
        dumps();
        int songs = given().get("/api/status").jsonPath().getInt("songs");

        JsonPath done = ended("{\"kind\":\"listenbrainz\",\"dumps\":2,\"users\":35,\"seed\":4}");

        assertThat(done.getString("status")).as(done.prettify()).isEqualTo("completed");
        assertThat(done.getInt("listeners")).isEqualTo(35);
        assertThat(done.getList("names", String.class))
                .containsExactly(
                        "listenbrainz-dump-1003-20261124-000003-incremental",
                        "listenbrainz-dump-1002-20261123-000003-incremental");
        assertThat(strangers()).isEqualTo(35);
        Jobs.eventually(() -> assertThat(given().get("/api/status").jsonPath().getInt("songs"))
                .isGreaterThan(songs));
        assertThat(given().get("/api/users?q=new1").jsonPath().getList("items")).isEmpty();
        assertThat(database.query("SELECT name FROM user WHERE population = 1", row -> row.getString(1)))
                .allMatch(name -> name.startsWith("~"));

        given().delete("/api/backgrounds/" + done.getInt("id"))
                .then()
                .statusCode(200)
                .body("status", equalTo("undone"));
        given().delete("/api/backgrounds/" + done.getInt("id")).then().statusCode(409);
        Jobs.eventually(() -> assertThat(given().get("/api/status").jsonPath().getInt("songs"))
                .isEqualTo(songs));
    }

    @Test
    void listenBrainz_fetchedAgain_takesThePlaceOfTheOneBefore() {
        dumps();
        JsonPath first = ended(LISTENBRAINZ);
        MIRROR.add(1004, Map.of("2026/11", DumpServer.listeners("newest", 30, 40, THEN)));

        JsonPath second = ended("{\"kind\":\"listenbrainz\",\"dumps\":1}");

        assertThat(second.getString("status")).isEqualTo("completed");
        assertThat(given().get("/api/backgrounds/" + first.getInt("id"))
                        .jsonPath()
                        .getString("status"))
                .isEqualTo("undone");
        Jobs.eventually(() -> assertThat(strangers()).isEqualTo(30));
    }

    @Test
    void offers_saySizesTimesLicenceAndRoom() {
        dumps();

        JsonPath offer = given().get("/api/backgrounds/offers?dumps=2").jsonPath();

        assertThat(offer.getList("dumps")).hasSize(2);
        assertThat(offer.getString("dumps[0].at")).isEqualTo("2026-11-24T00:00:03Z");
        assertThat(offer.getLong("bytes"))
                .isEqualTo(offer.getLong("dumps[0].bytes") + offer.getLong("dumps[1].bytes"))
                .isPositive();
        assertThat(offer.getLong("neededBytes")).isGreaterThan(offer.getLong("bytes"));
        assertThat(offer.getLong("freeBytes")).isPositive();
        assertThat(offer.getString("licence")).isEqualTo("CC0");
        assertThat(offer.getString("url")).isEqualTo(MIRROR.address().toString());
        assertThat(offer.getString("problem")).isNull();

        MIRROR.clear();
        assertThat(given().get("/api/backgrounds/offers").jsonPath().getString("problem"))
                .contains("(HTTP 404)");
    }

    @Test
    void listenBrainz_somethingWrongOnTheMirror_isSaid_andLeavesNothing() {
        JsonPath none = ended(LISTENBRAINZ);
        assertThat(none.getString("status")).isEqualTo("failed");
        assertThat(none.getString("error")).contains("(HTTP 404)");

        dumps();
        MIRROR.put(DumpServer.archive(1002) + ".sha256", "0".repeat(64).getBytes(StandardCharsets.UTF_8));
        JsonPath bad = ended(LISTENBRAINZ);
        assertThat(bad.getString("error")).contains("The checksum of");
        assertThat(strangers()).isZero();
        assertThat(files("backgrounds")).isEmpty();
        assertThat(files("uploads")).isEmpty();
    }

    @Test
    void listenBrainz_connectionBreaksOff_goesOn() {
        dumps();
        MIRROR.fault(DumpServer.archive(1003), DumpServer.breaksOff(1));

        assertThat(ended(LISTENBRAINZ).getString("status")).isEqualTo("completed");
        assertThat(MIRROR.requests()).anyMatch(request -> request.contains("bytes="));
    }

    @Test
    void listenBrainz_dumpOfSomethingElse_saysSo_andLeavesNothing() {
        MIRROR.add(1001, Map.of("2026/11", List.of("{\"a\":1}", "{\"b\":2}")));

        JsonPath failed = ended(LISTENBRAINZ);

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("error")).contains("no listening history that Segue recognizes");
    }

    @Test
    void listenBrainz_noRoomOnTheDisk_isSaidBeforeAnythingIsLoaded() {
        MIRROR.add(1001, Map.of("2026/11", DumpServer.listeners("u", 30, 40, THEN)));
        hugeHead();

        JsonPath failed = ended(LISTENBRAINZ);

        assertThat(failed.getString("error")).contains("Not enough disk space", "are free", "fewer dumps");
        assertThat(MIRROR.requests()).noneMatch(request -> request.equals("GET " + DumpServer.archive(1001)));
        assertThat(given().get("/api/backgrounds/offers").jsonPath().getString("problem"))
                .contains("Not enough disk space");
    }

    private static void hugeHead() {
        MIRROR.says(DumpServer.archive(1001), 1L << 55);
    }

    @Test
    void listenBrainz_databaseMayNotGrow_saysSo_andLeavesNothing() {
        MIRROR.add(1001, Map.of("2026/11", DumpServer.listeners("big", 300, 200, THEN)));
        database.writeNow(connection -> Statements.selectInt(connection, "PRAGMA max_page_count = 1"));
        try {
            JsonPath failed = ended(LISTENBRAINZ);
            assertThat(failed.getString("status")).isEqualTo("failed");
            assertThat(failed.getString("error")).contains("full");
        } finally {
            database.writeNow(connection -> Statements.selectInt(connection, "PRAGMA max_page_count = 1073741823"));
        }
        Jobs.eventually(() -> assertThat(strangers()).isZero());
    }

    @Test
    void listenBrainz_cancelledWhileItLoads_leavesNothing() {
        dumps();
        CountDownLatch never = new CountDownLatch(1);
        MIRROR.fault(DumpServer.archive(1002), (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 10);
            exchange.getResponseBody().flush();
            awaitQuietly(never);
            return true;
        });
        JsonPath running = asked(LISTENBRAINZ);
        String address = "/api/backgrounds/" + running.getInt("id");
        Jobs.eventually(() -> {
            JsonPath now = given().get(address).jsonPath();
            assertThat(now.getString("step")).isEqualTo("loading");
            assertThat(now.getLong("loadedBytes")).isPositive().isLessThan(now.getLong("bytes"));
            assertThat(now.getDouble("progress")).isBetween(0.0, 0.5);
        });
        JsonPath waiting = asked(LISTENBRAINZ);

        given().delete("/api/backgrounds/" + waiting.getInt("id")).then().statusCode(200);
        given().delete(address).then().statusCode(200);
        never.countDown();

        assertThat(Jobs.ended(running, "backgrounds").getString("status")).isEqualTo("cancelled");
        assertThat(Jobs.ended(waiting, "backgrounds").getString("status")).isEqualTo("cancelled");
        assertThat(strangers()).isZero();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ownDataSet_thatAPreviewHasKept_isABackground() {
        String upload = given().contentType("text/csv")
                .body("user,song\nzoe,x\nzara,x\nzack,y\n")
                .post("/api/imports/preview?population=true")
                .jsonPath()
                .getString("upload");

        JsonPath done = ended("{\"kind\":\"import\",\"upload\":\"%s\",\"users\":2}".formatted(upload));

        assertThat(done.getString("status")).as(done.prettify()).isEqualTo("completed");
        assertThat(done.getInt("listeners")).isEqualTo(2);
        assertThat(strangers()).isEqualTo(2);
        assertThat(given().get("/api/imports/" + done.getInt("importId"))
                        .jsonPath()
                        .getBoolean("population"))
                .isTrue();
        given().contentType("application/json")
                .body("{\"kind\":\"import\",\"upload\":\"%s\"}".formatted(upload))
                .post("/api/backgrounds")
                .then()
                .statusCode(404);

        given().delete("/api/imports/" + done.getInt("importId")).then().statusCode(200);
        assertThat(given().get("/api/backgrounds/" + done.getInt("id"))
                        .jsonPath()
                        .getString("status"))
                .as("undone where the imports are")
                .isEqualTo("undone");
    }

    @Test
    void events_followItToItsEnd() {
        dumps();
        int id = asked(LISTENBRAINZ).getInt("id");

        String events = given().get("/api/backgrounds/" + id + "/events").asString();

        assertThat(events).contains("event:done", "\"status\":\"completed\"");
    }

    @Test
    void start_interrupted_isFailed_unlessItsImportIsInForce() throws IOException {
        dumps();
        JsonPath done = ended(LISTENBRAINZ);
        Background lost = backgrounds.create(BackgroundRequest.listenBrainz(1, 5, 0), null);
        assertThat(backgrounds.start(lost.id())).isTrue();
        int kept = done.getInt("id");
        database.writeNow(connection -> Statements.update(
                connection, "UPDATE background SET status = 'running', listeners = NULL WHERE id = ?", kept));

        service.start(new StartupEvent());

        assertThat(service.byId(lost.id()).orElseThrow().error()).contains("Nothing of it was kept");
        assertThat(service.byId(kept).orElseThrow().status().word()).isEqualTo("completed");
        assertThat(service.byId(kept).orElseThrow().listeners()).isEqualTo(done.getInt("listeners"));
    }

    private static Clock in(Duration time) {
        return Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
    }

    @Test
    void refresh_switchedOn_fetchesAWeekOldBackgroundAnew() {
        assertThat(refresh.look(Refresh.WEEKLY, in(Duration.ofDays(8))))
                .as("nothing is there")
                .isFalse();
        dumps();
        int first = ended(LISTENBRAINZ).getInt("id");

        assertThat(refresh.look(Refresh.OFF, in(Duration.ofDays(8)))).isFalse();
        assertThat(refresh.look(Refresh.WEEKLY, in(Duration.ofDays(6)))).isFalse();
        assertThat(refresh.look(Refresh.WEEKLY, in(Duration.ofDays(8)))).isTrue();

        Jobs.eventually(() -> assertThat(
                        given().get("/api/backgrounds/" + first).jsonPath().getString("status"))
                .isEqualTo("undone"));
    }
}
