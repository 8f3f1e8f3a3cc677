package org.segue.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.segue.api.Jobs;
import org.segue.testsupport.AdministratorHeader;

/** Who plays a song, where reading needs a token. */
@QuarkusTest
@TestProfile(SongPageTest.Closed.class)
class SongPageTest {

    /** A house of its own, in which nothing is open. */
    public static class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("segue.access.required", "true");
        }
    }

    @Test
    void listeners_areOfTheHousehold_mostPlaysFirst_andToldToWhoMayKnow() {
        given().contentType("application/json")
                .body("{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1700000000,"
                        + "\"track_metadata\":{\"artist_name\":\"Somebody\",\"track_name\":\"Shared\"}}]}")
                .header("Authorization", "Token " + token("zoe"))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
        bring(false, "s1,Shared,Somebody,anna,3\ns1,Shared,Somebody,ben,7\n");
        bring(true, "s1,Shared,Somebody,stranger,900\n");
        String song = given().get("/api/songs?q=shared").jsonPath().getString("items[0].id");

        assertThat(listeners(given(), "/songs/" + song)).containsExactly("ben 7 plays", "anna 3 plays", "zoe 1 play");
        assertThat(listeners(as("anna"), "/songs/" + song)).containsExactly("anna 3 plays");
        assertThat(listeners(as("somebody else"), "/songs/" + song)).isEmpty();
    }

    /** Who plays something, as the page of it says. */
    static List<String> listeners(RequestSpecification who, String address) {
        String page = who.get(address).then().statusCode(200).extract().asString();
        return Pattern.compile("<span class=\"score\">([^<]+)</span><a href=\"../people/[^>]+><bdi>([^<]+)<")
                .matcher(page)
                .results()
                .map(row -> row.group(2) + " " + row.group(1))
                .toList();
    }

    static RequestSpecification as(String user) {
        return RestAssured.given().noFilters().header("Authorization", "Bearer " + token(user));
    }

    private static String token(String user) {
        return RestAssured.given()
                .noFilters()
                .header("Authorization", "Bearer " + AdministratorHeader.TOKEN)
                .contentType("application/json")
                .body(Map.of("user", user))
                .post("/api/tokens")
                .jsonPath()
                .getString("token");
    }

    static void bring(boolean population, String rows) {
        Jobs.imported(given().contentType("text/csv")
                .body("song,title,artist,user,plays\n" + rows)
                .queryParam("source", "songs")
                .queryParam("population", population));
    }
}
