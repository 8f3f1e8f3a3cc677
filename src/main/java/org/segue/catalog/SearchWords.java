package org.segue.catalog;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody typed, as a question to the full-text index. */
public final class SearchWords {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int MAX_WORDS = 8;

    private SearchWords() {}

    /** Whether there is anything to search for in a text. */
    public static boolean areIn(String typed) {
        return !prefixQuery(typed).isEmpty();
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
