package org.segue.interactions;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.segue.interactions.Preferences.Preference;

/**
 * What is known of one user's listening and taste at one moment. Immutable by agreement: the arrays are shared, nobody
 * writes to them. Safe for any thread.
 *
 * <p>Songs are database keys, ascending, none twice; values are plays (or ratings) of the song at the same place.
 */
public final class UserHistory {

    private final int userId;
    private final int[] songIds;
    private final float[] values;
    private final long[] lastHeard;
    private final Preferences preferences;
    private final Bans bans;

    /** Made when it is asked for, which takes as long as a copy; 0 before. */
    private volatile long fingerprint;

    /**
     * Takes the arrays as they are; nobody has said anything, and when the songs were heard is unknown.
     *
     * @param userId key of the user, 0 for someone without an account
     * @param songIds keys of the songs, ascending
     * @param values plays or rating of each song
     */
    public UserHistory(int userId, int[] songIds, float[] values) {
        this(userId, songIds, values, new long[0], Preferences.NONE, Bans.NONE);
    }

    /**
     * Takes the arrays as they are.
     *
     * @param userId key of the user, 0 for someone without an account
     * @param songIds keys of the songs, ascending
     * @param values plays or rating of each song
     * @param lastHeard epoch seconds of the last listen of each song, 0 if no time is known; empty if none is known at all
     * @param preferences what the user says of songs
     * @param bans what the user does not want to be offered
     */
    public UserHistory(
            int userId, int[] songIds, float[] values, long[] lastHeard, Preferences preferences, Bans bans) {
        if (songIds.length != values.length) {
            throw new IllegalArgumentException(
                    "illegal history: %d songs, %d values".formatted(songIds.length, values.length));
        }
        if (lastHeard.length != 0 && lastHeard.length != songIds.length) {
            throw new IllegalArgumentException(
                    "illegal history: %d songs, %d times".formatted(songIds.length, lastHeard.length));
        }
        this.userId = userId;
        this.songIds = songIds;
        this.values = values;
        this.lastHeard = lastHeard;
        this.preferences = preferences;
        this.bans = bans;
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

    /** What the user says of songs. */
    public Preferences preferences() {
        return preferences;
    }

    /** What the user does not want to be offered. */
    public Bans bans() {
        return bans;
    }

    /** Number of songs heard. */
    public int size() {
        return songIds.length;
    }

    /** Whether no song is known to have been heard. */
    public boolean isEmpty() {
        return songIds.length == 0;
    }

    /** Whether the user has heard the song. */
    public boolean contains(int songId) {
        return Arrays.binarySearch(songIds, songId) >= 0;
    }

    /** Whether the user knows the song: has heard it, judged it or named it as a seed. */
    public boolean isKnown(int songId) {
        return contains(songId) || preferences.isKnown(songId);
    }

    /**
     * When the user last heard a song: epoch seconds, 0 if that is unknown or never. Play counts come without a time: a song
     * of which nothing but these is known counts as heard long ago.
     */
    public long lastHeard(int songId) {
        int place = lastHeard.length == 0 ? -1 : Arrays.binarySearch(songIds, songId);
        return place < 0 ? 0 : lastHeard[place];
    }

    /**
     * When the user heard a song last: epoch seconds, 0 if no time is known.
     *
     * @param counted which songs, by database key, are looked at
     */
    public long latest(IntPredicate counted) {
        long latest = 0;
        for (int k = 0; k < lastHeard.length; k++) {
            if (lastHeard[k] > latest && counted.test(songIds[k])) {
                latest = lastHeard[k];
            }
        }
        return latest;
    }

    /** The same songs and times with what the user says of songs, and without what was said before. */
    UserHistory withTaste(Preferences said, Bans unwanted) {
        return new UserHistory(userId, songIds, values, lastHeard, said, unwanted);
    }

    /** Epoch seconds of the last listen of each song, 0 if no time is known; empty if none is known at all. Shared, not to be written to. */
    long[] lastHeard() {
        return lastHeard;
    }

    /**
     * The same with seeds: songs that the user names as what is wanted now. A seed adds {@link Preferences#LOVE} times its weight
     * to the weight that the song has; a dislike of it does not count then.
     *
     * @param seeds weights by database key, positive
     */
    public UserHistory withSeeds(Map<Integer, Float> seeds) {
        Map<Integer, Preference> bySong = preferences.bySong();
        seeds.forEach((songId, weight) ->
                bySong.put(songId, new Preference(Preferences.LOVE * weight + weightWithoutSeed(songId), true, true)));
        return new UserHistory(userId, songIds, values, lastHeard, Preferences.of(bySong), bans);
    }

    /**
     * The same with further listens: a song that was not heard counts as heard once, of one that was only the time changes.
     *
     * @param heardAt epoch seconds by database key
     */
    public UserHistory withListens(Map<Integer, Long> heardAt) {
        int[] further =
                heardAt.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        int added =
                (int) Arrays.stream(further).filter(songId -> !contains(songId)).count();
        int[] songs = new int[songIds.length + added];
        float[] plays = new float[songs.length];
        long[] times = new long[songs.length];
        int old = 0;
        int next = 0;
        for (int k = 0; k < songs.length; k++) {
            boolean isNew = old == songIds.length || (next < further.length && further[next] < songIds[old]);
            boolean isFurther = next < further.length && (isNew || further[next] == songIds[old]);
            songs[k] = isNew ? further[next] : songIds[old];
            plays[k] = isNew ? 1 : values[old];
            times[k] = isFurther ? heardAt.getOrDefault(further[next], 0L) : lastHeardAt(old);
            old += isNew ? 0 : 1;
            next += isFurther ? 1 : 0;
        }
        return new UserHistory(userId, songs, plays, times, preferences, bans);
    }

    private float weightWithoutSeed(int songId) {
        float weight = preferences.weightOf(songId);
        return weight == 0 && contains(songId) ? 1 : Math.max(weight, 0);
    }

    /** The same without what listening to some songs, or judging them, says of the user's taste. */
    public UserHistory without(Set<Integer> influences) {
        int[] songs = new int[songIds.length];
        float[] valuesLeft = new float[songIds.length];
        long[] times = new long[lastHeard.length];
        int count = 0;
        for (int k = 0; k < songIds.length; k++) {
            if (!influences.contains(songIds[k])) {
                songs[count] = songIds[k];
                if (times.length > 0) {
                    times[count] = lastHeard[k];
                }
                valuesLeft[count++] = values[k];
            }
        }
        Map<Integer, Preference> bySong = preferences.bySong();
        bySong.keySet().removeAll(influences);
        return new UserHistory(
                userId,
                Arrays.copyOf(songs, count),
                Arrays.copyOf(valuesLeft, count),
                Arrays.copyOf(times, Math.min(count, times.length)),
                Preferences.of(bySong),
                bans);
    }

    /**
     * A 64-bit hash of songs, values and preferences (FNV-1a over their bits): a model remembers it for each user, so that an
     * answer can tell whether the model has seen exactly this. Bans are no part of it: they say what not to offer, and
     * nothing of the user's taste.
     */
    public long fingerprint() {
        long known = fingerprint;
        if (known == 0) {
            known = fingerprint(songIds, values, preferences);
            fingerprint = known;
        }
        return known;
    }

    /** The same with when songs were last heard, for models to which that matters; without any time it is the same. */
    public long datedFingerprint() {
        long hash = fingerprint();
        for (long time : lastHeard) {
            hash = (hash ^ time) * 0x100000001b3L;
        }
        return hash;
    }

    /** When the song at a place was last heard, epoch seconds; 0 if that is unknown. */
    public long lastHeardAt(int place) {
        return lastHeard.length == 0 ? 0 : lastHeard[place];
    }

    private static long fingerprint(int[] songIds, float[] values, Preferences preferences) {
        long hash = 0xcbf29ce484222325L;
        for (int k = 0; k < songIds.length; k++) {
            hash = (hash ^ songIds[k]) * 0x100000001b3L;
            hash = (hash ^ Float.floatToIntBits(values[k])) * 0x100000001b3L;
        }
        for (int k = 0; k < preferences.size(); k++) {
            // Apart from songs heard: the same numbers there must not come to the same hash.
            hash = (hash ^ ~preferences.songIds()[k]) * 0x100000001b3L;
            hash = (hash ^ Float.floatToIntBits(preferences.weights()[k])) * 0x100000001b3L;
        }
        return hash;
    }
}
