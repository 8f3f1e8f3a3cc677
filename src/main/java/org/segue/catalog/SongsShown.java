package org.segue.catalog;

import java.time.Instant;
import java.util.List;

/**
 * An event: songs were recommended to a listener, on a list that was made for the listener or on a page that the listener opened.
 *
 * @param userId database key
 * @param shown what the listener can see; may be empty
 * @param next the next songs of the same ranking, which the listener does not see; empty where they are not known
 * @param at when
 */
public record SongsShown(int userId, List<Ranked> shown, List<Ranked> next, Instant at) {

    /** So many of the next songs are compared with those that are shown. */
    public static final int NEXT = 50;

    /**
     * A song at its place of a ranking.
     *
     * @param songId database key
     * @param rank 1 for the best
     */
    public record Ranked(int songId, int rank) {}

    /** Copies the lists. */
    public SongsShown {
        shown = List.copyOf(shown);
        next = List.copyOf(next);
    }
}
