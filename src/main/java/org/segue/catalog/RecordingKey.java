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
