package org.segue.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The normalization of artist and title up to the eleventh schema. Songs that it told apart, and that were joined or listed
 * when the keys were made anew, go on being found by it.
 */
final class FormerRecordingKey {

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

    private FormerRecordingKey() {}

    /** Key of a recording. */
    static String of(String artist, String title) {
        return artist(artist) + '\t' + title(title);
    }

    private static String artist(String name) {
        return anyText(withoutGuestsAtEnd(name));
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
        return anyText(bare.isBlank() ? title : bare);
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

    private static String anyText(String raw) {
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
