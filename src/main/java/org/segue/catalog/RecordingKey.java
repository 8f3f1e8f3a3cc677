package org.segue.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one normalization of artist and title: two spellings of the same recording have the same key.
 *
 * <p>Case, accents, width, punctuation and what cannot be seen do not count, nor guests ("feat. …"), nor the marks of a
 * remaster, an explicit version or a video, nor the name of a channel ("- Topic"). "R.E.M." is REM, "AC/DC" is ACDC, "Beatles,
 * The" is The Beatles, and "&" is and. Live versions, remixes, acoustic and instrumental versions and demos stay recordings
 * of their own. A name of punctuation alone ("!!!") keeps its text.
 */
public final class RecordingKey {

    private static final Pattern DOTTED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])\\p{L}" + "(?:\\.\\p{L}(?![\\p{L}\\p{N}])|\\.\\s\\p{L}(?=\\.)){1,20}\\.?");

    private static final Pattern CAPITALS_AROUND_SLASH =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{1,3}(?:/\\p{Lu}{1,3}){1,9}(?![\\p{L}\\p{N}])");

    /** In a name that somebody typed without any capitals. */
    private static final Pattern LETTERS_AROUND_SLASH =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Ll}{1,2}/\\p{Ll}{1,2}(?![\\p{L}\\p{N}])");

    private static final Pattern ARTICLE_LAST =
            Pattern.compile("(?<name>.*\\S)\\s*,\\s*the\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Version of the normalization: one that makes other keys has a greater one. */
    public static final int VERSION = 1;

    /** A name may have so many characters, in UTF-16; what is beyond does not count. */
    public static final int MAX_NAME_LENGTH = NameText.MAX_LENGTH;

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

    /**
     * Key of what is the same of a song, its live recordings, its remixes and the like: of artist and title without the marks of
     * a version. Null if the title has none, and then it is the key of the recording.
     */
    public static @Nullable String ofWork(String artist, String title) {
        if (!hasBracketOrDash(title)) {
            return null;
        }
        String visible = FoldedText.visible(NameText.cut(title));
        String bare = RecordingMarks.withoutVersion(visible);
        return bare.isBlank() || bare.equals(visible.stripTrailing()) ? null : of(artist, bare);
    }

    private static boolean hasBracketOrDash(String title) {
        for (int i = 1; i < title.length(); i++) {
            if (isMark(title.charAt(i), title.charAt(i - 1)) && "&/.,".indexOf(title.charAt(i)) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Key of an artist's name. */
    public static String artist(String name) {
        String cut = NameText.cut(name);
        if (isPlain(cut) && !endsWithChannel(cut)) {
            return FoldedText.words(cut);
        }
        String visible = FoldedText.visible(decoded(cut));
        return words(cut, visible, RecordingMarks.withoutMarksOfArtist(visible));
    }

    private static String title(String title) {
        String cut = NameText.cut(title);
        if (isPlain(cut)) {
            return FoldedText.words(cut);
        }
        String visible = FoldedText.visible(decoded(cut));
        return words(cut, visible, RecordingMarks.withoutMarksOfTitle(visible));
    }

    private static String words(String raw, String visible, String bare) {
        String named = bare.isBlank() ? visible : bare;
        String words = FoldedText.words(FoldedText.hasWords(named) ? spelt(named) : named);
        return words.isEmpty() ? FoldedText.words(raw) : words;
    }

    private static boolean endsWithChannel(String name) {
        return !name.isEmpty() && (name.charAt(name.length() - 1) | ' ') == 'o';
    }

    // Names are many, and most have nothing that any rule is about.
    private static boolean isPlain(String name) {
        char before = ' ';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > '~' || isMark(c, before)) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean isMark(char c, char before) {
        return switch (c) {
            case '(', '[', '{', '&', '/', ',', '.', '【' -> true;
            case '-', '–', '—' -> before <= ' ';
            case 'f', 'F' -> before <= ' ';
            default -> c > '~';
        };
    }

    // Pages that were copied into tags.
    private static String decoded(String name) {
        return name.indexOf('&') < 0 || name.indexOf(';') < 0
                ? name
                : name.replace("&amp;", "&")
                        .replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&#39;", "'")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">");
    }

    private static String spelt(String name) {
        String spelt = name;
        if (name.indexOf(',') >= 0) {
            Matcher articleLast = ARTICLE_LAST.matcher(name);
            spelt = articleLast.matches() ? "The " + articleLast.group("name") : name;
        }
        if (spelt.indexOf('.') >= 0) {
            spelt = joined(DOTTED, spelt, ".");
        }
        if (spelt.indexOf('/') >= 0) {
            boolean hasCapitals = spelt.chars().anyMatch(Character::isUpperCase);
            spelt = joined(hasCapitals ? CAPITALS_AROUND_SLASH : LETTERS_AROUND_SLASH, spelt, "/");
        }
        return spelt.replace("&", " and ");
    }

    private static String joined(Pattern pattern, String name, String sign) {
        return pattern.matcher(name)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group().replace(sign, "").replace(" ", "") + ' '));
    }
}
