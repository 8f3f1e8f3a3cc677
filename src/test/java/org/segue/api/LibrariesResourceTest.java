package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.access.Asking;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeServer.Fault;
import org.segue.testsupport.FakeSubsonic;
import org.segue.testsupport.FakeSubsonic.Dialect;

/** Libraries as a program of the administrator's adds them, against a server that is made up. */
@QuarkusTest
class LibrariesResourceTest {

    private static final String PASSWORD = "zwölf-boxkämpfer-8812";

    private final FakeLibrary music = new FakeLibrary();
    private final FakeLibrary.Account owner = music.account("owner", PASSWORD);
    private FakeSubsonic server;
    private int library;

    @BeforeEach
    void start() {
        server = new FakeSubsonic(Dialect.SUPYSONIC, music, false);
        music.songs(List.of(
                FakeLibrary.song("s1", "Orla Vance", "Cold Harbour", "Piers"),
                FakeLibrary.song("s2", "Orla Vance", "Second Light", "Piers")));
        library = added("Tested", server);
    }

    /** The number of a library that is added to the service. */
    static int added(String name, FakeSubsonic server) {
        return given().contentType("application/json")
                .body("{\"kind\":\"subsonic\",\"name\":\"%s\",\"url\":\"%s\"}".formatted(name, server.address()))
                .post("/api/libraries")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("id");
    }

    @AfterEach
    void stop() {
        given().delete("/api/libraries/" + library);
        given().delete("/api/users/library-tester");
        given().delete("/api/users/library-guest");
        server.close();
    }

