package org.segue.ranking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.segue.model.Neighbors;

/**
 * What the neighbors of a user's songs add to the scores of the songs of a model, {@code β Σ_j v_j s_ij}, none below 0. Only the songs that
 * something is added to take a place. Immutable, safe for any thread.
 */
final class NeighborScores {

    /** Nothing is added to any score. */
    static final NeighborScores NONE =
            new NeighborScores(new Terms(null, Neighbors.NONE, new float[0], 0), new int[0], new float[0], 0);

    /** Of so many bits one is set, on average: few songs are looked for in vain. */
    private static final int BITS_PER_SONG = 16;

    private static final int SLOTS_PER_SONG = 8;

    /** Odd, as no two rows below a table's length may meet; the golden ratio of 2³². */
    private static final int SPREAD = 0x9E3779B1;

    /** Where the sums come from. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
    record Terms(@Nullable FoldInTerms terms, Neighbors neighbors, float[] similarities, double weight) {

        /** What multiplies the similarities to a term's song, 0 if its neighbors do not count. */
        float pull(FoldInTerms of, int term) {
            return of.moments().length == 0 ? 0 : (float) (weight * of.moments()[term]);
        }
    }

    /** Takes what one song of the user adds to the score of another. */
    @FunctionalInterface
    interface Part {
        /** Takes one. */
        void accept(int place, int songId, float value);
    }

    private final Terms origin;
    private final int size;
    private final int[] rows;
    private final float[] sums;
    private final float largest;

    /** Place of each row plus 1; made when it is asked for. */
    private volatile int @Nullable [] places;

    private NeighborScores(Terms origin, int[] rows, float[] sums, int size) {
        this.origin = origin;
        this.rows = rows;
        this.sums = sums;
        this.size = size;
        float most = 0;
        for (int place = 0; place < size; place++) {
            most = sums[place] > most ? sums[place] : most;
        }
        this.largest = most;
    }

    /**
     * Takes the arrays as they are.
     *
     * @param rows of the model that have a sum, none twice
     * @param sums what is added to each of them, above 0
     * @param size so many of both count
     */
    static NeighborScores of(Terms origin, int[] rows, float[] sums, int size) {
        return size == 0 ? NONE : new NeighborScores(origin, rows, sums, size);
    }

    private static int firstFrom(long[] sorted, int row) {
        int at = Arrays.binarySearch(sorted, (long) row << Integer.SIZE);
        return at < 0 ? -1 - at : at;
    }

    /** Whether nothing is added to any score. */
    boolean isEmpty() {
        return size == 0;
    }

    /** Number of songs that something is added to. */
    int size() {
        return size;
    }

    /** Row of one of them, in any order. */
    int row(int place) {
        return rows[place];
    }

    /** What is added to one of them. */
    float sum(int place) {
        return sums[place];
    }

    /** The most that is added to any. */
    float largest() {
        return largest;
    }

    /** What is added to the score of a row. */
    float of(int row) {
        int[] table = places;
        if (table == null) {
            table = table();
            places = table;
        }
        int at = slot(row, table.length);
        while (table[at] != 0) {
            int place = table[at] - 1;
            if (rows[place] == row) {
                return sums[place];
            }
            at = (at + 1) & (table.length - 1);
        }
        return 0;
    }

    // Open addressing, at most a quarter full, so that most songs that nothing is added to are told at the first look.
    // A table longer than the
    // rows are many need not be longer: no two meet in it.
    private int[] table() {
        int songs = Math.max(0, origin.neighbors.start().length - 1);
        int[] table = new int[Math.max(1, Integer.highestOneBit(Math.min(SLOTS_PER_SONG * size, 2 * songs)))];
        for (int place = 0; place < size; place++) {
            int at = slot(rows[place], table.length);
            while (table[at] != 0) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = place + 1;
        }
        return table;
    }

    // Rows of one album follow each other: they are spread.
    private static int slot(int row, int length) {
        return (row * SPREAD) & (length - 1);
    }

    // Rows that are a multiple of the bits apart share one.
    private static void mark(long[] bits, int[] rows) {
        for (int row : rows) {
            bits[(row >>> 6) & (bits.length - 1)] |= 1L << row;
        }
    }

    private static boolean isMarked(long[] bits, int row) {
        return (bits[(row >>> 6) & (bits.length - 1)] & (1L << row)) != 0;
    }

    /**
     * Tells what each song of the user adds to the scores of some songs.
     *
     * @param wanted rows of the model, none twice
     * @param part takes the place of the row among those wanted, the key of the user's song, and what is added
     */
    void forEachPart(int[] wanted, Part part) {
        FoldInTerms terms = origin.terms;
        if (terms == null) {
            return;
        }
        long[] sorted = new long[wanted.length];
        Arrays.setAll(sorted, place -> ((long) wanted[place] << Integer.SIZE) | place);
        Arrays.sort(sorted);
        long[] wantedBits = new long[Math.max(1, Integer.highestOneBit(wanted.length) * BITS_PER_SONG / Long.SIZE)];
        mark(wantedBits, wanted);
        for (int j = 0; j < terms.size(); j++) {
            float pull = origin.pull(terms, j);
            int row = terms.rows()[j];
            int end = pull > 0 ? origin.neighbors.start()[row + 1] : 0;
            for (int k = origin.neighbors.start()[row]; k < end; k++) {
                int neighbor = origin.neighbors.rows()[k];
                int at = isMarked(wantedBits, neighbor) ? firstFrom(sorted, neighbor) : sorted.length;
                if (at < sorted.length && (int) (sorted[at] >> Integer.SIZE) == neighbor) {
                    part.accept((int) sorted[at], terms.songId(j), pull * origin.similarities[k]);
                }
            }
        }
    }
}
