package org.segue.interactions;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a user's taste beside listening, song by song: verdicts and seeds. Immutable by agreement, safe for any
 * thread.
 *
 * <p>A weight above 0 multiplies the confidence in a song, as if it had been heard so often (a song that was not heard counts
 * as heard once); one below 0 says that the song's score should be 0, as firmly as its size.
 *
 * @param songIds database keys, ascending, none twice
 * @param weights of each of them, finite, not 0
 * @param known whether the user knows the song: verdicts on an artist reach songs that the user has perhaps never heard
 * @param now whether it is wanted now, as a seed is: it does not age
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record Preferences(int[] songIds, float[] weights, boolean[] known, boolean[] now) {

    /** A loved song, or a seed of weight 1, counts like so many songs heard. Chosen by hand, not measured. */
    public static final float LOVE = 5;

    /** A disliked song is pulled to 0 with the weight of so many songs heard. Chosen by hand, not measured. */
    public static final float DISLIKE = -5;

    /**
     * A song that was broken off at once is pulled to 0 with half the weight of a song heard once: somebody who skips may have
     * been in another mood, so it says less than a listen; but more than nothing at all, which weighs some hundredths. Chosen
     * by hand, not measured.
     */
    public static final float SKIP = -0.5f;

    /** However often a song was skipped, that says less than a dislike in words. */
    public static final float MAX_SKIPS = -2;

    /** None. */
    public static final Preferences NONE = new Preferences(new int[0], new float[0], new boolean[0], new boolean[0]);

    /**
     * One preference.
     *
     * @param weight above 0 for more, below 0 for less
     * @param known whether the user knows the song
     * @param now whether it is wanted now: it does not age
     */
    public record Preference(float weight, boolean known, boolean now) {

        /** One that ages as listens do. */
        public Preference(float weight, boolean known) {
            this(weight, known, false);
        }
    }

    /** What it weighs that a song was broken off so many times more than it was heard. */
    static float ofSkips(int skips) {
        return Math.max(MAX_SKIPS, skips * SKIP);
    }

    /** Sorts them by song. */
    public static Preferences of(Map<Integer, Preference> bySong) {
        SortedMap<Integer, Preference> sorted = new TreeMap<>(bySong);
        Preferences preferences = new Preferences(
                new int[sorted.size()],
                new float[sorted.size()],
                new boolean[sorted.size()],
                new boolean[sorted.size()]);
        int k = 0;
        for (Map.Entry<Integer, Preference> entry : sorted.entrySet()) {
            preferences.songIds[k] = entry.getKey();
            preferences.weights[k] = entry.getValue().weight();
            preferences.now[k] = entry.getValue().now();
            preferences.known[k++] = entry.getValue().known();
        }
        return preferences;
    }

    /** The same by song, to change. */
    public Map<Integer, Preference> bySong() {
        Map<Integer, Preference> bySong = new TreeMap<>();
        for (int k = 0; k < songIds.length; k++) {
            bySong.put(songIds[k], new Preference(weights[k], known[k], now[k]));
        }
        return bySong;
    }

    /** Number of songs. */
    public int size() {
        return songIds.length;
    }

    /** The weight of a song, 0 if there is no preference for it. */
    public float weightOf(int songId) {
        int place = Arrays.binarySearch(songIds, songId);
        return place < 0 ? 0 : weights[place];
    }

    /** Whether a preference tells that the user knows the song. */
    public boolean isKnown(int songId) {
        int place = Arrays.binarySearch(songIds, songId);
        return place >= 0 && known[place];
    }
}
