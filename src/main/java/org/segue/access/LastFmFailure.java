package org.segue.access;

import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A failure as players of Last.fm's protocols read it.
 *
 * @param code Last.fm's number: players send again after {@value #OFFLINE} and {@value #UNAVAILABLE}, sign in again after
 *     {@value #NO_SESSION}, and give up after others
 * @param message what is wrong, in words
 */
public record LastFmFailure(int code, String message) {

    public static final int NO_SERVICE = 2;
    public static final int NO_METHOD = 3;
    public static final int NOT_AUTHENTICATED = 4;
    public static final int INVALID = 6;
    public static final int FAILED = 8;
    public static final int NO_SESSION = 9;
    public static final int OFFLINE = 11;
    public static final int UNAVAILABLE = 16;
    public static final int TOO_MANY = 29;

    /** Content type of answers in XML. */
    public static final String XML = "text/xml;charset=UTF-8";

    /** Content type of answers in lines. */
    public static final String TEXT = "text/plain;charset=UTF-8";

    private static final Pattern JSON = Pattern.compile("(?:.*&)?format=json(?:&.*)?");

    /** What a status says. */
    public static LastFmFailure ofStatus(int status, String message) {
        return new LastFmFailure(
                switch (status) {
                    case 401, 403 -> NOT_AUTHENTICATED;
                    case 404, 405 -> NO_METHOD;
                    case 429 -> TOO_MANY;
                    case 503 -> UNAVAILABLE;
                    default -> status < 500 ? INVALID : FAILED;
                },
                message);
    }

    /** The status that goes with it. */
    public int status() {
        return switch (code) {
            case NOT_AUTHENTICATED, NO_SESSION -> 403;
            case OFFLINE, UNAVAILABLE -> 503;
            case TOO_MANY -> 429;
            case FAILED -> 500;
            default -> 400;
        };
    }

    /** Whether a query asks for answers in JSON. */
    public static boolean asksForJson(@Nullable String query) {
        return query != null && JSON.matcher(query).matches();
    }

    /** In XML. */
    public String xml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lfm status=\"failed\">\n<error code=\"%d\">%s</error>\n</lfm>\n"
                .formatted(
                        code, message.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** In JSON. */
    public String json() {
        return new JsonObject().put("error", code).put("message", message).encode();
    }

    /** As Audioscrobbler 1.2 has it: players send again later. */
    public String line() {
        return "FAILED " + message.replaceAll("\\s+", " ") + '\n';
    }
}
