package org.segue.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which user, song or artist a request means: by public id, {@code "anna"}, or by what a source calls it,
 * {@code {"source":"hetrec","id":"2"}}.
 *
 * @param source name of the source, null if the id is the public one
 * @param id of the user, song or artist
 */
@Schema(
        implementation = String.class,
        description = "A public id, or {\"source\":\"hetrec\",\"id\":\"2\"}: what a source calls it",
        examples = "some-id")
public record Ref(@Nullable String source, String id) {

    /** The most characters of an id. */
    public static final int MAX_LENGTH = 500;

    /** A reference by public id. */
    public static Ref publicId(String id) {
        return new Ref(null, id);
    }

    /**
     * Reads either form.
     *
     * @throws IllegalArgumentException if it is neither
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Ref of(JsonNode json) {
        Ref ref = null;
        if (json.isTextual()) {
            ref = new Ref(null, json.textValue());
        } else if (json.isObject() && Set.of("source", "id").equals(fieldNames(json)) && isScoped(json)) {
            ref = new Ref(json.get("source").textValue(), id(json.get("id")));
        }
        if (ref == null || ref.id().isBlank() || ref.id().length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "it must be a public id of at most %d characters, or {\"source\":…,\"id\":…}"
                            .formatted(MAX_LENGTH));
        }
        return ref;
    }

    /** In one word, for a reader: the public id, or both parts as an id that was taken is made of them. */
    public String text() {
        return source == null ? id : source + ":" + id;
    }

    // Sources may number what they have.
    private static boolean isScoped(JsonNode json) {
        JsonNode id = json.get("id");
        return json.get("source").isTextual() && (id.isTextual() || id.canConvertToExactIntegral());
    }

    private static String id(JsonNode id) {
        return id.isTextual() ? id.textValue() : id.bigIntegerValue().toString();
    }

    private static Set<String> fieldNames(JsonNode json) {
        Set<String> names = new HashSet<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
