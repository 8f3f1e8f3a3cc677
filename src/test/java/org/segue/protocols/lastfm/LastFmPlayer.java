package org.segue.protocols.lastfm;

import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.nobody;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.segue.testsupport.AdministratorHeader;

/** Requests as players of Last.fm's protocols make them. */
final class LastFmPlayer {

    private LastFmPlayer() {}

    /** A new token of a user, for players that hash it. */
    static JsonPath hashedToken(String user) {
        return bearer(AdministratorHeader.TOKEN)
                .contentType("application/json")
                .body("{\"user\":\"%s\",\"name\":\"test\",\"audioscrobbler\":true}".formatted(user))
                .post("/api/tokens")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** The session key of a token. */
    static String session(String user, String token) {
        return call("auth.getMobileSession", Map.of("username", user, "password", token, "format", "json"))
                .statusCode(200)
                .extract()
                .path("session.key");
    }

    /** Fields of a song that began at a time. */
    static Map<String, Object> song(long time, String sk, String artist, String track) {
        return new HashMap<>(Map.of("sk", sk, "artist", artist, "track", track, "timestamp", time));
    }

    /** Calls a method by POST, with an API key and a signature as every player sends them. */
    static ValidatableResponse call(String method, Map<String, ?> fields) {
        return form(fields)
                .formParam("method", method)
                .formParam("api_key", "0123456789abcdef0123456789abcdef")
                .formParam("api_sig", "fedcba9876543210fedcba9876543210")
                .post("/2.0/")
                .then();
    }

    static RequestSpecification form(Map<String, ?> fields) {
        return nobody().header("User-Agent", "test-player/1.0 (Linux)")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields);
    }

    static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
