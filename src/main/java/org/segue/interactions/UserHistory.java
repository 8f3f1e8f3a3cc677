package org.segue.interactions;

import java.util.Arrays;

/**
 * What is known of one user's listening at one moment. Immutable by agreement: the arrays are shared, nobody writes to
 * them. Safe for any thread.
 *
 * <p>Songs are database keys, ascending, none twice; values are plays (or ratings) of the song at the same place.
 */
public final class UserHistory {

    private final int userId;
    private final int[] songIds;
    private final float[] values;
    private final long fingerprint;

    /**
     * Takes the arrays as they are.
     *
     * @param userId key of the user, 0 for someone without an account
     * @param songIds keys of the songs, ascending
     * @param values plays or rating of each song
     */
    public UserHistory(int userId, int[] songIds, float[] values) {
        if (songIds.length != values.length) {
            throw new IllegalArgumentException(
                    "illegal history: %d songs, %d values".formatted(songIds.length, values.length));
        }
        this.userId = userId;
        this.songIds = songIds;
        this.values = values;
        this.fingerprint = fingerprint(songIds, values);
    }

    /** Key of the user, 0 for someone without an account. */
    public int userId() {
        return userId;
    }

    /** Keys of the songs, ascending. */
    public int[] songIds() {
        return songIds;
    }

    /** Plays or rating of each song. */
    public float[] values() {
        return values;
    }

    /** Number of songs. */
    public int size() {
        return songIds.length;
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return songIds.length == 0;
    }

    /** Whether the user has heard the song. */
    public boolean contains(int songId) {
        return Arrays.binarySearch(songIds, songId) >= 0;
    }

    /**
     * A 64-bit hash of songs and values (FNV-1a over their bits): a model remembers it for each user, so that an answer
     * can tell whether the model has seen exactly this history.
     */
    public long fingerprint() {
        return fingerprint;
    }

    private static long fingerprint(int[] songIds, float[] values) {
        long hash = 0xcbf29ce484222325L;
        for (int k = 0; k < songIds.length; k++) {
            hash = (hash ^ songIds[k]) * 0x100000001b3L;
            hash = (hash ^ Float.floatToIntBits(values[k])) * 0x100000001b3L;
        }
        return hash;
    }
}
