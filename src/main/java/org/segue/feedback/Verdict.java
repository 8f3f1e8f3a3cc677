package org.segue.feedback;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a user says of a song or an artist. */
public enum Verdict {
    /** More like this. */
    LOVE,
    /** Less like this. */
    DISLIKE,
    /** Never this, or not before a time; says nothing of what is like it. */
    BAN;

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The verdict of a word.
     *
     * @throws IllegalArgumentException if it is none
     */
    @JsonCreator
    public static Verdict of(String word) {
        for (Verdict verdict : values()) {
            if (verdict.word().equals(word)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("`verdict` is one of love, dislike, ban");
    }
}
