package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.listens.Listen;
import org.segue.listens.ReportedListen;
import org.segue.protocols.listenbrainz.Submission.ListenType;
import org.segue.protocols.listenbrainz.SubmissionOutline.Extent;

/**
 * Reads what players submit, whatever content type they give it. What it must have is checked and refused in words; what it
 * may have is used if it is sound and passed over if it is not: a listen without an id is worth more than none.
 */
final class SubmissionReader {

    private static final int MAX_LISTENS = 1000;
    private static final int MAX_LISTEN_BYTES = 10_240;

    /** Clocks differ. */
    private static final long SKEW_SECONDS = 300;

    /** A listen with a longer text is too large. */
    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxStringLength(MAX_LISTEN_BYTES).build();

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectReader LISTEN =
            JSON.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final long now;
    private final boolean isClockBehind;

    /**
     * A reader of what comes at a time.
     *
     * @param now nothing is heard after it
     * @param known something that has happened here, null if nothing is known: after now, the clock is behind
     */
    SubmissionReader(Instant now, @Nullable Instant known) {
        this.now = now.getEpochSecond();
        this.isClockBehind = known != null && known.isAfter(now);
    }

    /** Any JSON object. */
    static JsonNode object(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            throw Refused.badRequest("Cannot parse JSON document%s.".formatted(place(e.getLocation())));
        } catch (IOException e) {
            throw Refused.badRequest("Cannot read the JSON document.");
        }
        throw Refused.badRequest("The JSON document must be an object.");
    }

    private static String place(@Nullable JsonLocation place) {
        return place == null ? "" : ": see line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    /** A submission. Its listens are read one by one: beside their words, which are kept, no more than one is in memory. */
    Submission read(byte[] body) {
        SubmissionOutline outline = outline(body);
        ListenType type = type(outline.listenType());
        if (outline.listens() == 0) {
            throw Refused.badRequest("JSON document must contain a payload, a list of listens that is not empty.");
        }
        if (type != ListenType.IMPORT && outline.listens() > 1) {
            throw Refused.badRequest("JSON document of this listen_type must contain exactly one listen.");
        }
        if (outline.listens() > MAX_LISTENS) {
            throw Refused.badRequest("Too many listens: at most %d a request.".formatted(MAX_LISTENS));
        }
        try (JsonParser payload = outline.payload(JSON, body)) {
            return read(type, payload, outline, new LargeListen(JSON, body));
        } catch (StreamConstraintsException e) {
            throw tooLarge();
        } catch (IOException e) {
            throw Refused.badRequest("Cannot read the JSON document.");
        }
    }

    private static SubmissionOutline outline(byte[] body) {
        try {
            return SubmissionOutline.of(JSON, body);
        } catch (JsonProcessingException e) {
            throw Refused.badRequest("Cannot parse JSON document%s.".formatted(place(e.getLocation())));
        } catch (IOException e) {
            throw Refused.badRequest("Cannot read the JSON document.");
        }
    }

    private Submission read(ListenType type, JsonParser payload, SubmissionOutline outline, LargeListen large)
            throws IOException {
        List<ReportedListen> listens = new ArrayList<>();
        long durationSeconds = 0;
        for (Extent extent : outline.extents()) {
            payload.nextToken();
            JsonNode listen = listen(payload, extent, large);
            if (listens.isEmpty()) {
                durationSeconds = ListenReader.durationSeconds(listen);
            }
            long listenedAt = type == ListenType.PLAYING_NOW ? now : listenedAt(listen.path("listened_at"));
            listens.add(ListenReader.read(listen, listenedAt));
        }
        return new Submission(type, listens, durationSeconds);
    }

    private static JsonNode listen(JsonParser payload, Extent extent, LargeListen large) throws IOException {
        if (extent.to() - extent.from() <= MAX_LISTEN_BYTES && extent.from() >= 0) {
            return LISTEN.readTree(payload);
        }
        payload.skipChildren();
        try {
            return large.read(extent.from(), extent.to());
        } catch (IOException e) {
            throw tooLarge();
        }
    }

    private static ListenType type(String word) {
        return switch (word) {
            case "single" -> ListenType.SINGLE;
            case "import" -> ListenType.IMPORT;
            case "playing_now" -> ListenType.PLAYING_NOW;
            default ->
                throw Refused.badRequest("JSON document must have a listen_type: single, import or playing_now.");
        };
    }

    private static RuntimeException tooLarge() {
        return Refused.badRequest(
                "Listen is too large: its names may have %d bytes at most.".formatted(MAX_LISTEN_BYTES));
    }

    private long listenedAt(JsonNode node) {
        long time = node.isTextual() ? ofText(node.textValue()) : ofNumber(node);
        if (time < Listen.MIN_TIME) {
            throw Refused.badRequest(
                    "listened_at must be a time in seconds since 1970, %d or later.".formatted(Listen.MIN_TIME));
        }
        if (time > now + SKEW_SECONDS) {
            // What is refused as wrong, players drop: not for a mistake of ours.
            throw isClockBehind
                    ? Refused.unavailable("The clock of this server is behind: send it again later.")
                    : Refused.badRequest("listened_at is in the future.");
        }
        return time;
    }

    private static long ofText(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    // A double that is no number, or beyond all longs, becomes one that is refused.
    private static long ofNumber(JsonNode node) {
        if (!node.isNumber()) {
            return 0;
        }
        return node.canConvertToLong() ? node.longValue() : node.doubleValue() > 0 ? Long.MAX_VALUE / 2 : 0;
    }
}
