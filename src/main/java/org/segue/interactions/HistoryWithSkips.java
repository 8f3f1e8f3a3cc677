package org.segue.interactions;

import java.util.Map;

/**
 * A user's history without feedback, and the songs that the user skips: the part that takes long to read and that feedback does
 * not change. Immutable by agreement, as {@link UserHistory} is.
 *
 * @param history songs, plays and when each was last heard; without preferences and bans
 * @param skips how many times more often songs were broken off than heard, by database key; above 0
 */
record HistoryWithSkips(UserHistory history, Map<Integer, Integer> skips) {

    /** Copies the map. */
    HistoryWithSkips {
        skips = Map.copyOf(skips);
    }

    /** Number of cells, as a measure of memory. */
    int size() {
        return history.size() + skips.size();
    }
}
