package org.segue.storage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the disk takes what is written. */
public enum Writes {
    /** It does, as far as is known. */
    ACCEPTED,
    /** It does not: it is full or read-only. Reading goes on. */
    REFUSED;

    /** The word for it in JSON and in the answers about health. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
