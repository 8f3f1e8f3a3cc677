package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, headers and encodings as players have them that were set up by hand. */
@QuarkusTest
class ProtocolAddressesTest {

    private static final String LISTEN = """
            {"listen_type":"single","payload":[{"listened_at":1764000000,
             "track_metadata":{"artist_name":"Packed Lunch","track_name":"Small Hours"}}]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/submit-listens",
                "/apis/listenbrainz/submit-listens",
                "/listenbrainz/submit-listens",
                "/validate-token",
                "/user/somebody/listens",
                "/feedback/recording-feedback"
            })
    void anAddressWithoutItsVersion_isToldToAddIt(String path) {
        for (ValidatableResponse answer : new ValidatableResponse[] {
            nobody().get(path).then(), nobody().body("{}").post(path).then()
        }) {
            answer.statusCode(404)
                    .contentType("application/json")
                    .body("code", equalTo(404))
                    .body("error", containsString("add /1"));
        }
    }

    @Test
    void anAddressWithTooMuch_isToldToLeaveItOut() {
        nobody().body("{}")
                .post("/1/1/submit-listens")
                .then()
                .statusCode(404)
                .body("error", containsString("/1 twice"));
        nobody().get("/api/1/validate-token").then().statusCode(404).body("error", containsString("leave out"));
        nobody().get("/nothing-of-the-kind").then().body(not(containsString("/1")));
    }

    @Test
    void unknownAddressesOfTheProtocol_areNotFound_whoeverAsks() {
        String token = tokenOf("address-unknown");

        nobody().body("{}").post("/1/nothing").then().statusCode(404).body("code", equalTo(404));
        player(token).body("{}").post("/1/user/x/follow").then().statusCode(404);
        nobody().get("/1/nothing").then().statusCode(404).body("code", equalTo(404));
        nobody().get("/1").then().statusCode(404).body("code", equalTo(404));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "application/xml", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1", "nonsense"})
    void whateverAPlayerSaysThatItTakes_itGetsJson(String accept) {
        String token = tokenOf("address-accept");

        player(token)
                .accept(accept)
                .get("/1/user/address-accept/listens")
                .then()
                .statusCode(200)
                .contentType("application/json");
        player(token)
                .accept(accept)
                .body(LISTEN)
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
        nobody().accept(accept)
                .get("/1/user/nobody-there/listens")
                .then()
                .statusCode(404)
                .contentType("application/json");
    }

    @Test
    void aPackedBody_isUnpacked() throws IOException {
        String token = tokenOf("address-gzip");

        assertThat(status(token, "gzip", gzip(LISTEN.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(200);
        player(token)
                .get("/1/user/address-gzip/listens")
                .then()
                .body("payload.listens[0].track_metadata.track_name", equalTo("Small Hours"));
    }

    @Test
    void whatIsNoGzip_orUnpacksToTooMuch_isRefused() throws IOException {
        String token = tokenOf("address-bomb");
        byte[] bomb = gzip(new byte[20_000_000]);
        byte[] liar = gzip(new byte[5_000_000]);
        liar[liar.length - 1] = 0;
        liar[liar.length - 2] = 0;

        assertThat(status(token, "gzip", LISTEN.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(400);
        assertThat(status(token, "gzip", bomb)).isEqualTo(413);
        assertThat(status(token, "gzip", liar)).isEqualTo(400);
        assertThat(status(token, "br", LISTEN.getBytes(StandardCharsets.UTF_8))).isEqualTo(415);
        assertThat(status(token, "identity", LISTEN.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(200);
    }

    private static int status(String token, String encoding, byte[] body) {
        return player(token)
                .header("Content-Encoding", encoding)
                .contentType("application/octet-stream")
                .body(body)
                .post("/1/submit-listens")
                .statusCode();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
