package org.segue.protocols.lastfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.tokenOf;
import static org.segue.protocols.lastfm.LastFmPlayer.form;
import static org.segue.protocols.lastfm.LastFmPlayer.hashedToken;
import static org.segue.protocols.lastfm.LastFmPlayer.md5;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.testsupport.AdministratorHeader;

/** Audioscrobbler 1.2, from the handshake on. */
@QuarkusTest
class AudioscrobblerResourceTest {

    private final long now = Instant.now().getEpochSecond();

    private ValidatableResponse handshake(String user, String token, long time) {
        return nobody().get("/?hs=true&p=1.2&c=mdc&v=0.24&u=%s&t=%d&a=%s".formatted(user, time, md5(md5(token) + time)))
                .then()
                .statusCode(200)
                .contentType("text/plain");
    }

    private List<String> signedIn(String user, String token) {
        return handshake(user, token, now).extract().asString().lines().toList();
    }

    private static String post(String address, Map<String, ?> fields) {
        return form(fields)
                .post(URI.create(address).getPath())
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString();
    }

    private Map<String, Object> play(String session, int number, String artist, String title, Object time) {
        Map<String, Object> fields = new HashMap<>(Map.of("s", session));
        Map.of("a", artist, "t", title, "i", time, "o", "P", "r", "", "l", "180", "b", "Album", "n", "1", "m", "")
                .forEach((name, value) -> fields.put(name + "[" + number + "]", value));
        return fields;
    }

