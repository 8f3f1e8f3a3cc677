package org.segue.listens;

/**
 * All dated plays of one user in the order of their times; each play once. Immutable by agreement, safe for any thread.
 *
 * @param times epoch seconds, ascending
 * @param songs key of the song that was played, at the place of its time
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record PlayLog(long[] times, int[] songs) {

    /** Number of plays. */
    public int size() {
        return times.length;
    }
}
