package org.segue.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request means: by public id, {@code "anna"}, or by what a source calls them, {@code {"source":"hetrec","id":"2"}}.
 *
 * @param source name of the source, null if the id is the public one
 * @param id of the user
 */
public record UserRef(@Nullable String source, String id) {

    private static final int LONGEST = 500;

    /**
     * Reads either form.
     *
     * @throws IllegalArgumentException if it is neither
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UserRef of(JsonNode json) {
        UserRef user = null;
        if (json.isTextual()) {
            user = new UserRef(null, json.textValue());
        } else if (json.isObject() && Set.of("source", "id").equals(fieldNames(json)) && isScoped(json)) {
            user = new UserRef(json.get("source").textValue(), json.get("id").asText());
        }
        if (user == null || user.id().isBlank() || user.id().length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a user is a public id of at most %d characters, or {\"source\":…,\"id\":…}".formatted(LONGEST));
        }
        return user;
    }

    // Sources may number their users.
    private static boolean isScoped(JsonNode json) {
        JsonNode id = json.get("id");
        return json.get("source").isTextual() && (id.isTextual() || id.isIntegralNumber());
    }

    private static Set<String> fieldNames(JsonNode json) {
        Set<String> names = new java.util.HashSet<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
