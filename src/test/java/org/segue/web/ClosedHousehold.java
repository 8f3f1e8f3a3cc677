package org.segue.web;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.segue.access.Asking;
import org.segue.api.Jobs;
import org.segue.testsupport.AdministratorHeader;

/** A service in which nothing is read without a token, and what its pages say of who plays something. */
public final class ClosedHousehold {

    private ClosedHousehold() {}

    /** Who plays something, as the page of it says. */
    public static List<String> listeners(RequestSpecification who, String address) {
        String page = who.get(address).then().statusCode(200).extract().asString();
        return Pattern.compile("<span class=\"score\">([^<]+)</span><a href=\"../people/[^>]+><bdi>([^<]+)<")
                .matcher(page)
                .results()
                .map(row -> row.group(2) + " " + row.group(1))
                .toList();
    }

    /** A request of a user. */
    public static RequestSpecification as(String user) {
        return RestAssured.given().noFilters().header("Authorization", "Bearer " + token(user));
    }

    /** Asks as a user whom an import brought. */
    public static RequestSpecification asImported(String user) {
        return RestAssured.given().noFilters().header("Authorization", "Bearer " + Asking.tokenOfImported(user));
    }

    /** A new token of a user. */
    public static String token(String user) {
        return RestAssured.given()
                .noFilters()
                .header("Authorization", "Bearer " + AdministratorHeader.TOKEN)
                .contentType("application/json")
                .body(Map.of("user", user))
                .post("/api/tokens")
                .jsonPath()
                .getString("token");
    }

    /** Imports plays: song, title, artist, user, plays. */
    public static void bring(boolean population, String rows) {
        Jobs.imported(given().contentType("text/csv")
                .body("song,title,artist,user,plays\n" + rows)
                .queryParam("source", "songs")
                .queryParam("population", population));
    }
}
