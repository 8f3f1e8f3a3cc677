package org.segue.catalog;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody typed, as a question to the full-text index. */
public final class SearchWords {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int MAX_WORDS = 8;

    private SearchWords() {}

    /** Whether there is anything to search for in a text. */
    public static boolean areIn(String typed) {
        return !typed.isBlank();
    }

    /** Whether a text has no letters and digits, and is not blank: then names are sought that are the same. */
    static boolean areSigns(String typed) {
        return signs(typed) != null;
    }

    /** What a name without letters and digits is found by, whole; null for others, and for one that is blank. */
    static @Nullable String signs(String name) {
        return name.isBlank() || FoldedText.hasWords(name) ? null : FoldedText.words(name);
    }

    /** A query that matches rows with a word that starts like each word typed; empty if none was typed. */
    static String prefixQuery(String typed) {
        return Arrays.stream(NEITHER_LETTER_NOR_DIGIT.split(typed))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .map(word -> '"' + word + "\"*")
                .collect(Collectors.joining(" "));
    }
}
