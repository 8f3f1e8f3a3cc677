package org.segue.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as names are compared: without case, accents, width, punctuation and what cannot be seen. */
final class FoldedText {

    /** Accents of the European scripts; the marks of other scripts are vowels and voicing. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

    /** What Unicode lets programs leave out of sight: joiners, marks of direction, fillers, selectors of a variant. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164\\ufe00-\\ufe0f\\uffa0"
                    + "\\x{e0100}-\\x{e01ef}]+");

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    private FoldedText() {}

    /** Whether all characters are of ASCII, and none is DEL. */
    static boolean isAscii(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** The same with characters of the usual width, and without those that cannot be seen. */
    static String visible(String raw) {
        return isAscii(raw) ? raw : Normalizer.normalize(INVISIBLE.matcher(raw).replaceAll(""), Normalizer.Form.NFKC);
    }

    /** Whether there is a letter or a digit. */
    static boolean hasWords(String text) {
        return LETTER_OR_DIGIT.matcher(text).find();
    }

    /** The words of a text; a text without any keeps its signs. Empty only for a text that is blank. */
    static String words(String raw) {
        return isAscii(raw) ? asciiWords(raw) : anyWords(raw);
    }

    /** What {@link #anyWords} makes of a text in which there is nothing to normalize. */
    static String asciiWords(String raw) {
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

    static String anyWords(String raw) {
        String shown = INVISIBLE.matcher(raw).replaceAll("");
        String bare = ACCENTS.matcher(Normalizer.normalize(shown, Normalizer.Form.NFKD))
                .replaceAll("");
        String folded =
                Normalizer.normalize(withoutCase(bare), Normalizer.Form.NFKC).strip();
        String words = hasWords(folded)
                ? NEITHER_LETTER_NOR_DIGIT.matcher(folded).replaceAll(" ").strip()
                : folded;
        return words.isEmpty() ? raw.strip() : words;
    }

    /**
     * Full case folding: what differs in case alone is the same, whatever it becomes (ß and SS; the two sigmas; i with and
     * without a dot).
     */
    private static String withoutCase(String text) {
        String lower = text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        // In lower case an I with a dot is an i and a dot above it; a sigma at the end of a word has a form of its own.
        return ACCENTS.matcher(lower).replaceAll("").replace('ς', 'σ');
    }
}
