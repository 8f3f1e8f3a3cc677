package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.Eventually;

/** A listen comes back as it was sent, from the protocol and from the export. */
@QuarkusTest
class ToldListensTest {

    private static final JsonMapper JSON = new JsonMapper();

    // As Navidrome sends a song of two artists, and again from another album, remastered.
    private static final String FIRST = """
            {"artist_name":"Mira Tannhof & Ossian Vale","track_name":"Corner Table","release_name":"Northern Rooms",
             "additional_info":{"submission_client":"navidrome","submission_client_version":"0.63.2","tracknumber":3,
              "artist_names":["Mira Tannhof","Ossian Vale"],"artist_mbids":["5c1d7e20-00a1-4aaa-8bbb-0000000000b1",
              "5c1d7e20-00a1-4aaa-8bbb-0000000000b2"],"recording_mbid":"5c1d7e20-00a1-4aaa-8bbb-0000000000b3",
              "release_mbid":"5c1d7e20-00a1-4aaa-8bbb-0000000000b4","duration_ms":201000}}""";

    private static final String SECOND = """
            {"artist_name":"Mira Tannhof & Ossian Vale","track_name":"Corner Table - 2024 Remaster",
             "release_name":"Salt Letters","additional_info":{"media_player":"Feishin","artist_names":["Mira Tannhof","Ossian Vale"],
              "artist_mbids":[""],"release_mbid":"","duration":203,"tags":["slow","wood"],"origin":{"shelf":[1,2]}}}""";

    @Inject
    Database database;

    private static void submit(String token, String track, long at) {
        player(token)
                .body("{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":%d,\"track_metadata\":%s}]}"
                        .formatted(at, track))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
    }

    private int words() {
        return database.read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM told_words"));
    }

    @Test
    void listensComeBackAsTheyWereSent_andTakenInAgainAddNothing() throws Exception {
        String user = "told-one";
        String token = tokenOf(user);
        long now = Instant.now().getEpochSecond();
        int before = words();
        submit(token, FIRST, now - 9000);
        submit(token, SECOND, now - 6000);
        submit(token, FIRST, now - 3000);
        submit(token, FIRST, now - 3000);

        assertThat(words()).as("the same words are kept once").isEqualTo(before + 2);
        List<Map<String, Object>> listens =
                player(token).get("/1/user/told-one/listens").jsonPath().getList("payload.listens.track_metadata");
        assertThat(listens).hasSize(3);
        assertComesBack(listens.get(0), FIRST);
        assertComesBack(listens.get(1), SECOND);
        assertComesBack(listens.get(2), FIRST);

        byte[] export = bearer(AdministratorHeader.TOKEN)
                .get("/api/users/%s/export".formatted(user))
                .asByteArray();
        List<Map<String, Object>> exported = exported(export);
        assertThat(exported).hasSize(3);
        assertComesBack(exported.get(0), FIRST);
        assertComesBack(exported.get(1), SECOND);

        String job = bearer(AdministratorHeader.TOKEN)
                .contentType("application/zip")
                .body(export)
                .post("/api/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id")
                .toString();
        Eventually.until(() -> bearer(AdministratorHeader.TOKEN)
                .get("/api/imports/" + job)
                .jsonPath()
                .getString("status")
                .equals("completed"));
        bearer(AdministratorHeader.TOKEN).get("/api/imports/" + job).then().body("listensAdded", equalTo(0));
        assertThat(words()).isEqualTo(before + 2);
        assertComesBack(
                player(token).get("/1/user/told-one/listens").jsonPath().getMap("payload.listens[1].track_metadata"),
                SECOND);
    }

    private static void assertComesBack(Map<String, Object> track, String sent) throws IOException {
        Map<String, Object> told = JSON.readValue(sent, new TypeReference<>() {});
        for (String name : List.of("artist_name", "track_name", "release_name")) {
            assertThat(track.get(name)).isEqualTo(told.get(name));
        }
        assertThat(info(track)).containsAllEntriesOf(info(told));
    }

    private static Map<String, Object> info(Map<String, Object> track) {
        return JSON.convertValue(track.get("additional_info"), new TypeReference<>() {});
    }

    private static List<Map<String, Object>> exported(byte[] zip) throws IOException {
        List<Map<String, Object>> tracks = new ArrayList<>();
        ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip));
        for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
            if (file.getName().startsWith("listens/")) {
                for (String line : new String(files.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                    if (!line.isBlank()) {
                        tracks.add(JSON.convertValue(
                                JSON.readTree(line).path("track_metadata"), new TypeReference<>() {}));
                    }
                }
            }
        }
        return tracks;
    }

    @Test
    void whatPlaysNow_isTellableAsItWasSent() throws Exception {
        String token = tokenOf("told-now");
        player(token)
                .body("{\"listen_type\":\"playing_now\",\"payload\":[{\"track_metadata\":%s}]}".formatted(SECOND))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);

        assertComesBack(
                player(token)
                        .get("/1/user/told-now/playing-now")
                        .jsonPath()
                        .getMap("payload.listens[0].track_metadata"),
                SECOND);
    }

    @Test
    void wordsGo_withTheLastListenThatTheyAreOf_andWithTheUser() {
        String token = tokenOf("told-gone");
        long now = Instant.now().getEpochSecond();
        int before = words();
        submit(token, FIRST, now - 9000);
        submit(token, SECOND, now - 6000);
        submit(token, FIRST, now - 3000);
        String msid = player(token)
                .get("/1/user/told-gone/listens?max_ts=%d&count=1".formatted(now - 5000))
                .jsonPath()
                .getString("payload.listens[0].recording_msid");

        player(token)
                .body("{\"listened_at\":%d,\"recording_msid\":\"%s\"}".formatted(now - 6000, msid))
                .post("/1/delete-listen")
                .then()
                .statusCode(200);
        assertThat(words()).isEqualTo(before + 1);
        bearer(AdministratorHeader.TOKEN).delete("/api/users/told-gone").then().statusCode(204);
        assertThat(words()).isEqualTo(before);
    }

    @Test
    void wordsMove_withTheListensOfAUserWhoIsAnother() throws Exception {
        String token = tokenOf("told-other");
        String stays = tokenOf("told-stays");
        long now = Instant.now().getEpochSecond();
        submit(token, SECOND, now - 6000);
        bearer(AdministratorHeader.TOKEN)
                .contentType("application/json")
                .body("{\"user\":\"told-other\"}")
                .post("/api/users/told-stays/aliases")
                .then()
                .statusCode(200);

        assertComesBack(
                player(stays).get("/1/user/told-stays/listens").jsonPath().getMap("payload.listens[0].track_metadata"),
                SECOND);
        player(stays).get("/1/user/told-stays/listen-count").then().body("payload.count", equalTo(1));
    }
}
