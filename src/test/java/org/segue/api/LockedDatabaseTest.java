package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.storage.DataFolder;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * What happens while another program, a backup tool say, holds the database's lock: SQLite answers SQLITE_BUSY after ten seconds,
 * here sooner.
 */
@QuarkusTest
@TestProfile(Household.Profile.class)
class LockedDatabaseTest {

    private static final int PATIENCE_MILLIS = 10_000;

    @Inject
    Household household;

    @Inject
    DataFolder folder;

    @Inject
    Database database;

    @Inject
    DataSource writer;

    @BeforeEach
    void moveIn() throws SQLException {
        household.moveIn();
        assertThat(patience()).isEqualTo(PATIENCE_MILLIS);
        setPatience(200);
    }

    @AfterEach
    void bePatientAgain() throws SQLException {
        setPatience(PATIENCE_MILLIS);
    }

    @Test
    void locked_readingGoesOn_writesAreRefusedWith503_andTakenAfterwards() throws SQLException {
        try (Connection other = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.root().resolve("segue.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            given().contentType(ContentType.JSON)
                    .body("{\"user\":\"ann5\"}")
                    .post("/recommend")
                    .then()
                    .statusCode(200);
            assertThat(love()).isEqualTo(503);
            statement.execute("ROLLBACK");
        }

        assertThat(love()).isEqualTo(204);
        given().delete("/api/users/bob12/feedback/songs/b11").then().statusCode(204);
    }

    @Test
    void write_thatReadsFirst_hasTheLockBeforeItReads() throws SQLException {
        try (Connection other = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.root().resolve("segue.db") + "?busy_timeout=1");
                Statement statement = other.createStatement()) {
            int changed = database.writeNow(connection -> {
                int users = Statements.selectInt(connection, "SELECT count(*) FROM user");
                assertThatThrownBy(() -> statement.execute("BEGIN IMMEDIATE")).hasMessageContaining("SQLITE_BUSY");
                return users + Statements.update(connection, "UPDATE user SET name = name WHERE public_id = 'bob12'");
            });

            assertThat(changed).isGreaterThan(1);
        }
    }

    // The writer has one connection, which keeps this until it is told otherwise.
    private void setPatience(int millis) throws SQLException {
        try (Connection connection = writer.getConnection()) {
            Statements.selectInt(connection, "PRAGMA busy_timeout = " + millis);
        }
    }

    private int patience() throws SQLException {
        try (Connection connection = writer.getConnection()) {
            return Statements.selectInt(connection, "PRAGMA busy_timeout");
        }
    }

    private static int love() {
        return given().contentType(ContentType.JSON)
                .body("{\"verdict\":\"love\"}")
                .put("/api/users/bob12/feedback/songs/b11")
                .statusCode();
    }
}
