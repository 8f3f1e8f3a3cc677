package org.segue.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one normalisation of artist and title: two spellings of the same recording have the same key.
 *
 * <p>Case, accents, width and punctuation do not count, nor guests ("feat. …"), nor the marks of a remaster or an
 * explicit version. Live versions and remixes stay recordings of their own. A name of punctuation alone ("!!!") keeps its
 * text.
 */
public final class RecordingKey {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern GUESTS_IN_BRACKETS =
            Pattern.compile("[(\\[](?:feat|ft|featuring|with)\\b[^)\\]]{0,200}[)\\]]", Pattern.CASE_INSENSITIVE);
    private static final Pattern GUESTS_AT_END =
            Pattern.compile("\\s(?:feat\\.|ft\\.|featuring\\s|feat\\s).{0,200}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION_IN_BRACKETS = Pattern.compile(
            "[(\\[](?:[^)\\]]{0,40}\\bremaster(?:ed)?\\b[^)\\]]{0,40}|explicit(?: version)?|clean(?: version)?)[)\\]]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION_AT_END = Pattern.compile(
            "\\s[-–]\\s(?:[^-–]{0,40}\\bremaster(?:ed)?\\b[^-–]{0,40}|explicit(?: version)?)$",
            Pattern.CASE_INSENSITIVE);

    private RecordingKey() {}

    /** Key of a recording. */
    public static String of(String artist, String title) {
        return artist(artist) + '\t' + title(title);
    }

    /** Key of an artist's name. */
    public static String artist(String name) {
        return text(GUESTS_AT_END.matcher(name).replaceAll(""));
    }

    private static String title(String title) {
        String bare = GUESTS_IN_BRACKETS.matcher(title).replaceAll("");
        bare = VERSION_IN_BRACKETS.matcher(bare).replaceAll("");
        bare = VERSION_AT_END.matcher(bare).replaceAll("");
        bare = GUESTS_AT_END.matcher(bare).replaceAll("");
        return text(bare.isBlank() ? title : bare);
    }

    private static String text(String raw) {
        String decomposed = Normalizer.normalize(raw, Normalizer.Form.NFKD);
        String lower = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        String words = NEITHER_LETTER_NOR_DIGIT.matcher(lower).replaceAll(" ").strip();
        return words.isEmpty() ? lower.strip() : words;
    }
}
