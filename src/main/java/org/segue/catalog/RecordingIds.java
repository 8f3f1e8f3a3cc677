package org.segue.catalog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the world calls a recording.
 *
 * @param mbid MusicBrainz recording, null if unknown
 * @param isrc null if unknown
 * @param durationMs its length in milliseconds, null if unknown
 */
public record RecordingIds(
        @Nullable String mbid,
        @Nullable String isrc,
        @Nullable Integer durationMs) {

    /** Of a recording of unknown length. */
    public RecordingIds(@Nullable String mbid, @Nullable String isrc) {
        this(mbid, isrc, null);
    }

    private static final int UUID_LENGTH = 36;
    private static final int ISRC_LENGTH = 12;

    /** Of a song of which no ids are known. */
    public static final RecordingIds NONE = new RecordingIds(null, null);

    /** A MusicBrainz id in lower case, null if the text is none. */
    public static @Nullable String mbid(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() != UUID_LENGTH) {
            return null;
        }
        String id = stripped.toLowerCase(Locale.ROOT);
        return isUuid(id) ? id : null;
    }

    /** An ISRC in upper case without hyphens, null if the text is none. */
    public static @Nullable String isrc(@Nullable String text) {
        String code =
                text == null || text.isEmpty() ? "" : text.replace("-", "").strip();
        if (code.length() != ISRC_LENGTH) {
            return null;
        }
        String upper = code.toUpperCase(Locale.ROOT);
        return isIsrc(upper) ? upper : null;
    }

    /** Whether a text has the form of such an id. */
    static boolean isOne(String text) {
        return mbid(text) != null || isrc(text) != null;
    }

    // Without regular expressions: imports ask for each of millions of rows.
    private static boolean isUuid(String id) {
        if (id.length() != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
            char c = id.charAt(i);
            if (isHyphen ? c != '-' : !(isIn(c, '0', '9') || isIn(c, 'a', 'f'))) {
                return false;
            }
        }
        return true;
    }

    // Two letters of a country, three of a registrant, seven digits.
    private static boolean isIsrc(String code) {
        if (code.length() != ISRC_LENGTH) {
            return false;
        }
        for (int i = 0; i < ISRC_LENGTH; i++) {
            char c = code.charAt(i);
            boolean isFitting = (i >= 2 && isIn(c, '0', '9')) || (i < 5 && isIn(c, 'A', 'Z'));
            if (!isFitting) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(char c, char first, char last) {
        return c >= first && c <= last;
    }
}
