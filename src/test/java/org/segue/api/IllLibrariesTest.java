package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.library.http.ImpatientClient;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeServer.Fault;
import org.segue.testsupport.FakeSubsonic;
import org.segue.testsupport.FakeSubsonic.Dialect;

/** Servers as ill as they get, from the login to the sync: what is said, that nothing is lost, and that the next sync goes on. */
@QuarkusTest
@TestProfile(IllLibrariesTest.Profile.class)
class IllLibrariesTest {

    /** A service that does not wait for long. */
    public static class Profile implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ImpatientClient.class);
        }
    }

    private static final String PASSWORD = "zwölf-boxkämpfer-8812";

    private final FakeLibrary music = new FakeLibrary();
    private FakeSubsonic server = new FakeSubsonic(Dialect.NAVIDROME, music, false);
    private int library;

    private void start(boolean isSecure) {
        server.close();
        server = new FakeSubsonic(Dialect.NAVIDROME, music, isSecure);
        music.account("owner", PASSWORD);
        music.songs(List.of(FakeLibrary.song("s1", "Orla Vance", "Cold Harbour", "Piers")));
        library = LibrariesResourceTest.added("Ill", server);
    }

    @AfterEach
    void stop() {
        server.fault(Fault.NONE);
        given().delete("/api/libraries/" + library);
        given().delete("/api/users/ill-tester");
        server.close();
    }

    private ValidatableResponse login() {
        return given().contentType("application/json")
                .body("{\"listener\":\"ill-tester\",\"user\":\"owner\",\"password\":\"%s\"}".formatted(PASSWORD))
                .post("/api/libraries/%d/logins".formatted(library))
                .then();
    }

    private JsonPath synced() {
        JsonPath accepted = given().post("/api/libraries/%d/sync".formatted(library))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        return Jobs.ended(accepted, "libraries/%d/syncs".formatted(library));
    }

    @ParameterizedTest
    @CsvSource({
        "SLOW, 504, answer within",
        "HTML, 502, a web page instead of its API",
        "REDIRECT, 422, redirects to another host"
    })
    void server_thatIsIll_isToldAtTheLoginAndAtTheSync_andNothingIsLost(Fault fault, int status, String words) {
        start(false);
        server.fault(fault);
        login().statusCode(status)
                .contentType("application/problem+json")
                .body("detail", allOf(containsString(words), endsWith("."), not(containsString(PASSWORD))));
        server.fault(Fault.NONE);
        login().statusCode(201);
        assertThat(synced().getString("status")).isEqualTo("completed");

        server.fault(fault);
        JsonPath failed = synced();

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("error")).contains(words).endsWith(".");
        given().get("/api/libraries/" + library)
                .then()
                .body("songs", is(1))
                .body("logins[0].problem", containsString(words));
        server.fault(Fault.NONE);
        assertThat(synced().getString("status")).isEqualTo("completed");
    }

    @Test
    void certificate_thatNobodySigned_isTold_andNothingIsSent() {
        start(true);

        login().statusCode(502)
                .contentType("application/problem+json")
                .body("detail", allOf(containsString("certificate"), containsString("isn’t trusted")));

        assertThat(server.requests()).isEmpty();
    }
}
