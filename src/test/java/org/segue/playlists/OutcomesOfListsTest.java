package org.segue.playlists;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;
import org.segue.catalog.Catalog;

/** What is known of songs on lists and pages that listeners saw, from the list to the endpoint. */
@QuarkusTest
@TestProfile(CollectorsHome.Profile.class)
class OutcomesOfListsTest {

    private static final Duration FAR_AWAY = Duration.ofSeconds(60);

    @Inject
    CollectorsHome home;

    @Inject
    PlaylistService playlists;

    @Inject
    Catalog catalog;

    @BeforeEach
    void moveIn() {
        home.moveIn();
    }

    @Test
    void generatedLists_areShown_andTheNextOfTheirRankingsCompared() {
        long songs = songsOfLists("cleo7");

        JsonPath outcomes = outcomes("cleo7", all -> all.getInt("shown.waiting") == songs);
        assertThat(outcomes.getInt("next.waiting")).isPositive();
        given().get("/api/users/cleo7/outcomes")
                .then()
                .body("user", equalTo("cleo7"))
                .body("days", equalTo(30))
                .body("shown.songs", equalTo(0))
                .body("shown.percent", nullValue());
        given().get("/api/users/nobody-at-all/outcomes").then().statusCode(404);
    }

    @Test
    void ownListOnHome_isShown_andWhatIsPlayedOfItCounts_othersLists_areNot() throws IOException {
        String token = Asking.tokenOfImported("cory");
        long listed = songsOfLists("cora");
        int ofCora =
                outcomes("cora", all -> all.getInt("shown.waiting") >= listed).getInt("shown.waiting");
        page(token, "cora");
        given().get("/?user=cory&n=5").then().statusCode(200);
        String page = page(token, "cory");
        assertThat(page).contains("<h1");

        JsonPath outcomes = outcomes("cory", all -> all.getInt("next.waiting") > 0);
        assertThat(outcomes.getInt("shown.waiting")).isEqualTo(12);
        assertThat(outcomes.getInt("shown.waitingPlayed")).isZero();
        assertThat(outcomes("cora", all -> true).getInt("shown.waiting")).isEqualTo(ofCora);

        play(token, shown(export()));
        assertThat(outcomes("cory", all -> all.getInt("shown.waitingPlayed") == 1)
                        .getInt("shown.waiting"))
                .isEqualTo(12);
        String export = export();
        assertThat(export.lines().filter(line -> line.startsWith("{\"segue\":\"shown\"")))
                .hasSize(12);
        assertThat(export).contains("{\"segue\":\"next\",\"shown_at\":", ",\"rank\":");
    }

    private static String page(String token, String user) {
        return Asking.bearer(token)
                .get("/?user=" + user + "&n=12")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private long songsOfLists(String user) {
        List<Playlist> lists = playlists.madeFor(catalog.user(user).join().orElseThrow());
        return lists.stream()
                .flatMap(list -> list.songIds().stream())
                .distinct()
                .count();
    }

    private static JsonPath outcomes(String user, Predicate<JsonPath> isThere) {
        return await().pollDelay(Duration.ZERO)
                .atMost(FAR_AWAY)
                .until(() -> given().get("/api/users/" + user + "/outcomes").jsonPath(), isThere);
    }

    private static Map<String, String> shown(String export) {
        JsonPath line = new JsonPath(export.lines()
                .filter(one -> one.startsWith("{\"segue\":\"shown\""))
                .findFirst()
                .orElseThrow());
        return Map.of(
                "artist_name", line.getString("track_metadata.artist_name"),
                "track_name", line.getString("track_metadata.track_name"));
    }

    private static void play(String token, Map<String, String> track) {
        Map<String, Object> listen = Map.of("listened_at", Instant.now().getEpochSecond(), "track_metadata", track);
        Asking.player(token)
                .contentType("application/json")
                .body(Map.of("listen_type", "single", "payload", List.of(listen)))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
    }

    private static String export() throws IOException {
        byte[] zip = given().get("/api/users/cory/export").asByteArray();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().equals("segue.jsonl")) {
                    return new String(files.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
