package org.segue.access;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.segue.testsupport.AdministratorHeader;

/** Requests of somebody in particular. */
public final class Asking {

    private Asking() {}

    /** Of nobody. */
    public static RequestSpecification nobody() {
        return RestAssured.given().noFilters();
    }

    /** Of whoever has a token. */
    public static RequestSpecification bearer(String token) {
        return nobody().header("Authorization", "Bearer " + token);
    }

    /** Of a player that has a user's token. */
    public static RequestSpecification player(String token) {
        return nobody().header("Authorization", "Token " + token);
    }

    /** A new token of a user; the user is made if need be. */
    public static String tokenOf(String user) {
        return made(user).getString("token");
    }

    /** A new token of a user whom an import brought: the administrator says first that the name is the user's here too. */
    public static String tokenOfImported(String user) {
        bearer(AdministratorHeader.TOKEN)
                .contentType("application/json")
                .body("{\"name\":\"%s\"}".formatted(user))
                .post("/api/users/%s/aliases".formatted(user))
                .then()
                .statusCode(200);
        return tokenOf(user);
    }

    /** A new token of a user with all that is told of it. */
    public static JsonPath made(String user) {
        return bearer(AdministratorHeader.TOKEN)
                .contentType("application/json")
                .body("{\"user\":\"%s\",\"name\":\"test\"}".formatted(user))
                .post("/api/tokens")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
