package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a submission consists of. It is found out without making anything of the JSON: as a tree, some JSON takes thirty times
 * its size.
 *
 * @param listenType its type as it was sent, empty if it is no text
 * @param listens number of listens; 0 if there is no list of them
 * @param extents where each of the first listens stands, in their order
 */
record SubmissionOutline(String listenType, int listens, List<Extent> extents, int payloads) {

    /**
     * Where something stands in the document.
     *
     * @param from of its bytes the first; negative in a document that is not in UTF-8
     * @param to behind its last byte
     */
    record Extent(int from, int to) {}

    private static final String LISTEN_TYPE = "listen_type";
    private static final String PAYLOAD = "payload";

    /** More are not accepted. */
    private static final int MAX_TOLD = 1001;

    /**
     * The outline of a document.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException if it is no JSON
     */
    static SubmissionOutline of(JsonMapper mapper, byte[] body) throws IOException {
        try (JsonParser json = mapper.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw Refused.badRequest("The JSON document must be an object.");
            }
            SubmissionOutline outline = fields(json);
            if (json.nextToken() != null) {
                throw Refused.badRequest("Cannot parse JSON document: something follows it.");
            }
            return outline;
        }
    }

    // Of a field that comes twice, the last counts.
    private static SubmissionOutline fields(JsonParser json) throws IOException {
        SubmissionOutline outline = new SubmissionOutline("", 0, List.of(), 0);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals(LISTEN_TYPE)) {
                String type = value == JsonToken.VALUE_STRING ? json.getText() : "";
                outline = new SubmissionOutline(type, outline.listens, outline.extents, outline.payloads);
                json.skipChildren();
            } else if (name.equals(PAYLOAD)) {
                outline = outline.withPayload(json, value);
            } else {
                json.skipChildren();
            }
        }
        return outline;
    }

    private SubmissionOutline withPayload(JsonParser json, JsonToken value) throws IOException {
        List<Extent> found = new ArrayList<>();
        int count = 0;
        if (value == JsonToken.START_ARRAY) {
            for (JsonToken first = json.nextToken(); first != JsonToken.END_ARRAY; first = json.nextToken()) {
                int from = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                if (count < MAX_TOLD) {
                    found.add(new Extent(from, (int) json.currentLocation().getByteOffset()));
                }
                count++;
            }
        } else {
            json.skipChildren();
        }
        return new SubmissionOutline(listenType, count, found, payloads + 1);
    }

    /** The same document again, before its first listen. */
    JsonParser payload(JsonMapper mapper, byte[] body) throws IOException {
        JsonParser json = mapper.createParser(body);
        json.nextToken();
        int found = 0;
        while (found < payloads) {
            found += json.nextFieldName() != null && json.currentName().equals(PAYLOAD) ? 1 : 0;
            json.nextToken();
            if (found < payloads) {
                json.skipChildren();
            }
        }
        return json;
    }
}
