package org.segue.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of one song or artist.
 *
 * @param subject which of the two it is about
 * @param key database key of the song or artist
 * @param verdict what is said
 * @param until when a ban ends, to the second; null for one that does not end and for other verdicts
 */
public record Feedback(
        Subject subject, int key, Verdict verdict, @Nullable Instant until) {

    /**
     * Checks that only a ban ends.
     *
     * @throws IllegalArgumentException if another verdict has an end
     */
    public Feedback {
        if (until != null && verdict != Verdict.BAN) {
            throw new IllegalArgumentException("illegal until: %s, only a ban ends".formatted(until));
        }
    }
}
