package org.segue.people.outcomes;

import java.util.OptionalInt;

/**
 * What became of some songs.
 *
 * @param songs those of which it is known: their days are over
 * @param played how many of these were played within their days
 * @param waiting further songs, whose days go on
 * @param waitingPlayed how many of these have been played so far
 */
public record Outcome(int songs, int played, int waiting, int waitingPlayed) {

    /** Of fewer songs a share says nothing. */
    public static final int MIN_SONGS = 20;

    /** How many of a hundred songs were played; nothing of fewer than {@value #MIN_SONGS}. */
    public OptionalInt percent() {
        return isEnough() ? OptionalInt.of(share()) : OptionalInt.empty();
    }

    /** Whether the songs are enough for a share to say something. */
    public boolean isEnough() {
        return songs >= MIN_SONGS;
    }

    /** How many of a hundred songs were played, however few songs there are. */
    public int share() {
        return songs == 0 ? 0 : Math.round(100f * played / songs);
    }

    Outcome with(boolean isOver, boolean isPlayed) {
        int one = isPlayed ? 1 : 0;
        return isOver
                ? new Outcome(songs + 1, played + one, waiting, waitingPlayed)
                : new Outcome(songs, played, waiting + 1, waitingPlayed + one);
    }
}
