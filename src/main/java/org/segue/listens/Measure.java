package org.segue.listens;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the values of a table of interactions mean. */
public enum Measure {
    /** How often a song was played: its logarithm can serve as confidence. */
    PLAYS,
    /** How well a song was liked, on whatever scale: a value to predict, never a confidence. */
    RATINGS;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The measure of a word. */
    @JsonCreator
    public static Measure of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
