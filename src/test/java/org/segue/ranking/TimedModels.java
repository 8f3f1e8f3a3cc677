package org.segue.ranking;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.segue.interactions.Bans;
import org.segue.interactions.Preferences;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Neighbors;
import org.segue.model.Recency;
import org.segue.model.Recency.Moment;
import org.segue.testsupport.FactorModels;

/** Models with neighbors, and histories with times. */
final class TimedModels {

    static final long NOW = 1_700_000_000L;

    private TimedModels() {}

    /** A random model whose songs age in an hour; every song has up to five neighbors. */
    static FactorModel random(int songs, double weight, long seed) {
        Random random = new Random(seed);
        int[] start = new int[songs + 1];
        int[] rows = new int[5 * songs];
        int size = 0;
        for (int song = 0; song < songs; song++) {
            TreeSet<Integer> chosen = new TreeSet<>();
            for (int k = 0; k < 5; k++) {
                chosen.add(random.nextInt(songs));
            }
            chosen.remove(song);
            for (int neighbor : chosen) {
                rows[size++] = neighbor;
            }
            start[song + 1] = size;
        }
        float[] values = new float[size];
        float[] fresh = new float[size];
        for (int k = 0; k < size; k++) {
            values[k] = random.nextFloat();
            fresh[k] = random.nextFloat();
        }
        Recency recency = new Recency(3600, new Moment(600, weight, 1), new Moment(1800, weight, 0), 0.1, true);
        return FactorModels.random(FactorModels.implicit(8), songs, seed)
                .with(recency, new Neighbors(start, Arrays.copyOf(rows, size), values, fresh));
    }

    /** Songs 10, 20, … of which some are heard, at times of the last day, or at none. */
    static UserHistory history(int songs, int heard, long seed) {
        Random random = new Random(seed);
        TreeSet<Integer> chosen = new TreeSet<>();
        while (chosen.size() < heard) {
            chosen.add(10 * (1 + random.nextInt(songs)));
        }
        int[] songIds = chosen.stream().mapToInt(Integer::intValue).toArray();
        float[] plays = new float[heard];
        Arrays.fill(plays, 1);
        long[] times = new long[heard];
        Arrays.setAll(times, k -> random.nextInt(5) == 0 ? 0 : NOW - random.nextInt(20_000));
        return of(songIds, plays, times);
    }

    static UserHistory of(int[] songIds, float[] plays, long... times) {
        return new UserHistory(77, songIds, plays, times, Preferences.NONE, Bans.NONE);
    }
}