    @Test
    void handshake_tellsSessionAndAddresses_whichTakePlays() {
        List<String> lines = signedIn("as-one", hashedToken("as-one").getString("token"));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("OK");
        assertThat(lines.get(1)).matches("[0-9a-f]{32}");
        assertThat(lines.get(2)).matches("http://localhost:\\d+/1\\.2/now-playing/mdc");
        assertThat(lines.get(3)).matches("http://localhost:\\d+/1\\.2/submissions/mdc");

        Map<String, Object> playing =
                Map.of("s", lines.get(1), "a", "Velvet Tram", "t", "Depot", "b", "", "l", "200", "n", "", "m", "");
        assertThat(post(lines.get(2), playing)).isEqualTo("OK\n");
        nobody().get("/1/user/as-one/playing-now")
                .then()
                .body("payload.listens[0].track_metadata.track_name", equalTo("Depot"));

        Map<String, Object> plays = play(lines.get(1), 0, "Velvet Tram", "Depot", now - 600);
        plays.putAll(play(lines.get(1), 1, "Velvet Tram & Söhne", "Night Line", now - 300));
        assertThat(post(lines.get(3), plays)).isEqualTo("OK\n");
        assertThat(post(lines.get(3), plays)).isEqualTo("OK\n");
        nobody().get("/1/user/as-one/listens")
                .then()
                .body("payload.count", equalTo(2))
                .body("payload.listens[0].track_metadata.artist_name", equalTo("Velvet Tram & Söhne"))
                .body("payload.listens[0].track_metadata.release_name", equalTo("Album"))
                .body("payload.listens[1].listened_at", equalTo((int) now - 600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1.2/", "/1.2"})
    void handshake_isAnsweredAtItsOwnAddressToo_whereNoSignInOfAProxyStandsBefore(String address) {
        String token = hashedToken("as-own").getString("token");
        nobody().accept("text/html")
                .get(address + "?hs=true&p=1.2&c=vlc&v=3&u=as-own&t=%d&a=%s".formatted(now, md5(md5(token) + now)))
                .then()
                .statusCode(200)
                .body(startsWith("OK\n"));
    }

    @Test
    void handshake_behindAProxy_tellsItsAddresses() {
        String token = hashedToken("as-proxy").getString("token");
        nobody().header("X-Forwarded-Prefix", "/segue")
                .header("X-Forwarded-Proto", "https")
                .get("/?a=%s&hs=true&p=1.2.1&u=as-proxy&t=%d&v=1&c=".formatted(md5(md5(token) + now), now))
                .then()
                .body(containsString("/segue/1.2/submissions/unnamed\n"))
                .body(containsString("https://"));
    }

    @Test
    void handshake_ofAnyOtherForm_isToldInItsWords() {
        String token = hashedToken("as-words").getString("token");
        handshake("as-words", "no-such-token", now).body(equalTo("BADAUTH\n"));
        handshake("as-nobody", token, now).body(equalTo("BADAUTH\n"));
        handshake("as-words", tokenOf("as-words"), now).body(equalTo("BADAUTH\n"));
        handshake("as-words", token, now - 3600).body(equalTo("BADTIME\n"));
        handshake("as-words", token, now + 3600).body(equalTo("BADTIME\n"));
        handshake("as-words", token, -now).body(equalTo("BADTIME\n"));
        nobody().get("/?hs=true&p=1.1&c=mdc&u=as-words").then().body(startsWith("FAILED Only protocol 1.2"));
        nobody().get("/?hs=true").then().body(startsWith("FAILED Only protocol 1.2"));
        nobody().get("/?hs=true&p=1.2&u=as-words").then().body(startsWith("FAILED u, t and a"));
    }

    @Test
    void handshake_withTheSessionKeyOf2_0_opensThatSession() {
        String key = LastFmPlayer.session("as-key", tokenOf("as-key"));
        nobody().get("/?hs=true&p=1.2.1&c=tst&v=1&u=as-key&t=%d&a=unchecked&api_key=x&sk=%s".formatted(now, key))
                .then()
                .body(startsWith("OK\n" + key + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?hs=false", "/?hs=", "/?user=hs=true", "/?xhs=true"})
    void addressesOfPages_staySo(String address) {
        // Nobody is called hs=true, and the page says so.
        nobody().accept("text/html")
                .get(address)
                .then()
                .statusCode(oneOf(200, 422))
                .contentType("text/html");
    }

    @Test
    void whatCannotBeKept_isPassedOver_andTheOthersAreKept() {
        List<String> lines = signedIn("as-bad", hashedToken("as-bad").getString("token"));
        String session = lines.get(1);
        Map<String, Object> plays = play(session, 0, "", "No artist", now);
        plays.putAll(play(session, 1, "No time", "T", "soon"));
        plays.putAll(play(session, 2, "Future", "T", now + 100_000));
        plays.putAll(play(session, 3, "Skipped", "T", now - 900));
        plays.put("r[3]", "S");
        plays.putAll(play(session, 4, "Loved", "T", now - 600));
        plays.put("r[4]", "L");

        assertThat(post(lines.get(3), plays)).isEqualTo("OK\n");

        nobody().get("/1/user/as-bad/listens")
                .then()
                .body("payload.listens.track_metadata.artist_name", equalTo(List.of("Loved")));
        nobody().get("/1/feedback/user/as-bad/get-feedback?score=1").then().body("feedback", hasSize(1));
    }

    @Test
    void submissions_thatAreNone_areFailed() {
        List<String> lines = signedIn("as-none", hashedToken("as-none").getString("token"));
        assertThat(post(lines.get(3), Map.of("s", lines.get(1)))).startsWith("FAILED ");
        assertThat(post(lines.get(2), Map.of("s", lines.get(1)))).startsWith("FAILED ");
        Map<String, Object> many = new HashMap<>();
        for (int i = 0; i < 51; i++) {
            many.putAll(play(lines.get(1), i, "A", "T" + i, now - 300L * i));
        }
        assertThat(post(lines.get(3), many)).startsWith("FAILED ").contains("50");
        nobody().get("/1/user/as-none/listen-count").then().body("payload.count", equalTo(0));
    }

    @Test
    void revokedToken_endsTheSession() {
        JsonPath made = hashedToken("as-revoked");
        List<String> lines = signedIn("as-revoked", made.getString("token"));
        bearer(AdministratorHeader.TOKEN)
                .delete("/api/tokens/" + made.getInt("id"))
                .then()
                .statusCode(204);

        assertThat(post(lines.get(3), play(lines.get(1), 0, "A", "T", now))).isEqualTo("BADSESSION\n");
        assertThat(post(lines.get(2), Map.of("s", lines.get(1), "a", "A", "t", "T")))
                .isEqualTo("BADSESSION\n");
        assertThat(post(lines.get(3), Map.of())).isEqualTo("BADSESSION\n");
        handshake("as-revoked", made.getString("token"), now).body(equalTo("BADAUTH\n"));
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://evil.example", "Sec-Fetch-Site, cross-site"})
    void pagesOfOthers_areRefused_withEveryMethod(String header, String value) {
        String token = hashedToken("as-foreign").getString("token");
        List<String> lines = signedIn("as-foreign", token);
        nobody().header(header, value)
                .get("/?hs=true&p=1.2&c=mdc&u=as-foreign&t=%d&a=%s".formatted(now, md5(md5(token) + now)))
                .then()
                .statusCode(403)
                .contentType("text/plain")
                .body(startsWith("FAILED "));
        form(play(lines.get(1), 0, "A", "T", now))
                .header(header, value)
                .post(URI.create(lines.get(3)).getPath())
                .then()
                .statusCode(403)
                .body(startsWith("FAILED "));
        nobody().get("/1/user/as-foreign/listen-count").then().body("payload.count", equalTo(0));
    }

    @Test
    void otherAddresses_areToldInLines() {
        nobody().get("/1.2/nothing")
                .then()
                .statusCode(404)
                .contentType("text/plain")
                .body(startsWith("FAILED "));
        nobody().put("/1.2").then().statusCode(405).contentType("text/plain").body(startsWith("FAILED "));
    }
}
