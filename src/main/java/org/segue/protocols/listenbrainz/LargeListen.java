package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A listen that is larger than the protocol allows: what makes it large is passed over without being made anything of, as long as
 * that is none of what a listen must have.
 */
final class LargeListen {

    /** A value of that size tells what a player knows of a song; a longer one tells of something else. */
    private static final int MAX_VALUE_BYTES = 2048;

    private static final int MAX_NAME_BYTES = 10_240;
    private static final int MAX_VALUES = 100;

    /** What stands between a value and the next field. */
    private static final String BETWEEN_VALUES = ", \t\r\n";

    private static final Set<String> OF_LISTEN = Set.of("listened_at");
    private static final Set<String> OF_TRACK = Set.of("artist_name", "track_name", "release_name");

    private final JsonMapper mapper;
    private final byte[] json;

    /** @param json the bytes of the whole submission, UTF-8 */
    LargeListen(JsonMapper mapper, byte[] json) {
        this.mapper = mapper;
        this.json = json;
    }

    /**
     * What is wanted of a listen.
     *
     * @param from where it begins
     * @param to where it ends
     * @throws IOException if what must be there is too large
     */
    JsonNode read(int from, int to) throws IOException {
        ObjectNode listen = mapper.createObjectNode();
        each(from, to, (name, start, end) -> {
            if (OF_LISTEN.contains(name)) {
                listen.set(name, value(start, end, MAX_NAME_BYTES));
            } else if (name.equals("track_metadata")) {
                listen.set(name, track(start, end));
            }
        });
        return listen;
    }

    private JsonNode track(int from, int to) throws IOException {
        ObjectNode track = mapper.createObjectNode();
        each(from, to, (name, start, end) -> {
            if (OF_TRACK.contains(name)) {
                track.set(name, value(start, end, MAX_NAME_BYTES));
            } else if (name.equals("additional_info")) {
                track.set(name, small(start, end, any -> true));
            } else if (name.equals("mbid_mapping")) {
                track.set(name, small(start, end, "recording_mbid"::equals));
            }
        });
        return track;
    }

    private JsonNode small(int from, int to, Predicate<String> wanted) throws IOException {
        ObjectNode found = mapper.createObjectNode();
        each(from, to, (name, start, end) -> {
            if (wanted.test(name) && end - start <= MAX_VALUE_BYTES && found.size() < MAX_VALUES) {
                found.set(name, value(start, end, MAX_VALUE_BYTES));
            }
        });
        return found;
    }

    private JsonNode value(int from, int to, int most) throws IOException {
        if (to - from > most) {
            throw new IOException("A value has %d bytes".formatted(to - from));
        }
        int end = to;
        while (end > from && BETWEEN_VALUES.indexOf(json[end - 1]) >= 0) {
            end--;
        }
        return mapper.readTree(json, from, end - from);
    }

    /** Takes a field of an object, and where its value begins and ends. */
    @FunctionalInterface
    private interface FieldVisitor {
        void field(String name, int start, int end) throws IOException;
    }

    // A value ends before what follows it: nothing is made of it to find that out.
    private void each(int from, int to, FieldVisitor visitor) throws IOException {
        try (JsonParser parser = mapper.createParser(json, from, to - from)) {
            JsonToken token = parser.nextToken() == JsonToken.START_OBJECT ? parser.nextToken() : null;
            while (token == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int start = from + offset(parser);
                parser.skipChildren();
                token = parser.nextToken();
                visitor.field(name, start, from + offset(parser));
            }
        }
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }
}
