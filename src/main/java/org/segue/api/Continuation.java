package org.segue.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a list without an end begins or goes on.
 *
 * @param cursor what the answer before ended with; null for the first songs
 */
@Schema(
        oneOf = {Boolean.class, String.class},
        description = "true for the first songs, then the `next` of the answer before")
public record Continuation(@Nullable String cursor) {

    /**
     * Reads either form.
     *
     * @return null for false, which asks for no such list
     * @throws IllegalArgumentException if it is neither
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static @Nullable Continuation of(JsonNode json) {
        if (json.isTextual()) {
            return new Continuation(json.textValue());
        }
        if (!json.isBoolean()) {
            throw new IllegalArgumentException("it must be true, or the next of the answer before");
        }
        return json.booleanValue() ? new Continuation(null) : null;
    }
}
