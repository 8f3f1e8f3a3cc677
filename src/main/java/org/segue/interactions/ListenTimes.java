package org.segue.interactions;

import java.util.HashMap;
import java.util.Map;

/** The listens of one user, song by song: when each was last heard, and how often it was broken off. For one thread. */
final class ListenTimes {

    /**
     * Those of one song.
     *
     * @param last epoch seconds of the last play, 0 for none
     * @param skipsBeyondPlays below 0 for a song that was heard more often
     */
    private record Times(long last, int skipsBeyondPlays) {
        Times plus(Times other) {
            return new Times(Math.max(last, other.last), skipsBeyondPlays + other.skipsBeyondPlays);
        }
    }

    private final Map<Integer, Times> bySong = new HashMap<>();
    private boolean isAnySkipped;

    /** Adds what rows under one key say of a song. */
    void add(int songId, long last, int plays, int skips) {
        isAnySkipped |= skips > 0;
        bySong.merge(songId, new Times(last, skips - plays), Times::plus);
    }

    /** When each of some songs was last heard, 0 where that is unknown; empty if nothing is known of any song. */
    long[] lastHeard(int[] songIds) {
        if (bySong.values().stream().allMatch(times -> times.last() == 0)) {
            return new long[0];
        }
        long[] times = new long[songIds.length];
        for (int k = 0; k < times.length; k++) {
            Times ofSong = bySong.get(songIds[k]);
            times[k] = ofSong == null ? 0 : ofSong.last();
        }
        return times;
    }

    /** Whether any song was broken off. */
    boolean isAnySkipped() {
        return isAnySkipped;
    }

    /** How many times more often songs were broken off than heard; those alone of which that is so. */
    Map<Integer, Integer> skipsBeyondPlays() {
        Map<Integer, Integer> skips = new HashMap<>();
        bySong.forEach((songId, times) -> {
            if (times.skipsBeyondPlays() > 0) {
                skips.put(songId, times.skipsBeyondPlays());
            }
        });
        return skips;
    }
}
