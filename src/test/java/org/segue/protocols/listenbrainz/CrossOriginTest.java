package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.testsupport.AdministratorHeader;

/** What pages of other origins may do with the protocol: with a listener's token all, without one they read nothing. */
@QuarkusTest
class CrossOriginTest {

    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String PAGE = "https://player.example";

    private static RequestSpecification foreign(RequestSpecification request) {
        return request.header("Origin", PAGE).header("Sec-Fetch-Site", "cross-site");
    }

    @ParameterizedTest
    @CsvSource({
        "/1/submit-listens, POST",
        "/1/validate-token, GET",
        "/apis/listenbrainz/1/submit-listens, POST",
        "/1/feedback/recording-feedback, POST",
        "/1/user/somebody/listens, GET"
    })
    void aPreflight_isToldTheMethods_andTheHeadersThatPlayersSend(String path, String method) {
        Response answer = foreign(nobody())
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header(ALLOWED)).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Methods").split(", ")).contains(method);
        assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("Authorization, Content-Type");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/songs", "/recommend", "/", "/people/somebody", "/q/health", "/1/nothing"})
    void aPreflightElsewhere_isToldNothing(String path) {
        Response answer =
                foreign(nobody()).header("Access-Control-Request-Method", "GET").options(path);

        assertThat(answer.header(ALLOWED)).isNull();
        assertThat(answer.header("Access-Control-Allow-Headers")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1/user/origin-read/listens",
                "/1/user/nobody-there/listens",
                "/1/user/origin-read/listens?count=-1",
                "/1/submit-listens",
                "/1/nothing"
            })
    void anyAnswerToAListenersToken_mayBeReadByTheForeignPage(String path) {
        Response answer = foreign(player(tokenOf("origin-read"))).get(path);

        assertThat(answer.header(ALLOWED)).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void aForeignPageWithAToken_scrobbles() {
        Response answer = foreign(player(tokenOf("origin-scrobbles")))
                .contentType("application/json")
                .body("""
                        {"listen_type":"single","payload":[{"listened_at":1764000000,
                         "track_metadata":{"artist_name":"Salt Choir","track_name":"Far Shore"}}]}""")
                .post("/1/submit-listens");

        answer.then().statusCode(200).body("status", equalTo("ok"));
        assertThat(answer.header(ALLOWED)).isEqualTo("*");
    }

    @Test
    void aForeignPageWithoutAListenersToken_mayReadNothing() {
        String token = tokenOf("origin-other");
        String listens = "/1/user/origin-other/listens";
        String cookie = nobody().contentType("application/json")
                .body("{\"token\":\"%s\"}".formatted(token))
                .post("/api/session")
                .then()
                .statusCode(200)
                .extract()
                .header("Set-Cookie")
                .split(";", 2)[0];

        for (RequestSpecification request : new RequestSpecification[] {
            nobody(),
            nobody().header("Authorization", "Token 00000000-0000-4000-8000-000000000000"),
            nobody().header("Authorization", "Token " + AdministratorHeader.TOKEN),
            nobody().header("Authorization", "Basic " + token),
            nobody().queryParam("token", token),
            nobody().header("Cookie", cookie),
            nobody().header("Remote-User", "origin-other")
        }) {
            assertThat(foreign(request).get(listens).header(ALLOWED)).isNull();
        }
        assertThat(foreign(player(token)).get("/api/songs").header(ALLOWED)).isNull();
        assertThat(foreign(player(token)).get("/").header(ALLOWED)).isNull();
    }
}
