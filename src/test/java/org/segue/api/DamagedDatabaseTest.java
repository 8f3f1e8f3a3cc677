package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;
import org.segue.storage.DataFolder;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** What happens when the database's pages are no longer what was written: SQLite answers SQLITE_CORRUPT. */
@QuarkusTest
@TestProfile(DamagedDatabaseTest.OwnFolder.class)
class DamagedDatabaseTest {

    /** A data folder that nobody else uses: it is of no use afterwards. */
    public static class OwnFolder implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "segue.data-dir",
                    "target/damaged-" + ProcessHandle.current().pid(),
                    "segue.demo",
                    "false");
        }
    }

    private static final int PAGE = 4096;

    @Inject
    DataFolder folder;

    @Inject
    Database database;

    // All but the first, which says where the others are. The write makes readers forget the pages that they have read.
    private void overwritePages() throws IOException {
        database.read(connection -> Statements.selectInt(connection, "PRAGMA wal_checkpoint(TRUNCATE)"));
        try (RandomAccessFile file =
                new RandomAccessFile(folder.root().resolve("segue.db").toFile(), "rw")) {
            byte[] noise = new byte[PAGE];
            Arrays.fill(noise, (byte) 0x5a);
            for (long at = PAGE; at < file.length(); at += PAGE) {
                file.seek(at);
                file.write(noise);
            }
        }
        database.writeNow(connection -> Statements.update(connection, "PRAGMA user_version = 7"));
    }

    @Test
    void everything_answers503_andReadinessIsDown() throws IOException {
        Jobs.importedTable("source=home", "song,title,artist,user,plays\ns1,One,Artist,anna,3\ns2,Two,Artist,bob,4\n");
        String token = Asking.tokenOf("anna");
        overwritePages();
        SoftAssertions softly = new SoftAssertions();
        for (String path : new String[] {
            "/api/users/nobody-yet",
            "/api/users/anna",
            "/api/users/anna/listens",
            "/api/users/anna/feedback",
            "/api/users/anna/export",
            "/api/users?q=x",
            "/api/songs?q=x",
            "/api/songs/nothing-yet/similar",
            "/api/imports",
            "/api/imports/7",
            "/api/imports/7/events",
            "/api/trainings",
            "/api/playlists?user=nobody-yet",
            "/api/status",
            "/people/nobody-yet",
            "/songs/nothing-yet",
            "/artists/nobody-yet",
            "/search?q=x",
            "/imports",
            "/?user=nobody-yet",
            "/1/user/nobody-yet/listens",
            "/1/user/nobody-yet/listen-count",
            "/1/user/nobody-yet/playlists/createdfor"
        }) {
            softly.assertThat(given().get(path).statusCode()).as(path).isEqualTo(503);
        }
        softly.assertAll();
        given().contentType(ContentType.JSON)
                .body("{\"user\":\"nobody-yet\"}")
                .post("/recommend")
                .then()
                .statusCode(503);
        given().contentType(ContentType.JSON)
                .body("{\"verdict\":\"love\"}")
                .put("/api/users/anna/feedback/songs/s1")
                .then()
                .statusCode(503);
        given().contentType("text/csv")
                .body("user,song\nx,y\n")
                .post("/api/imports?source=home")
                .then()
                .statusCode(503);
        assertThat(Asking.player(token)
                        .contentType(ContentType.JSON)
                        .body("{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1760000000,"
                                + "\"track_metadata\":{\"artist_name\":\"Artist\",\"track_name\":\"One\"}}]}")
                        .post("/1/submit-listens")
                        .statusCode())
                .isEqualTo(503);

        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body("checks.find { it.name == 'storage' }.data.damage", containsString("malformed"));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics").then().body(containsString("segue_storage_damaged 1.0"));
    }
}
