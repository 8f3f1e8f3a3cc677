package org.segue.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;
import static org.segue.web.Forms.send;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.api.Household;
import org.segue.api.Jobs;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** What pages say of a name that several listeners have, or that only an import has brought. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class NamesOfSeveralTest {

    private static final String BOTH =
            "“nele n” may be Nele N (nele-1) or NELE N (nele-2). Use an id to say who you mean.";

    @Inject
    Database database;

    @BeforeEach
    void bring() {
        database.writeNow(connection -> Statements.update(
                connection,
                "INSERT INTO user (public_id, name) VALUES ('nele-1', 'Nele N'), ('nele-2', 'NELE N')"
                        + " ON CONFLICT DO NOTHING"));
        Jobs.imported(given().contentType("text/csv; charset=UTF-8")
                .body("song,title,artist,user,plays\nn1,Named,Nameless,nick,3\n")
                .queryParam("source", "naming"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/songs/n1", "/artists/nameless"})
    void feedback_namesBoth(String page) {
        send(page, Map.of("user", "nele n", "verdict", "love")).statusCode(422).body(containsString(BOTH));
        send(page, Map.of("user", "NELE N", "verdict", "love")).statusCode(200);
    }

    @Test
    void merge_namesBoth() {
        send("/people/nick", Map.of("other", "nele n"))
                .statusCode(422)
                .body(containsString("id=\"other-problem\" role=\"alert\">" + BOTH));
    }

    @Test
    void map_namesBoth_andMarksNobodysSongs() {
        given().get("/map?user=nele n")
                .then()
                .statusCode(200)
                .body(containsString(BOTH), containsString("data-user=\"\""));
        given().get("/map?user=Nele N")
                .then()
                .body(containsString("data-user=\"nele-1\""), not(containsString("may be")));
    }

    @Test
    void home_namesBoth() {
        given().get("/?user=nele n&n=5").then().statusCode(422).body(containsString(BOTH));
    }

    @Test
    void nameToConfirm_thatCannotBe_isSaidBesideIt_andStays() {
        send("/people/nick", Map.of("name", "Nele N <i>")).statusCode(303).header("Location", equalTo("./nick/admin"));
        Jobs.imported(given().contentType("text/csv")
                .body("song,title,artist,user,plays\nn1,Named,Nameless,norm,3\n")
                .queryParam("source", "naming"));

        send("/people/norm", Map.of("name", "nele n <i>"))
                .statusCode(422)
                .body(
                        containsString("“nele n &lt;i&gt;” may be nick (nick) or norm (norm)."),
                        containsString("value=\"nele n &lt;i&gt;\""),
                        containsString("id=\"other-problem\" role=\"alert\"></p>"));
        for (String odd : new String[] {" ", "x".repeat(129), "a\tb"}) {
            send("/people/norm", Map.of("name", odd)).statusCode(422).body(containsString("Use 1 to 128 characters"));
        }
    }

    @Test
    void tokenForSomebodyWhomAnImportBrought_asksWhoThatIs() {
        Jobs.imported(given().contentType("text/csv")
                .body("song,title,artist,user,plays\nn1,Named,Nameless,nora,3\nn1,Named,Nameless,nils,3\n")
                .queryParam("source", "naming"));

        send("/tokens", Map.of("user", "nora", "name", "radio"))
                .statusCode(422)
                .body(
                        containsString("An import added a listener named nora."),
                        containsString("type=\"radio\" name=\"same\" value=\"nora\" required"),
                        containsString("type=\"radio\" name=\"same\" value=\"+\" required"),
                        not(containsString("id=\"secret\"")));
        send("/tokens", Map.of("user", "nora", "same", "nora"))
                .statusCode(200)
                .body(containsString("Token for nora"), containsString("href=\"people/nora\""));
        send("/tokens", Map.of("user", "NORA")).statusCode(200).body(containsString("Token for nora"));
        send("/tokens", Map.of("user", "nils", "same", "+"))
                .statusCode(200)
                .body(containsString("Token for nils"), containsString("href=\"people/segue:nils\""));
    }

    @Test
    void nameThatIsAWayInAnAddress_isToldAsId() {
        for (String name : new String[] {".", "..", "AC/DC"}) {
            String told =
                    player(tokenOf(name)).get("/1/validate-token").jsonPath().getString("user_name");
            assertThat(told).startsWith("segue");
            given().get("/1/user/" + told + "/listen-count").then().statusCode(200);
        }
    }
}
