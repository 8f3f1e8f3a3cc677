package org.segue.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which comes first in a date like 12/10/2017. */
public enum DateOrder {
    /** The day. */
    DMY(ImportPhrase.DAY_FIRST),
    /** The month. */
    MDY(ImportPhrase.MONTH_FIRST);

    private final String word = name().toLowerCase(Locale.ROOT);
    private final ImportPhrase phrase;

    DateOrder(ImportPhrase phrase) {
        this.phrase = phrase;
    }

    /** The word for it in requests. */
    @JsonValue
    public String word() {
        return word;
    }

    /** What it means, as in “dates with the day first”. */
    public ImportPhrase phrase() {
        return phrase;
    }

    /** The order of a word. */
    @JsonCreator
    public static DateOrder of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The order of a word, null if it is none. */
    public static @Nullable DateOrder orNull(@Nullable String word) {
        for (DateOrder order : values()) {
            if (order.word.equals(word)) {
                return order;
            }
        }
        return null;
    }
}
