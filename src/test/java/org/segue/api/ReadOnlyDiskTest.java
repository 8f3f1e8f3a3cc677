package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;
import org.segue.access.SessionCookie;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.testsupport.AdministratorHeader;

/** What happens when nothing can be written any more, as on a disk that went read-only: SQLite answers SQLITE_READONLY. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class ReadOnlyDiskTest {

    @Inject
    Household household;

    @Inject
    DataSource writer;

    @Inject
    Database database;

    private String token;

    @BeforeEach
    void moveIn() throws SQLException {
        household.moveIn();
        token = Asking.tokenOfImported("bob12");
        setReadOnly(true);
    }

    @AfterEach
    void makeWritable() throws SQLException {
        setReadOnly(false);
    }

    @Test
    void readingGoesOn() {
        given().contentType(ContentType.JSON)
                .body("{\"user\":\"ann5\"}")
                .post("/recommend")
                .then()
                .statusCode(200);
        given().get("/api/users/ann5/listens").then().statusCode(200);
        given().get("/?user=ann5").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void writes_areRefusedWith503_andTakenOnceTheDiskIsWritable() throws SQLException {
        assertUnavailable(love());
        given().contentType(ContentType.JSON)
                .body("{\"user\":\"ann5\",\"name\":\"x\"}")
                .post("/api/tokens")
                .then()
                .statusCode(503);
        assertThat(listen()).as("a player sends it again after a 503").isEqualTo(503);
        makeWritable();
        assertThat(listen()).isEqualTo(200);
        love().statusCode(204);
        given().delete("/api/users/bob12/feedback/songs/b11").then().statusCode(204);
        deleteListen();
    }

    @Test
    void playersOfLastFm_areToldToSendAgain() throws SQLException {
        makeWritable();
        String session = lastFm("method", "auth.getMobileSession", "username", "bob12", "password", token)
                .statusCode(200)
                .extract()
                .path("session.key");
        setReadOnly(true);

        lastFm("method", "track.scrobble", "sk", session, "artist", "A", "track", "T", "timestamp", "1760000000")
                .statusCode(503)
                .body("error", equalTo(11));
        lastFm("method", "track.love", "sk", session, "artist", "Artist b1", "track", "B one one")
                .statusCode(503)
                .body("error", equalTo(11));
        Asking.nobody()
                .formParams("s", session, "a[0]", "A", "t[0]", "T", "i[0]", "1760000000")
                .post("/1.2/submissions/mdc")
                .then()
                .statusCode(503)
                .contentType("text/plain")
                .body(startsWith("FAILED "));
    }

    private static ValidatableResponse lastFm(String name, String value, Object... others) {
        return Asking.nobody()
                .formParams(name, value, others)
                .formParam("format", "json")
                .post("/2.0/")
                .then();
    }

    @Test
    void import_isRefusedWith503() {
        assertUnavailable(given().contentType("text/csv")
                .body("user,song\nann5,new-song\n")
                .post("/api/imports?source=home")
                .then());
    }

    @Test
    void signIn_worksFromMemory_andIsStoredLater() throws SQLException {
        String cookie = signIn();
        assertThat(listTokens(cookie)).isEqualTo(200);
        String other = signIn();
        Asking.nobody()
                .cookie(SessionCookie.NAME, other)
                .delete("/api/session")
                .then()
                .statusCode(204);
        assertThat(listTokens(other)).as("signed out").isEqualTo(401);

        makeWritable();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> database.read(connection -> Statements.selectInt(
                                connection,
                                "SELECT count(*) FROM session WHERE expires_at > ?",
                                System.currentTimeMillis()))
                        > 0);
        assertThat(listTokens(cookie)).isEqualTo(200);
    }

    private static String signIn() {
        return Asking.nobody()
                .contentType(ContentType.JSON)
                .body("{\"token\":\"%s\"}".formatted(AdministratorHeader.TOKEN))
                .post("/api/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie(SessionCookie.NAME);
    }

    private static int listTokens(String cookie) {
        return Asking.nobody()
                .cookie(SessionCookie.NAME, cookie)
                .get("/api/tokens")
                .statusCode();
    }

    @Test
    void writesAreRefused_isToldByStatusHealthAndMetrics_andSegueIsReady() throws SQLException {
        love().statusCode(503);
        given().get("/api/status").then().statusCode(200).body("writes", equalTo("refused"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'storage' }.data.writes", equalTo("refused"));
        given().get("/q/metrics").then().body(containsString("segue_storage_writes_refused 1.0"));

        makeWritable();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> given().get("/api/status").then().body("writes", equalTo("accepted")));
    }

    private static ValidatableResponse love() {
        return given().contentType(ContentType.JSON)
                .body("{\"verdict\":\"love\"}")
                .put("/api/users/bob12/feedback/songs/b11")
                .then();
    }

    private int listen() {
        return Asking.player(token)
                .contentType(ContentType.JSON)
                .body("{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1760000000,"
                        + "\"track_metadata\":{\"artist_name\":\"Artist b1\",\"track_name\":\"B one one\"}}]}")
                .post("/1/submit-listens")
                .statusCode();
    }

    // Other tests ask the same household.
    private static void deleteListen() {
        String id = given().get("/api/users/bob12/listens").jsonPath().getString("items[0].id");
        given().delete("/api/users/bob12/listens/" + id).then().statusCode(204);
    }

    private static void assertUnavailable(ValidatableResponse response) {
        response.statusCode(503).contentType("application/problem+json").body("detail", containsString("storage"));
    }

    // The writer has one connection, which keeps this until it is told otherwise: past the queue, whose writes begin
    // with a lock.
    private void setReadOnly(boolean readOnly) throws SQLException {
        try (Connection connection = writer.getConnection()) {
            Statements.update(connection, "PRAGMA query_only = " + (readOnly ? 1 : 0));
        }
    }
}
