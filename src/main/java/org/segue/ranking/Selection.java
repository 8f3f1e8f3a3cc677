package org.segue.ranking;

import java.util.function.IntPredicate;
import org.segue.interactions.UserHistory;

/**
 * How many songs are wanted, and of which.
 *
 * @param n the most songs to answer with, positive
 * @param excludeHeard whether songs that the user knows, by listening, by a verdict or as a seed, are left out
 * @param allowed whether the song with a given database key may be recommended; called for candidates only
 */
public record Selection(int n, boolean excludeHeard, IntPredicate allowed) {

    /** Checks the range of {@code n}. */
    public Selection {
        if (n < 1) {
            throw new IllegalArgumentException("illegal n: %d, must be positive".formatted(n));
        }
    }

    /** The best {@code n} songs that the user has not heard. */
    public static Selection unheard(int n) {
        return new Selection(n, true, songId -> true);
    }

    /** Whether a song may be recommended to the user with this history. */
    public boolean admits(int songId, UserHistory history) {
        return !(excludeHeard && history.isKnown(songId)) && allowed.test(songId);
    }
}
