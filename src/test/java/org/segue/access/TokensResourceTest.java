package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.made;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.storage.Database;
import org.segue.testsupport.AdministratorHeader;

/** Tokens and sessions over HTTP. */
@QuarkusTest
class TokensResourceTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject
    Database database;

    @Test
    void create_makesAUserAndATokenThatIsToldOnce() {
        JsonPath made = made("tokens-new");

        assertThat(UUID.fromString(made.getString("token")).version()).isEqualTo(4);
        assertThat(made.getString("user")).isEqualTo("tokens-new");
        bearer(AdministratorHeader.TOKEN)
                .get("/api/tokens")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(made.getInt("id")))
                .body(not(containsString(made.getString("token"))));
        nobody().get("/api/users?q=tokens-new").then().body("items[0].id", equalTo("tokens-new"));
    }

    @Test
    void create_keepsTheHashAlone() {
        String token = tokenOf("tokens-hash");

        String kept = database.read(connection -> {
            StringBuilder all = new StringBuilder();
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT hash || name || ifnull(password_hash, '') FROM access_token")) {
                while (row.next()) {
                    all.append(row.getString(1));
                }
            }
            return all.toString();
        });
        assertThat(kept)
                .doesNotContain(token, PlayerPassword.md5(token))
                .contains(TokenHash.of(token).hex());
    }

    @Test
    void create_forPlayersThatHash_keepsWhatTheyHash_whichIsNoToken() {
        String token = bearer(AdministratorHeader.TOKEN)
                .contentType("application/json")
                .body("{\"user\":\"tokens-hashing\",\"audioscrobbler\":true}")
                .post("/api/tokens")
                .path("token");

        String kept = PlayerPassword.md5(token);
        assertThat(database.query(
                        "SELECT count(*) FROM access_token WHERE password_hash = '" + kept + "'", row -> row.getInt(1)))
                .containsExactly(1);
        for (String wrong : List.of(kept, new PlayerPassword(kept).sessionKey())) {
            bearer(wrong).get("/api/status").then().statusCode(401);
            nobody().get("/1/validate-token?token=" + wrong).then().body("valid", equalTo(false));
        }
    }

    @Test
    void form_withoutScript_makesATokenForPlayersThatHash() {
        String page = bearer(AdministratorHeader.TOKEN)
                .formParam("user", "form-hashing")
                .formParam("audioscrobbler", "true")
                .post("/tokens")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        Matcher secret =
                Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").matcher(page);
        assertThat(secret.find()).isTrue();
        long now = System.currentTimeMillis() / 1000;
        String proof = PlayerPassword.md5(PlayerPassword.md5(secret.group()) + now);
        nobody().get("/?hs=true&p=1.2&c=tst&v=1&u=form-hashing&t=" + now + "&a=" + proof)
                .then()
                .body(startsWith("OK\n"));
    }

    @Test
    void revoked_opensNothing() {
        JsonPath made = made("tokens-revoked");
        bearer(made.getString("token")).get("/api/status").then().statusCode(200);

        bearer(AdministratorHeader.TOKEN)
                .delete("/api/tokens/" + made.getInt("id"))
                .then()
                .statusCode(204);

        bearer(made.getString("token")).get("/api/status").then().statusCode(401);
        bearer(AdministratorHeader.TOKEN)
                .delete("/api/tokens/" + made.getInt("id"))
                .then()
                .statusCode(404);
    }

    @Test
    void administratorsOwnToken_cannotBeRevoked() {
        bearer(AdministratorHeader.TOKEN).delete("/api/tokens/0").then().statusCode(404);
        bearer(AdministratorHeader.TOKEN).get("/api/tokens").then().statusCode(200);
    }

    @Test
    void page_listsTokensToTheAdministratorAlone() {
        JsonPath made = made("page-<b>anna</b>");
        String token = made.getString("token");
        String listed = "people/" + made.getString("user");

        bearer(AdministratorHeader.TOKEN)
                .queryParam("user", "\"><b>")
                .get("/tokens")
                .then()
                .statusCode(200)
                .body(containsString(listed), containsString("value=\"&quot;&gt;&lt;b&gt;\""))
                .body(not(containsString(token)));
        for (RequestSpecification other : List.of(nobody(), bearer(token))) {
            other.get("/tokens").then().statusCode(200).body(containsString("sign-in"), not(containsString(listed)));
        }
    }

    @Test
    void form_withoutScript_showsTheTokenOnce() {
        String page = bearer(AdministratorHeader.TOKEN)
                .formParam("user", "form-anna")
                .formParam("name", "kitchen")
                .post("/tokens")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .extract()
                .asString();
        Matcher secret =
                Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").matcher(page);

        assertThat(secret.find()).isTrue();
        bearer(secret.group()).get("/1/validate-token").then().statusCode(200).body("user_name", equalTo("form-anna"));
        bearer(AdministratorHeader.TOKEN)
                .get("/tokens")
                .then()
                .body(containsString("kitchen"), not(containsString(secret.group())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user\":\"\"}",
                "{\"user\":\"\u00a0\u2028 \"}",
                "{\"user\":\"anna\\n\"}",
                "{}",
                "{\"user\":\"a\\u0000b\"}",
                "{\"user\":\"\\ud800\"}",
                "{\"user\":\"anna\",\"name\":\"a\\nb\"}"
            })
    void create_ofNoPlainName_is422(String body) {
        bearer(AdministratorHeader.TOKEN)
                .contentType("application/json")
                .body(body)
                .post("/api/tokens")
                .then()
                .statusCode(422)
                .contentType(PROBLEM);
    }

    @Test
    void create_userOfAnyName_getsAnAddress() {
        JsonPath made = made("Zoë Ørsted/🎧");

        assertThat(made.getString("user")).matches("[A-Za-z0-9._~:-]{1,128}");
        nobody().get("/api/users/" + made.getString("user") + "/feedback")
                .then()
                .statusCode(200);
    }

    @Test
    void signIn_givesACookieThatScriptsCannotRead_andThatDoesWhatTheTokenDoes() {
        Response signedIn = signIn(AdministratorHeader.TOKEN);

        signedIn.then().statusCode(200).body("administrator", equalTo(true));
        String cookie = signedIn.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain(AdministratorHeader.TOKEN);
        String session = signedIn.cookie(SessionCookie.NAME);
        nobody().cookie(SessionCookie.NAME, session).get("/api/tokens").then().statusCode(200);

        nobody().cookie(SessionCookie.NAME, session)
                .delete("/api/session")
                .then()
                .statusCode(204);

        nobody().cookie(SessionCookie.NAME, session).get("/api/tokens").then().statusCode(401);
    }

    @Test
    void session_endsWithTheTokenThatOpenedIt() {
        JsonPath made = made("tokens-session");
        String session = signIn(made.getString("token")).cookie(SessionCookie.NAME);
        nobody().cookie(SessionCookie.NAME, session)
                .delete("/api/users/tokens-session/feedback/songs/none")
                .then()
                .statusCode(404);

        bearer(AdministratorHeader.TOKEN)
                .delete("/api/tokens/" + made.getInt("id"))
                .then()
                .statusCode(204);

        nobody().cookie(SessionCookie.NAME, session)
                .delete("/api/users/tokens-session/feedback/songs/none")
                .then()
                .statusCode(401);
    }

    @Test
    void session_ofAForeignPage_changesNothing() {
        String session = signIn(AdministratorHeader.TOKEN).cookie(SessionCookie.NAME);

        nobody().cookie(SessionCookie.NAME, session)
                .header("Sec-Fetch-Site", "cross-site")
                .delete("/api/imports/1")
                .then()
                .statusCode(403);
    }

    @Test
    void signIn_withoutToken_is422() {
        nobody().contentType("application/json")
                .body("{}")
                .post("/api/session")
                .then()
                .statusCode(422);
    }

    @Test
    void unknownHost_is403_whoeverAsks() {
        bearer(AdministratorHeader.TOKEN)
                .header("Host", "rebound.example:5000")
                .get("/api/status")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("detail", containsString("segue.access.hosts"));
    }

    @Test
    void semicolonInAnAddress_is400() {
        nobody().urlEncodingEnabled(false).get("/api;x/tokens").then().statusCode(400);
    }

    @Test
    void headersThatAreTooLarge_areRefused() {
        nobody().header("X-Large", "x".repeat(20_000)).get("/api/status").then().statusCode(431);
    }

    private static Response signIn(String token) {
        return nobody().contentType("application/json")
                .body("{\"token\":\"%s\"}".formatted(token))
                .post("/api/session");
    }
}
