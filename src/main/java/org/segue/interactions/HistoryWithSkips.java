package org.segue.interactions;

import java.util.Map;

/**
 * What one user's listens and plays come to, whatever the user says of songs: what takes long to read, and what no verdict
 * changes. Immutable by agreement, as {@link UserHistory} is.
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