    private ValidatableResponse login(String listener, String password, String taste) {
        return given().contentType("application/json")
                .body("{\"listener\":\"%s\",\"user\":\"owner\",\"password\":\"%s\"%s}"
                        .formatted(listener, password, taste))
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

    @Test
    void library_connectedAndSynced_isKnown() {
        owner.stars.put("s1", Instant.ofEpochSecond(1_700_000_000));
        int login = login("library-tester", PASSWORD, "")
                .statusCode(201)
                .body("user", is("owner"))
                .body("taste.stars", is(true))
                .extract()
                .jsonPath()
                .getInt("id");

        JsonPath sync = synced();

        assertThat(sync.getString("status")).as(sync.prettify()).isEqualTo("completed");
        assertThat(sync.getInt("songs")).isEqualTo(2);
        given().get("/api/libraries/" + library)
                .then()
                .statusCode(200)
                .body("songs", is(2))
                .body("matched.new", is(2))
                .body("logins", hasSize(1))
                .body("logins[0].problem", nullValue())
                .body("sync.status", is("completed"));
        given().get("/api/libraries/%d/songs?matched=new&limit=1".formatted(library))
                .then()
                .body("items", hasSize(1))
                .body("total", is(2))
                .body("next", is("1"))
                .body("items[0].song.title", containsString("Cold Harbour"));
        given().get("/api/users/library-tester/feedback").then().body("items.verdict", is(List.of("love")));

        given().delete("/api/libraries/%d/logins/%d".formatted(library, login))
                .then()
                .statusCode(204);

        given().get("/api/users/library-tester/feedback").then().body("items", hasSize(0));
    }

    @Test
    void owned_ofSomebodyWhoHasPlayedNothing_offersSongsThatNobodyHasPlayed() {
        login("library-tester", PASSWORD, "").statusCode(201);
        synced();
        Jobs.eventually(() -> given().contentType("application/json")
                .body("{\"user\":\"library-tester\",\"owned\":\"only\",\"n\":10}")
                .post("/recommend")
                .then()
                .statusCode(200)
                .body("strategy", is("popular"))
                .body("items.title", containsInAnyOrder("Cold Harbour", "Second Light"))
                .body("items.owned", is(List.of(true, true)))
                .body("items.untried", is(List.of(true, true))));
    }

    @Test
    void listener_whoIsForgotten_takesTheLoginAlong_andNobodyElses() {
        music.account("guest", PASSWORD).stars.put("s2", Instant.ofEpochSecond(1_700_000_000));
        owner.stars.put("s1", Instant.ofEpochSecond(1_700_000_000));
        login("library-tester", PASSWORD, "").statusCode(201);
        given().contentType("application/json")
                .body("{\"listener\":\"library-guest\",\"user\":\"guest\",\"password\":\"%s\"}".formatted(PASSWORD))
                .post("/api/libraries/%d/logins".formatted(library))
                .then()
                .statusCode(201);
        synced();

        given().delete("/api/users/library-tester").then().statusCode(204);

        given().get("/api/libraries/" + library)
                .then()
                .body("logins.user", is(List.of("guest")))
                .body("songs", is(2));
        given().get("/api/users/library-guest/feedback").then().body("items.name", is(List.of("Second Light")));
        assertThat(synced().getString("status")).isEqualTo("completed");
        given().get("/api/users/library-tester/feedback").then().statusCode(404);
    }

    @Test
    void status_saysHowLibrariesStand_toTheAdministratorAlone() {
        login("library-tester", PASSWORD, "").statusCode(201);
        synced();
        server.fault(Fault.DOWN);
        synced();
        String path = "libraries.find { it.id == %d }.".formatted(library);
        given().get("/api/status")
                .then()
                .statusCode(200)
                .body(path + "name", is("Tested"))
                .body(path + "songs", is(2))
                .body(path + "syncedAt", not(nullValue()))
                .body(path + "sync.status", is("failed"))
                .body(path + "sync.error", not(nullValue()))
                .body(path + "problems", hasSize(1))
                .body(path + "problems[0]", containsString("library-tester: "));
        Asking.nobody().get("/api/status").then().statusCode(200).body("libraries", nullValue());
    }

    @Test
    void login_accountOfAnother_isRefusedUnlessNoneOfItsTasteCounts() {
        login("library-tester", PASSWORD, "").statusCode(201);
        login("library-guest", PASSWORD, "").statusCode(409).body("detail", containsString("signs in"));
        int guest = login("library-guest", PASSWORD, ",\"taste\":false")
                .statusCode(201)
                .body("taste.stars", is(false))
                .extract()
                .jsonPath()
                .getInt("id");
        given().contentType("application/json")
                .body("{\"taste\":{\"counts\":true}}")
                .patch("/api/libraries/%d/logins/%d".formatted(library, guest))
                .then()
                .statusCode(409);
    }

    @Test
    void login_wrongPassword_isSaidInWords() {
        login("library-tester", "wrong", "")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", not(containsString("wrong\"")));
    }

    @ParameterizedTest
    @CsvSource({"HTML, 502", "GARBAGE, 502", "DOWN, 502", "FAILED, 502", "BREAKS_OFF, 502"})
    void login_illServer_isSaidInWords(Fault fault, int status) {
        server.fault(fault);
        login("library-tester", PASSWORD, "")
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", not(containsString(PASSWORD)));
    }

    @ParameterizedTest
    @CsvSource({"HTML", "GARBAGE", "DOWN", "FAILED", "BREAKS_OFF"})
    void sync_illServer_failsInWordsAndLosesNothing(Fault fault) {
        login("library-tester", PASSWORD, "").statusCode(201);
        synced();
        server.fault(fault);

        JsonPath failed = synced();

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("error")).endsWith(".").doesNotContain(PASSWORD);
        given().get("/api/libraries/" + library)
                .then()
                .body("songs", is(2))
                .body("logins[0].problem", not(nullValue()));
        server.fault(Fault.NONE);
        assertThat(synced().getString("status")).isEqualTo("completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"subsonic\",\"name\":\"x\"}",
                "{\"kind\":\"subsonic\",\"name\":\" \",\"url\":\"http://music.example\"}",
                "{\"kind\":\"subsonic\",\"name\":\"x\",\"url\":\"ftp://music.example\"}",
                "{\"kind\":\"subsonic\",\"name\":\"x\",\"url\":\"http://anna:secret@music.example\"}",
                "{\"kind\":\"subsonic\",\"name\":\"x\",\"url\":\"http://music.example/?p=secret\"}",
                "{\"kind\":\"subsonic\",\"name\":\"x\",\"url\":\"music.example\"}"
            })
    void create_valuesThatAreNone_are422(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/libraries")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void library_changedAndUnknown_areAnswered() {
        given().contentType("application/json")
                .body("{\"name\":\"Renamed\",\"webUrl\":\"https://music.example.org/\"}")
                .patch("/api/libraries/" + library)
                .then()
                .statusCode(200)
                .body("name", is("Renamed"))
                .body("webUrl", is("https://music.example.org"));
        given().contentType("application/json")
                .body("{\"kind\":\"subsonic\",\"name\":\"Renamed\",\"url\":\"http://other.example\"}")
                .post("/api/libraries")
                .then()
                .statusCode(409);
        given().post("/api/libraries/%d/sync".formatted(library)).then().statusCode(409);
        given().get("/api/libraries/4711").then().statusCode(404);
        given().delete("/api/libraries/4711").then().statusCode(404);
        given().post("/api/libraries/4711/sync").then().statusCode(404);
        given().get("/api/libraries/%d/syncs/4711".formatted(library)).then().statusCode(404);
    }

    @Test
    void match_acceptedAndRefused_isInForce() {
        login("library-tester", PASSWORD, "").statusCode(201);
        synced();
        String other = given().get("/api/libraries/%d/songs".formatted(library))
                .jsonPath()
                .getString("items.find { it.id == 's2' }.song.song");
        String match = "{\"id\":\"s1\",\"song\":\"%s\",\"accepted\":%s}";
        String address = "/api/libraries/%d/matches".formatted(library);
        given().contentType("application/json")
                .body(match.formatted(other, true))
                .post(address)
                .then()
                .statusCode(200)
                .body("matched", is("hand"))
                .body("song.title", is("Second Light"));
        given().contentType("application/json")
                .body(match.formatted(other, false))
                .post(address)
                .then()
                .statusCode(200)
                .body("matched", is("new"))
                .body("song.title", is("Cold Harbour"));
        given().contentType("application/json")
                .body(match.formatted("nothing", true))
                .post(address)
                .then()
                .statusCode(404);
    }

    @Test
    void secret_isInNoAnswerExportOrBackup() throws IOException {
        login("library-tester", PASSWORD, "").statusCode(201).body(not(containsString(PASSWORD)));
        synced();
        byte[] secret = PASSWORD.getBytes(StandardCharsets.UTF_8);

        assertThat(given().get("/api/libraries").asString()).doesNotContain(PASSWORD);
        byte[] backup = given().post("/api/backup").asByteArray();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(backup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).doesNotContain("secret.key");
                assertThat(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .as(entry.getName())
                        .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(given().get("/api/users/library-tester/export").asString()).doesNotContain(PASSWORD);
    }
}
