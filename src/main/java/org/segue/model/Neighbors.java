package org.segue.model;

/**
 * For each song of a model a few others that go with it, by {@code s ≥ 0}: what has the same listeners and sessions, and what is played
 * next. The neighbors of song {@code i} are the places {@code start[i]} (inclusive) to {@code start[i + 1]} (exclusive).
 *
 * <p>Immutable by agreement: the arrays are shared, nobody writes to them. Safe for any thread. Twelve bytes a neighbor, eight where
 * both similarities are one array.
 *
 * @param start where the neighbors of each song start: {@code [songs + 1]}, or empty if no song has any
 * @param rows row of each neighbor in the model: {@code [neighbors]}
 * @param inSession s while a session goes on: {@code [neighbors]}
 * @param fresh s at the start of a session: {@code [neighbors]}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record Neighbors(int[] start, int[] rows, float[] inSession, float[] fresh) {

    /** The most neighbors of a song. */
    public static final int MAX = 30;

    /** No song has any. */
    public static final Neighbors NONE = new Neighbors(new int[0], new int[0], new float[0], new float[0]);

    /**
     * Checks that the arrays fit each other, and what is in them.
     *
     * @throws IllegalArgumentException if they do not, a neighbor is out of range or the song itself, or an s is not a number or below 0
     */
    public Neighbors {
        int songs = Math.max(0, start.length - 1);
        int end = start.length == 0 ? 0 : start[songs];
        if (rows.length != end || inSession.length != end || fresh.length != end) {
            throw new IllegalArgumentException("illegal neighbors: %d rows, %d and %d values, the last song's end at %d"
                    .formatted(rows.length, inSession.length, fresh.length, end));
        }
        require(songs == 0 || start[0] == 0, "the first song's do not start at 0");
        for (int song = 0; song < songs; song++) {
            int count = start[song + 1] - start[song];
            require(count >= 0 && count <= MAX && start[song + 1] <= end, "a song has fewer than none, or too many");
            for (int k = start[song]; k < start[song + 1]; k++) {
                require(rows[k] >= 0 && rows[k] < songs && rows[k] != song, "a row is out of range or the song's own");
            }
        }
        for (int k = 0; k < end; k++) {
            require(isSimilarity(inSession[k]) && isSimilarity(fresh[k]), "a value is not a number or below 0");
        }
    }

    private static boolean isSimilarity(float value) {
        return value >= 0 && value < Float.POSITIVE_INFINITY;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("illegal neighbors: " + otherwise);
        }
    }

    /** Whether no song has any. */
    public boolean isEmpty() {
        return rows.length == 0;
    }

    /** s at a time. */
    public float[] similarities(boolean isFresh) {
        return isFresh ? fresh : inSession;
    }
}
