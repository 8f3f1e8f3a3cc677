package org.segue.protocols.audiomuse;

import org.jspecify.annotations.Nullable;

/** Numbers as AudioMuse-AI reads them: what is none, or out of range, is no mistake. */
final class Amount {

    /** The most that any answer has. */
    static final int MAX = 500;

    /** What the OpenAPI document says of them. */
    static final String WORDS = "A number from 1 to 500; others are brought into this range";

    private Amount() {}

    /** A number brought between 1 and {@value #MAX}; the usual one if it is missing or none. */
    static int of(@Nullable String typed, int usual) {
        return of(typed, usual, 1, MAX);
    }

    /** A number brought into a range; the usual one if it is missing or none. */
    static int of(@Nullable String typed, int usual, int least, int most) {
        try {
            long number = typed == null ? usual : Long.parseLong(typed.strip());
            return (int) Math.max(least, Math.min(most, number));
        } catch (NumberFormatException e) {
            return usual;
        }
    }
}
