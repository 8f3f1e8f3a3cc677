package org.segue.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for people: in English for the API, the log and the shell, and with what a page needs to say it in another language.
 *
 * @param key of a {@link Phrase}: room, dot, name; empty for a text that is the same in every language
 * @param with what the phrase is filled with: texts, numbers and sentences
 * @param text the sentence in English
 */
@Schema(type = SchemaType.STRING, description = "A sentence for people, in English")
@TemplateData
@RegisterForReflection // part of the JSON of jobs and answers
public record Sentence(String key, List<Object> with, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String START = "{\"key\":";

    /** Takes a copy of the list. */
    public Sentence {
        with = List.copyOf(with);
    }

    /** A text that is the same in every language, as what another program said. */
    public static Sentence plain(String text) {
        return new Sentence("", List.of(), text);
    }

    /** Whether no phrase is behind it. */
    public boolean isPlain() {
        return key.isEmpty();
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }

    /** What {@link #read} makes it of again. */
    public String stored() {
        return isPlain() ? text : tree().toString();
    }

    /** A sentence that was {@link #stored}; any other text is one that is the same in every language. */
    @JsonCreator
    public static Sentence read(String stored) {
        if (!stored.startsWith(START)) {
            return plain(stored);
        }
        try {
            return of(JSON.readTree(stored));
        } catch (JsonProcessingException e) {
            return plain(stored);
        }
    }

    /** The same of what may be missing. */
    public static @Nullable Sentence readOrNull(@Nullable String stored) {
        return stored == null ? null : read(stored);
    }

    private ObjectNode tree() {
        ObjectNode tree = JSON.createObjectNode().put("key", key);
        ArrayNode filled = tree.putArray("with");
        for (Object argument : with) {
            if (argument instanceof Sentence sentence) {
                filled.add(sentence.tree());
            } else {
                filled.addPOJO(argument);
            }
        }
        return tree.put("text", text);
    }

    private static Sentence of(JsonNode tree) {
        List<Object> with = new ArrayList<>();
        tree.path("with").forEach(argument -> with.add(argument(argument)));
        return new Sentence(tree.path("key").asText(), with, tree.path("text").asText());
    }

    private static Object argument(JsonNode node) {
        if (node.isObject()) {
            return of(node);
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNumber() ? (Object) node.doubleValue() : node.asText();
    }
}
