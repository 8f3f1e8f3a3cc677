package org.segue.library.subsonic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.segue.library.http.ServerRequest.Parameter;

/**
 * How an account signs in, and what it takes. Everything in it is secret, so its text says nothing.
 *
 * @param way in which it signs in
 * @param user account, empty where a key says who it is
 * @param secret the key, the token of password and salt, or the password
 * @param salt of the token, else empty
 * @param isPosted whether the server reads parameters from the body of a request, where no log has them
 */
record SubsonicLogin(Way way, String user, String secret, String salt, boolean isPosted) {

    /** Ways of signing in, the best first. */
    enum Way {
        /** A key that the server has made; says who it is. */
        KEY,
        /** MD5 of password and salt. Signs in for ever, as the password does. */
        TOKEN,
        /** The password itself, for servers that keep only a hash of it. */
        PASSWORD
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SALT_BYTES = 12;

    static SubsonicLogin ofKey(String key) {
        return new SubsonicLogin(Way.KEY, "", key, "", true);
    }

    static SubsonicLogin ofToken(String user, String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        String text = HexFormat.of().formatHex(salt);
        return new SubsonicLogin(Way.TOKEN, user, md5(password + text), text, true);
    }

    static SubsonicLogin ofPassword(String user, String password) {
        return new SubsonicLogin(Way.PASSWORD, user, password, "", true);
    }

    /** The same by requests whose parameters are in the address. */
    SubsonicLogin inTheAddress() {
        return new SubsonicLogin(way, user, secret, salt, false);
    }

    /** What signs a request. */
    List<Parameter> parameters() {
        return switch (way) {
            case KEY -> List.of(new Parameter("apiKey", secret));
            case TOKEN -> List.of(new Parameter("u", user), new Parameter("t", secret), new Parameter("s", salt));
            case PASSWORD -> List.of(new Parameter("u", user), new Parameter("p", "enc:" + hex(secret)));
        };
    }

    /** As text to be kept encrypted. */
    String text() {
        return JSON.createObjectNode()
                .put("way", way.name())
                .put("user", user)
                .put("secret", secret)
                .put("salt", salt)
                .put("posted", isPosted)
                .toString();
    }

    /** A login from {@link #text}. */
    static SubsonicLogin of(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return new SubsonicLogin(
                    Way.valueOf(node.path("way").asText()),
                    node.path("user").asText(),
                    node.path("secret").asText(),
                    node.path("salt").asText(),
                    node.path("posted").asBoolean());
        } catch (JsonProcessingException e) {
            // Its message would quote the text.
            throw new IllegalArgumentException("illegal login of a Subsonic server");
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    // The protocol wants it.
    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return way.name();
    }
}
