package org.segue.interactions;

/**
 * Dated listens of the users of an {@link InteractionMatrix}, in its row and column numbers. Row {@code u} holds the places {@code
 * rowStart[u]} (inclusive) to {@code rowStart[u + 1]} (exclusive), by time, and by song where times are equal.
 *
 * <p>Immutable by agreement: the arrays are shared, nobody writes to them. Safe for any thread. Eight bytes a listen.
 *
 * @param rowStart where each row starts: {@code [users + 1]}, or empty if there is no listen at all
 * @param songIndexes column of each listen: {@code [listens]}
 * @param seconds time of each listen, in seconds from {@link #ORIGIN}: {@code [listens]}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record Listens(int[] rowStart, int[] songIndexes, int[] seconds) {

    /** The start of 2000 in epoch seconds: an int of seconds reaches from 1931 to 2068. */
    public static final long ORIGIN = 946_684_800L;

    /** No time is known. */
    public static final Listens NONE = new Listens(new int[0], new int[0], new int[0]);

    /**
     * Checks that the arrays fit each other.
     *
     * @throws IllegalArgumentException if they do not
     */
    public Listens {
        int end = rowStart.length == 0 ? 0 : rowStart[rowStart.length - 1];
        if (songIndexes.length != seconds.length || end != seconds.length) {
            throw new IllegalArgumentException("illegal listens: %d songs, %d times, last row ends at %d"
                    .formatted(songIndexes.length, seconds.length, end));
        }
    }

    /** Seconds from {@link #ORIGIN} of a moment, or the first or last that can be told. */
    static int secondsOf(long epochSeconds) {
        return (int) Math.max(Integer.MIN_VALUE + 1, Math.min(Integer.MAX_VALUE, epochSeconds - ORIGIN));
    }

    /** Number of listens. */
    public int size() {
        return seconds.length;
    }

    /** Whether no time is known of any listen. */
    public boolean isEmpty() {
        return seconds.length == 0;
    }

    /** The first place of a row. */
    public int from(int row) {
        return rowStart.length == 0 ? 0 : rowStart[row];
    }

    /** The place after the last of a row. */
    public int to(int row) {
        return rowStart.length == 0 ? 0 : rowStart[row + 1];
    }

    /** When the listen at a place began, in epoch seconds. */
    public long at(int place) {
        return ORIGIN + seconds[place];
    }
}
