package org.segue.interactions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A split of interactions into a training part and songs held out to test on.
 *
 * <p>Users with fewer than {@value #MIN_SONGS} songs are trained on only. Of the others {@code max(1, ⌊0.2 n⌋)} songs are
 * held out: those that the user came to last where the times of first listens are known, which is what a recommender is
 * asked for, else random ones. A held-out song that no user of the training part has heard could not be recommended by anyone and is dropped;
 * a user without any other is then not tested on.
 *
 * <p>Which songs a user loses depends on the seed, the user's key and the user's songs alone: adding or leaving out other
 * users changes nothing.
 *
 * @param training what may be learned from: all users, and the songs that still occur
 * @param tests the users to test on, by ascending key, each with the held-out songs
 * @param droppedInteractions number of interactions that are in neither part
 * @param order how the songs held out were chosen
 */
public record HoldOut(InteractionMatrix training, List<UserHistory> tests, int droppedInteractions, Order order) {

    /** Which songs of a user are held out. */
    public enum Order {
        /** Any. */
        RANDOM,
        /** Those first heard last; songs without a time come before all others, in random order. */
        LATEST
    }

    /** Users with fewer songs are not tested on. */
    public static final int MIN_SONGS = 5;

    /** The part of a user's songs that is held out. */
    public static final double FRACTION = 0.2;

    /** Takes the list as it is at this moment. */
    public HoldOut {
        tests = List.copyOf(tests);
    }

    /**
     * Holds out the latest songs if a time is known of at least half the interactions, else random ones.
     *
     * @param interactions all there is
     * @param seed where random choices start
     */
    public static HoldOut of(InteractionMatrix interactions, long seed) {
        long timed = Arrays.stream(interactions.firstHeard())
                .filter(time -> time != 0)
                .count();
        boolean enough = timed > 0 && 2 * timed >= interactions.interactions();
        return enough ? latest(interactions, seed) : random(interactions, seed);
    }

    /**
     * Holds out songs at random.
     *
     * @param interactions all there is
     * @param seed where the random choice starts
     */
    public static HoldOut random(InteractionMatrix interactions, long seed) {
        return split(interactions, Order.RANDOM, seed);
    }

    /**
     * Holds out the songs that each user heard first last.
     *
     * @param interactions all there is
     * @param seed where the random choice among songs of the same minute starts
     */
    public static HoldOut latest(InteractionMatrix interactions, long seed) {
        return split(interactions, Order.LATEST, seed);
    }

    private static HoldOut split(InteractionMatrix interactions, Order order, long seed) {
        boolean[] heldOut = new boolean[interactions.interactions()];
        for (int u = 0; u < interactions.users(); u++) {
            int songs = interactions.rowLength(u);
            if (songs >= MIN_SONGS) {
                int[] cells = shuffled(
                        interactions.rowStart()[u], songs, seed, interactions.userIds()[u]);
                if (order == Order.LATEST) {
                    sortLatestFirst(cells, interactions.firstHeard());
                }
                int count = Math.max(1, (int) (FRACTION * songs));
                for (int k = 0; k < count; k++) {
                    heldOut[cells[k]] = true;
                }
            }
        }
        return split(interactions, heldOut, order);
    }

    // Fisher and Yates.
    private static int[] shuffled(int rowStart, int songs, long seed, int userId) {
        SplittableRandom random = new SplittableRandom(mix(seed ^ mix(userId)));
        int[] cells = new int[songs];
        Arrays.setAll(cells, k -> rowStart + k);
        for (int k = 0; k < songs; k++) {
            int other = random.nextInt(k, songs);
            int chosen = cells[other];
            cells[other] = cells[k];
            cells[k] = chosen;
        }
        return cells;
    }

    // Stable: those of the same minute keep their random order.
    private static void sortLatestFirst(int[] cells, int[] firstHeard) {
        int[] before = cells.clone();
        long[] keys = new long[cells.length];
        Arrays.setAll(keys, k -> ((long) -firstHeard[before[k]] << Integer.SIZE) | k);
        Arrays.sort(keys);
        Arrays.setAll(cells, k -> before[(int) keys[k]]);
    }

    // MurmurHash3's finaliser: seeds that lie close must not give shifted copies of one random sequence.
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static HoldOut split(InteractionMatrix all, boolean[] heldOut, Order order) {
        InteractionMatrix training = training(all, heldOut);
        List<UserHistory> tests = new ArrayList<>();
        int tested = 0;
        for (int u = 0; u < all.users(); u++) {
            UserHistory test = test(all, u, heldOut, training);
            if (!test.isEmpty()) {
                tests.add(test);
                tested += test.size();
            }
        }
        int dropped = all.interactions() - training.interactions() - tested;
        return new HoldOut(training, tests, dropped, order);
    }

    private static InteractionMatrix training(InteractionMatrix all, boolean[] heldOut) {
        int[] columnOf = columns(all, heldOut);
        int songs = columnOf[all.songs()];
        int[] songIds = new int[songs];
        int[] rowStart = new int[all.users() + 1];
        int[] songIndexes = new int[all.interactions()];
        float[] values = new float[all.interactions()];
        int[] firstHeard = new int[all.firstHeard().length];
        int count = 0;
        for (int u = 0; u < all.users(); u++) {
            for (int k = all.rowStart()[u]; k < all.rowStart()[u + 1]; k++) {
                if (!heldOut[k]) {
                    int song = all.songIndexes()[k];
                    songIds[columnOf[song]] = all.songIds()[song];
                    songIndexes[count] = columnOf[song];
                    if (firstHeard.length != 0) {
                        firstHeard[count] = all.firstHeard()[k];
                    }
                    values[count++] = all.values()[k];
                }
            }
            rowStart[u + 1] = count;
        }
        return new InteractionMatrix(
                all.userIds(),
                songIds,
                rowStart,
                Arrays.copyOf(songIndexes, count),
                Arrays.copyOf(values, count),
                Arrays.copyOf(firstHeard, Math.min(firstHeard.length, count)));
    }

    /** The new column of each song that still occurs; behind them, their number. */
    private static int[] columns(InteractionMatrix all, boolean[] heldOut) {
        boolean[] occurs = new boolean[all.songs()];
        for (int k = 0; k < heldOut.length; k++) {
            occurs[all.songIndexes()[k]] |= !heldOut[k];
        }
        int[] columnOf = new int[all.songs() + 1];
        for (int i = 0; i < all.songs(); i++) {
            columnOf[i + 1] = columnOf[i] + (occurs[i] ? 1 : 0);
        }
        return columnOf;
    }

    private static UserHistory test(InteractionMatrix all, int u, boolean[] heldOut, InteractionMatrix training) {
        int[] songIds = new int[all.rowLength(u)];
        float[] values = new float[songIds.length];
        int count = 0;
        for (int k = all.rowStart()[u]; k < all.rowStart()[u + 1]; k++) {
            int songId = all.songIds()[all.songIndexes()[k]];
            if (heldOut[k] && training.songIndexOf(songId) >= 0) {
                songIds[count] = songId;
                values[count++] = all.values()[k];
            }
        }
        return new UserHistory(all.userIds()[u], Arrays.copyOf(songIds, count), Arrays.copyOf(values, count));
    }
}
