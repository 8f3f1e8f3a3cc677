package org.segue.imports.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, as far as a history needs it: texts, numbers and truth values by name, objects and lists inside it to a
 * depth. Of a hostile one no more than {@value #MAX_VALUES} values are kept.
 */
final class JsonEntry {

    private static final int MAX_VALUES = 2500;
    private static final int DEEPEST = 20;

    private static final char UNREADABLE = '\uFFFD';

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = new JsonMapper();

    private static final JsonEntry EMPTY = new JsonEntry();

    /** Of two values of one name the later counts. Most entries have few names, which are found sooner than hashed. */
    private final List<String> names = new ArrayList<>();

    private final List<Object> values = new ArrayList<>();

    private JsonEntry() {}

    /**
     * Reads an object of which the start has been read, to its end.
     *
     * @throws BadRowException if it has too many values; it has been read to its end then too
     */
    static JsonEntry read(JsonParser parser) throws IOException, BadRowException {
        Budget budget = new Budget();
        JsonEntry entry = readObject(parser, budget, 0);
        if (budget.left < 0) {
            throw new BadRowException(RowPhrase.TOO_MANY_VALUES.with(MAX_VALUES));
        }
        return entry;
    }

    /** What is done with the entries inside an entry. */
    @FunctionalInterface
    interface Inner {
        /** Reads them; the parser is at the start of an object or array. */
        void read(JsonParser parser) throws IOException;
    }

    /**
     * Reads an object of which the start has been read, to its end, if it is no holder of others.
     *
     * @param holders names of the properties that hold others, as objects or in arrays
     * @param inner reads what these hold
     * @return null if it is a holder
     * @throws BadRowException if it has too many values; it has been read to its end then too
     */
    static @Nullable JsonEntry readUnlessHolder(JsonParser parser, Set<String> holders, Inner inner)
            throws IOException, BadRowException {
        Budget budget = new Budget();
        JsonEntry entry = new JsonEntry();
        boolean isHolder = false;
        while (next(parser) == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (next(parser).isStructStart() && holders.contains(name)) {
                isHolder = true;
                inner.read(parser);
            } else {
                entry.add(name, readValue(parser, budget, 1));
            }
        }
        if (budget.left < 0 && !isHolder) {
            throw new BadRowException(RowPhrase.TOO_MANY_VALUES.with(MAX_VALUES));
        }
        return isHolder ? null : entry;
    }

    /** A number, truth value or null as it is written. */
    private record Literal(String text) {

        static final Literal NULL = new Literal("null");

        JsonNode node() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("what was read as JSON is none: " + text, e);
            }
        }
    }

    private static final class Budget {
        private int left = MAX_VALUES;
    }

    private static JsonEntry readObject(JsonParser parser, Budget budget, int depth) throws IOException {
        JsonEntry entry = new JsonEntry();
        while (next(parser) == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            next(parser);
            entry.add(name, readValue(parser, budget, depth + 1));
        }
        return entry;
    }

    private void add(String name, @Nullable Object value) {
        if (value != null) {
            names.add(name);
            values.add(value);
        }
    }

    private static List<Object> readArray(JsonParser parser, Budget budget, int depth) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (next(parser) != JsonToken.END_ARRAY) {
            Object element = readValue(parser, budget, depth + 1);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static @Nullable Object readValue(JsonParser parser, Budget budget, int depth) throws IOException {
        if (--budget.left < 0 || depth > DEEPEST) {
            parser.skipChildren();
            return null;
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser, budget, depth);
            case START_ARRAY -> readArray(parser, budget, depth);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> new Literal(parser.getText());
            case VALUE_NULL -> Literal.NULL;
            default -> null;
        };
    }

    private static JsonToken next(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new com.fasterxml.jackson.core.io.JsonEOFException(parser, JsonToken.NOT_AVAILABLE, "cut off");
        }
        return token;
    }

    private @Nullable Object value(String name) {
        int place = names.lastIndexOf(name);
        return place < 0 || values.get(place) == Literal.NULL ? null : values.get(place);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof Literal literal ? literal.text() : value instanceof String text ? text : null;
    }

    /** A text, number or truth value as it is written; null if it is missing, null or something else. */
    @Nullable
    String text(String name) {
        return text(value(name));
    }

    /** The first of several names that has a text. */
    @Nullable
    String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? text(otherwise) : text;
    }

    /** Whether a value is true. */
    boolean isTrue(String name) {
        return "true".equals(text(name));
    }

    /** Whether there is a value that is not null. */
    boolean has(String name) {
        return value(name) != null;
    }

    /** The object of a name, an empty one if it is missing or something else. */
    JsonEntry object(String name) {
        return value(name) instanceof JsonEntry entry ? entry : EMPTY;
    }

    /** The objects of a list. */
    List<JsonEntry> objects(String name) {
        List<?> elements = value(name) instanceof List<?> list ? list : List.of();
        return elements.stream()
                .filter(JsonEntry.class::isInstance)
                .map(JsonEntry.class::cast)
                .toList();
    }

    /** The texts of a list; a text in its place is the only one. */
    List<String> texts(String name) {
        Object value = value(name);
        List<?> elements = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return elements.stream()
                .filter(element -> element != Literal.NULL)
                .map(JsonEntry::text)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    /** All of it, as it was written but for what is too deep. */
    ObjectNode node() {
        ObjectNode node = NODES.objectNode();
        for (int place = 0; place < names.size(); place++) {
            node.set(names.get(place), node(values.get(place)));
        }
        return node;
    }

    private static JsonNode node(Object value) {
        if (value instanceof List<?> list) {
            ArrayNode elements = NODES.arrayNode(list.size());
            list.forEach(element -> elements.add(node(element)));
            return elements;
        }
        return value instanceof JsonEntry entry
                ? entry.node()
                : value instanceof Literal literal ? literal.node() : NODES.textNode(readable(String.valueOf(value)));
    }

    /** A text with a sign in place of what is no character. */
    static String readable(String text) {
        return text.replace(HistoryFile.NOT_TEXT, UNREADABLE);
    }
}
