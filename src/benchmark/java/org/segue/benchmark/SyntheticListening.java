package org.segue.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.segue.interactions.InteractionMatrix;

/**
 * Listening that looks real enough to train on: few songs are much played and most hardly ever, people have tastes, and some
 * know far more songs than others.
 *
 * <p>Songs belong to {@value #TASTES} tastes and are heard by Zipf's law inside each. A user has a main taste, from which
 * come 60 % of the songs, two more with 15 % each, and takes the rest from the songs of all. How many songs users have is
 * log-normal. Every song has at least one listener, of its own taste.
 */
public final class SyntheticListening {

    /** More than an embedding usually has dimensions, so that tastes have to share them. */
    public static final int TASTES = 256;

    // Between what Zipf said of words (1) and the flatter head of the larger collections of listening.
    private static final double ZIPF_EXPONENT = 0.9;
    private static final double LENGTH_SIGMA = 1;
    private static final int MIN = 5;
    private static final double MAIN = 0.6;
    private static final double OTHER = 0.15;

    private final int users;
    private final int songs;
    private final SplittableRandom random;
    private final int[] columnOf;

    private SyntheticListening(int users, int songs, long seed) {
        if (users < TASTES || users % TASTES != 0) {
            throw new IllegalArgumentException("illegal users: %d, must be a multiple of %d".formatted(users, TASTES));
        }
        this.users = users;
        this.songs = songs;
        this.random = new SplittableRandom(seed);
        this.columnOf = shuffled(songs);
    }

    /**
     * Makes interactions; the same arguments make the same.
     *
     * @param users a multiple of {@value #TASTES}
     * @param songs number of songs; each has a listener, keys are 1 to {@code songs}
     * @param cells about how many interactions; rows are drawn until they hold so many, 20 % fewer at worst
     * @param seed where every random choice starts
     */
    public static InteractionMatrix of(int users, int songs, int cells, long seed) {
        return new SyntheticListening(users, songs, seed).matrix(cells);
    }

    /**
     * Makes what further users of the same tastes play, in the order of play: keys of songs, again and again the same ones.
     *
     * @param songs as {@link #of} had it
     * @param seed as {@link #of} had it
     * @param listeners how many further users
     * @param distinct how many different songs each of them has played in the end, less than half of the songs
     */
    public static List<int[]> further(int songs, long seed, int listeners, int distinct) {
        SyntheticListening listening = new SyntheticListening(TASTES, songs, seed);
        List<int[]> played = new ArrayList<>();
        for (int user = 0; user < listeners; user++) {
            played.add(listening.played(user, distinct));
        }
        return played;
    }

    private int[] played(int user, int distinct) {
        int[] tastes = {user % TASTES, random.nextInt(TASTES), random.nextInt(TASTES)};
        BitSet different = new BitSet();
        int[] keys = new int[2 * distinct];
        int size = 0;
        for (int count = 0; count < distinct; size++) {
            keys = size == keys.length ? Arrays.copyOf(keys, 2 * size) : keys;
            keys[size] = 1 + columnOf[song(tastes)];
            count += different.get(keys[size]) ? 0 : 1;
            different.set(keys[size]);
        }
        return Arrays.copyOf(keys, size);
    }

    private InteractionMatrix matrix(int cells) {
        int[] rowStart = new int[users + 1];
        int[] columns = new int[cells + songs];
        int size = 0;
        for (int user = 0; user < users; user++) {
            int[] row = row(user, cells, size);
            columns = size + row.length > columns.length ? Arrays.copyOf(columns, 2 * columns.length) : columns;
            System.arraycopy(row, 0, columns, size, row.length);
            size += row.length;
            rowStart[user + 1] = size;
        }
        float[] plays = new float[size];
        Arrays.fill(plays, 1);
        return new InteractionMatrix(keys(users), keys(songs), rowStart, Arrays.copyOf(columns, size), plays);
    }

    private int[] row(int user, int cells, int done) {
        // What earlier rows fell short of, songs drawn twice, the later ones make up for.
        double mean = Math.max(MIN, (cells - done) / (double) (users - user));
        int length = length(Math.min(mean, 2.0 * cells / users));
        int own = user < songs ? (songs - user + users - 1) / users : 0;
        int[] row = new int[Math.max(length, own)];
        int[] tastes = {user % TASTES, random.nextInt(TASTES), random.nextInt(TASTES)};
        for (int k = 0; k < row.length; k++) {
            // Songs and users of the same number modulo TASTES have the same taste.
            row[k] = columnOf[k < own ? user + k * users : song(tastes)];
        }
        return Arrays.stream(row).sorted().distinct().toArray();
    }

    private int length(double mean) {
        double gaussian = random.nextGaussian();
        double length = mean * Math.exp(LENGTH_SIGMA * gaussian - LENGTH_SIGMA * LENGTH_SIGMA / 2);
        return (int) Math.min(Math.max(MIN, length), songs / 4.0);
    }

    private int song(int[] tastes) {
        double which = random.nextDouble();
        if (which >= MAIN + 2 * OTHER) {
            return zipf(songs);
        }
        int taste = tastes[which < MAIN ? 0 : which < MAIN + OTHER ? 1 : 2];
        return zipf((songs - taste + TASTES - 1) / TASTES) * TASTES + taste;
    }

    // Inverts the distribution of a continuous variable of density x^-a between 1 and count + 1.
    private int zipf(int count) {
        double exponent = 1 - ZIPF_EXPONENT;
        double x = Math.pow(1 + random.nextDouble() * (Math.pow(count + 1.0, exponent) - 1), 1 / exponent);
        return Math.min(count - 1, (int) x - 1);
    }

    // Popular songs lie anywhere in the tables.
    private int[] shuffled(int count) {
        int[] places = new int[count];
        for (int k = 1; k < count; k++) {
            int other = random.nextInt(k + 1);
            places[k] = places[other];
            places[other] = k;
        }
        return places;
    }

    private static int[] keys(int count) {
        int[] keys = new int[count];
        Arrays.setAll(keys, k -> k + 1);
        return keys;
    }
}
