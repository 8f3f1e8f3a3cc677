package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.segue.access.Asking.made;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.testsupport.Services;
import org.segue.web.Forms;

/** Names given here lead to people of the house: in tokens, imports and the protocol. */
@QuarkusTest
@TestProfile(Services.Closed.class)
class PeopleOfTheHouseTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject
    Database database;

    @Test
    void nameThatCannotStandInAnAddress_isOnePerson_inTokensImportsAndTheProtocol() {
        JsonPath first = made("Jane Doe");
        String id = first.getString("user");
        assertThat(made("jane doe").getString("user")).isEqualTo(id);
        assertThat(made(id).getString("user")).isEqualTo(id);
        table("Jane Doe", "artist,title,timestamp\nSigur Rós,Hoppípolla,2024-03-01 18:00:00\n");
        table("Jane Doe", "artist,title,timestamp\nSigur Rós,Olsen Olsen,2024-03-01 18:10:00\n");
        assertThat(given().get("/api/users?q=jane").jsonPath().getList("items.id"))
                .containsExactly(id);

        String token = first.getString("token");
        player(token).get("/1/validate-token").then().body("user_name", equalTo("Jane Doe"));
        for (String name : List.of("Jane%20Doe", "jane%20doe", id)) {
            listens(player(token), name)
                    .then()
                    .statusCode(200)
                    .body("payload.count", equalTo(2), "payload.user_id", equalTo("Jane Doe"));
            listens(player(tokenOf("Somebody Else")), name).then().statusCode(403);
            listens(nobody(), name).then().statusCode(401);
        }
        player(token)
                .get("/1/latest-import?user_name=Jane Doe")
                .then()
                .statusCode(200)
                .body("musicbrainz_id", equalTo("Jane Doe"));
        player(token)
                .urlEncodingEnabled(false)
                .get("/1/user/Jane%20Doe/playlists/createdfor")
                .then()
                .statusCode(200);
    }

    @Test
    void sourcesUser_isNobodyWhomANameHereMeans_untilTheAdministratorSaysSo() {
        Jobs.imported("spotty", "user,song,title,artist,plays\nsasha,sp1,Spot,Spots,3\n");
        String id = made("sasha").getString("user");
        assertThat(id).isEqualTo("segue:sasha");

        JsonPath pair = given().get("/api/people/doubles").jsonPath();
        assertThat(pair.<Map<String, Map<String, String>>>getList("items"))
                .contains(Map.of(
                        "person", Map.of("id", id, "name", "sasha"), "other", Map.of("id", "sasha", "name", "sasha")));
        given().get("/tokens")
                .then()
                .body(containsString("action=\"people/" + id + "\""), containsString("name=\"other\" value=\"sasha\""));
        Forms.send("/people/" + id, Map.of("other", "sasha", "sure", "sasha")).statusCode(303);

        assertThat(given().get("/api/users/sasha").jsonPath().getString("id")).isEqualTo(id);
        assertThat(given().get("/api/users/" + id).jsonPath().getInt("plays")).isEqualTo(3);
        assertThat(given().get("/api/people/doubles").asString()).doesNotContain("sasha");
    }

    @Test
    void sourcesUser_isOfTheHouse_onceANameIsConfirmed() {
        Jobs.imported("spotty", "user,song,title,artist,plays\ntoni,sp2,Spot,Spots,3\nuli,sp2,Spot,Spots,3\n");
        given().get("/people/toni/admin")
                .then()
                .body(containsString("id=\"name-form\""), not(containsString("tokens?")));

        Forms.send("/people/toni", Map.of("name", "Toni")).statusCode(303);

        given().get("/people/toni/admin")
                .then()
                .body(not(containsString("name-form")), containsString("tokens?user=toni"));
        assertThat(made("TONI").getString("user")).isEqualTo("toni");
        alias("uli", "{\"name\":\"toni\"}")
                .statusCode(422)
                .contentType(PROBLEM)
                .body("detail", containsString("(toni)"));
        alias("uli", "{\"name\":\"Ulrike\"}").statusCode(200);
        assertThat(made("ulrike").getString("user")).isEqualTo("uli");
        alias("uli", "{}").statusCode(422);
        alias("uli", "{\"name\":\" \"}").statusCode(422);
    }

    @Test
    void nameOfSeveral_isRefusedWithBothNamed() {
        String token = made("Vic V").getString("token");
        database.writeNow(connection -> Statements.update(
                connection, "INSERT INTO user (public_id, name) VALUES ('vic-2', 'VIC V'), ('vic-3', 'Vic V')"));

        given().contentType("application/json")
                .body("{\"user\":\"vic v\"}")
                .post("/api/tokens")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("detail", containsString("VIC V (vic-2)"))
                .body("violations[0].field", equalTo("user"));
        Forms.send("/tokens", Map.of("user", "vic v")).statusCode(422).body(containsString("VIC V (vic-2)"));
        for (String path : List.of("/api/imports", "/api/imports/preview")) {
            given().contentType("text/csv")
                    .queryParam("user", "vic v")
                    .body("artist,title\na,b\n")
                    .post(path)
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("user"));
        }
        listens(given(), "vic%20v").then().statusCode(401);
        listens(player(token), "vic%20v").then().statusCode(403);
    }

    @Test
    void fileOfAnotherName_countsForTheUser_andOneOfSeveralIsRefused() {
        JsonPath job = table("Wanda W", "user,song,title,artist,plays\nw17,w1,Wind,Winds,3\n");

        assertThat(job.getList("notes"))
                .containsExactly("The files name a listener of their own. All rows count for the chosen listener.");
        assertThat(given().get("/api/users?q=w17").jsonPath().getInt("total")).isZero();
        for (String path : List.of("/api/imports", "/api/imports/preview")) {
            given().contentType("text/csv")
                    .queryParam("user", "Wanda W")
                    .body("user,song\nw17,w1\nw18,w1\n")
                    .post(path)
                    .then()
                    .statusCode(422)
                    .body("detail", containsString("“w17” and “w18”"));
        }
        given().contentType("text/csv")
                .body("user,song\nwanda w,w1\n")
                .post("/api/imports/preview")
                .then()
                .statusCode(200)
                .body(
                        "listener.name",
                        equalTo("Wanda W"),
                        "listener.question",
                        equalTo("Is this the listener Wanda W?"));
    }

    private static io.restassured.response.ValidatableResponse alias(String user, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/users/" + user + "/aliases")
                .then();
    }

    private static io.restassured.response.Response listens(RequestSpecification who, String name) {
        return who.urlEncodingEnabled(false).get("/1/user/" + name + "/listens");
    }

    private static JsonPath table(String user, String csv) {
        return Jobs.imported(given().queryParam("user", user)
                .contentType("text/csv; charset=UTF-8")
                .body(csv));
    }
}
