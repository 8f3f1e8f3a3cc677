package org.segue.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The one normalization of artist and title: two spellings of the same recording have the same key.
 *
 * <p>Case, accents, width and punctuation do not count, nor guests ("feat. …"), nor the marks of a remaster or an
 * explicit version. Live versions and remixes stay recordings of their own. A name of punctuation alone ("!!!") keeps its
 * text.
 */
public final class RecordingKey {

    /** Accents of the European scripts and variants of emoji; the marks of other scripts are vowels and voicing. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f\\ufe00-\\ufe0f]+");

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern GUESTS_IN_BRACKETS =
            Pattern.compile("[(\\[](?:feat|ft|featuring|with)\\b[^)\\]]{0,200}[)\\]]", Pattern.CASE_INSENSITIVE);
    private static final Pattern GUESTS_AT_END =
            Pattern.compile("\\s(?:feat\\.|ft\\.|featuring\\s|feat\\s).{0,200}$", Pattern.CASE_INSENSITIVE);
    /** What a remaster may be of without being the same recording. */
    private static final String NOT_LIVE = "(?![^)\\]]{0,60}\\b(?:live|remix|acoustic|demo|instrumental)\\b)";

    private static final Pattern VERSION_IN_BRACKETS = Pattern.compile(
            "[(\\[]" + NOT_LIVE
                    + "(?:[^)\\]]{0,40}\\bremaster(?:ed)?\\b[^)\\]]{0,40}|explicit(?: version)?|clean(?: version)?)[)\\]]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION_AT_END = Pattern.compile(
            "\\s[-–]\\s" + NOT_LIVE + "(?:[^-–]{0,40}\\bremaster(?:ed)?\\b[^-–]{0,40}|explicit(?: version)?)$",
            Pattern.CASE_INSENSITIVE);

    /** Made for Segue once: ids made in it are nobody else's. */
    private static final UUID NAMESPACE = UUID.fromString("5f0cde1c-7f3c-4a0b-9a52-6a1d3c9f2b47");

    private static final int VERSION_5 = 0x50;
    private static final int VARIANT = 0x80;

    private RecordingKey() {}

    /** Key of a recording. */
    public static String of(String artist, String title) {
        return artist(artist) + '\t' + title(title);
    }

    /** Players' id of a recording by its words, the MSID: the same for all that have the same key. */
    public static String msid(String artist, String title) {
        return msidOf(of(artist, title));
    }

    /** Players' id of a key, the MSID: a UUID of version 5 (RFC 9562). */
    public static String msidOf(String recordingKey) {
        byte[] name = recordingKey.getBytes(StandardCharsets.UTF_8);
        ByteBuffer named = ByteBuffer.allocate(16 + name.length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(name);
        byte[] hash = sha1(named.array());
        hash[6] = (byte) ((hash[6] & 0x0f) | VERSION_5);
        hash[8] = (byte) ((hash[8] & 0x3f) | VARIANT);
        ByteBuffer id = ByteBuffer.wrap(hash);
        return new UUID(id.getLong(), id.getLong()).toString();
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-1", e);
        }
    }

    /** Key of an artist's name. */
    public static String artist(String name) {
        return text(withoutGuestsAtEnd(name));
    }

    // A pattern is sought only where a character is without which it is nowhere: names are many, and most have none.
    private static String title(String title) {
        String bare = title;
        if (has(title, '(') || has(title, '[')) {
            bare = GUESTS_IN_BRACKETS.matcher(bare).replaceAll("");
            bare = VERSION_IN_BRACKETS.matcher(bare).replaceAll("");
        }
        if (has(title, '-') || has(title, '–')) {
            bare = VERSION_AT_END.matcher(bare).replaceAll("");
        }
        bare = withoutGuestsAtEnd(bare);
        return text(bare.isBlank() ? title : bare);
    }

    private static boolean has(String text, char wanted) {
        return text.indexOf(wanted) >= 0;
    }

    private static String withoutGuestsAtEnd(String name) {
        for (int i = 1; i < name.length(); i++) {
            boolean mayBeGuest = (name.charAt(i) == 'f' || name.charAt(i) == 'F') && name.charAt(i - 1) <= ' ';
            if (mayBeGuest) {
                return GUESTS_AT_END.matcher(name).replaceAll("");
            }
        }
        return name;
    }

    private static String text(String raw) {
        return isAscii(raw) ? asciiText(raw) : anyText(raw);
    }

    private static boolean isAscii(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** What {@link #anyText} makes of a text in which there is nothing to normalize. */
    static String asciiText(String raw) {
        StringBuilder words = new StringBuilder(raw.length());
        boolean isGap = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
            if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
                if (isGap && !words.isEmpty()) {
                    words.append(' ');
                }
                words.append(lower);
                isGap = false;
            } else {
                isGap = true;
            }
        }
        return words.isEmpty() ? raw.strip() : words.toString();
    }

    static String anyText(String raw) {
        String bare =
                ACCENTS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKD)).replaceAll("");
        String lower = Normalizer.normalize(bare, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        boolean hasWords = LETTER_OR_DIGIT.matcher(lower).find();
        String words = hasWords
                ? NEITHER_LETTER_NOR_DIGIT.matcher(lower).replaceAll(" ").strip()
                : lower;
        return words.isEmpty() ? raw.strip() : words;
    }
}
