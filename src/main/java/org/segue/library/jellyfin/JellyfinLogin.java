package org.segue.library.jellyfin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * How Segue signs requests to a server. Holds a secret, so its text says nothing.
 *
 * @param token what was given at a login, or an administrator's key; empty before a login
 * @param isKey whether it is a key, which stands for no account
 * @param userId the account's id
 * @param user its name
 * @param device name of this login as a device: another login of the same device would end it
 */
record JellyfinLogin(String token, boolean isKey, String userId, String user, String device) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The header that says who asks. */
    Map<String, String> headers() {
        String words =
                "MediaBrowser Client=\"Segue\", Device=\"Segue\", DeviceId=\"%s\", Version=\"1\"".formatted(device);
        return Map.of("Authorization", token.isEmpty() ? words : words + ", Token=\"%s\"".formatted(encoded(token)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As text to be kept encrypted. */
    String text() {
        return JSON.createObjectNode()
                .put("token", token)
                .put("key", isKey)
                .put("userId", userId)
                .put("user", user)
                .put("device", device)
                .toString();
    }

    /** A login from {@link #text}. */
    static JellyfinLogin of(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return new JellyfinLogin(
                    node.path("token").asText(),
                    node.path("key").asBoolean(),
                    node.path("userId").asText(),
                    node.path("user").asText(),
                    node.path("device").asText());
        } catch (JsonProcessingException e) {
            // Its message would quote the text.
            throw new IllegalArgumentException("illegal login of a Jellyfin server");
        }
    }

    @Override
    public String toString() {
        return isKey ? "key" : "token";
    }
}
