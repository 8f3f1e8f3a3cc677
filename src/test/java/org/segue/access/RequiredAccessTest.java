package org.segue.access;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.Services;

/** With {@code segue.access.required=true}. */
@QuarkusTest
@TestProfile(Services.Closed.class)
class RequiredAccessTest extends AccessMatrix {

    @Override
    boolean isRequired() {
        return true;
    }

    @Test
    void page_ofNobody_leadsToSigningIn_andBack() {
        nobody().accept("text/html")
                .redirects()
                .follow(false)
                .get("/?user=anna")
                .then()
                .statusCode(303)
                .header("Location", "./sign-in?to=%3Fuser%3Danna");
        nobody().get("/sign-in").then().statusCode(200).body(containsString("type=\"password\""));
        nobody().formParam("token", "wrong")
                .post("/sign-in")
                .then()
                .statusCode(401)
                .body(containsString("That token isn’t valid"));

        Response signedIn = nobody().formParam("token", tokenOf("required-anna"))
                .redirects()
                .follow(false)
                .post("/sign-in");
        signedIn.then().statusCode(303).header("Location", endsWith("/"));
        for (String to : List.of("people/required-anna?before=1-2", "?user=required-anna&n=5")) {
            nobody().formParam("token", tokenOf("required-anna"))
                    .formParam("to", to)
                    .redirects()
                    .follow(false)
                    .post("/sign-in")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/" + to));
        }
        for (String elsewhere : List.of("//evil.example", "https://evil.example/\r\nX: y", "\\\\evil.example", "/")) {
            nobody().formParam("token", tokenOf("required-anna"))
                    .formParam("to", elsewhere)
                    .redirects()
                    .follow(false)
                    .post("/sign-in")
                    .then()
                    .statusCode(303)
                    .header("Location", not(containsString("evil")));
        }
        String session = signedIn.cookie(SessionCookie.NAME);
        nobody().cookie(SessionCookie.NAME, session)
                .get("/?user=required-anna")
                .then()
                .statusCode(200);
        nobody().cookie(SessionCookie.NAME, session)
                .get("/?user=somebody-else")
                .then()
                .statusCode(403)
                .body(containsString("only get recommendations for yourself"));
    }

    @Test
    void search_ofAUser_tellsOfNobodyElse() {
        String fritz = tokenOf("required-fritz");
        tokenOf("required-frieda");

        for (String address : List.of("/search?q=required-fr", "/search")) {
            Asking.bearer(fritz)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .body(containsString("people/required-fritz"), not(containsString("frieda")));
            Asking.bearer(AdministratorHeader.TOKEN)
                    .get("/search?q=required-fr")
                    .then()
                    .statusCode(200)
                    .body(containsString("people/required-fritz"), containsString("people/required-frieda"));
        }
    }

    @Test
    void form_ofNobody_leadsToSigningIn() {
        nobody().accept("text/html,*/*")
                .formParam("user", "required-made")
                .redirects()
                .follow(false)
                .post("/tokens")
                .then()
                .statusCode(303)
                .header("Location", "./sign-in");
        nobody().accept("text/html")
                .formParam("user", "required-made")
                .redirects()
                .follow(false)
                .post("/tokens/1/revoke")
                .then()
                .statusCode(303)
                .header("Location", "../../sign-in");
    }

    @Test
    void blend_withAnother_isForbidden() {
        String own = tokenOf("required-bea");

        Asking.bearer(own)
                .contentType("application/json")
                .body("{\"users\":[\"required-bea\",\"required-carl\"]}")
                .post("/recommend")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void lists_areThoseOfTheTokensUserAlone() {
        String dora = tokenOf("required-dora");
        String emil = tokenOf("required-emil");
        Asking.player(emil)
                .body("{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1700000000,"
                        + "\"track_metadata\":{\"artist_name\":\"Them\",\"track_name\":\"It\"}}]}")
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
        String id = kept(dora, "required-dora");

        for (String address : List.of(
                "/api/playlists/" + id,
                "/api/playlists/" + id + "?format=m3u8",
                "/playlist/" + id,
                "/api/playlists?user=required-dora",
                "/playlist?user=required-dora&format=csv")) {
            nobody().get(address).then().statusCode(401);
            Asking.bearer(emil).get(address).then().statusCode(403);
            Asking.bearer(dora).get(address).then().statusCode(200);
            Asking.bearer(AdministratorHeader.TOKEN).get(address).then().statusCode(200);
        }
        for (String address : List.of("/1/playlist/" + id, "/1/playlist/" + id + "/xspf")) {
            nobody().get(address).then().statusCode(401);
            Asking.player(emil).get(address).then().statusCode(403);
            Asking.player(dora).get(address).then().statusCode(200);
        }
    }

    // Who has the song is counted a moment after the listen has come.
    private static String kept(String token, String user) {
        return await().pollDelay(Duration.ZERO)
                .until(
                        () -> Asking.bearer(token)
                                .contentType("application/json")
                                .body("{\"name\":\"Mine\",\"request\":{\"user\":\"%s\"}}".formatted(user))
                                .post("/api/playlists"),
                        response -> response.statusCode() == 201)
                .path("id");
    }
}
