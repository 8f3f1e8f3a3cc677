package org.segue.ranking;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.model.FactorModel;
import org.segue.model.Neighbors;

/**
 * What the neighbors of a user's songs add to the scores of the songs of a model, {@code β Σ_j v_j s_ij}, none below 0. Few songs have any: those are
 * kept, in a table of their own or beside a number for each song of the model; of long histories that number alone. Immutable after it is made, safe for any thread.
 */
final class NeighborScores {

    /** With more neighbors than that a number a song takes less time, and little more memory. */
    static final int MAX_SPARSE = 20_000;

    /** To clear so many numbers takes as long as to look one up in the table. */
    private static final int SONGS_PER_ENTRY = 16;

    /** Nothing is added to any score. */
    static final NeighborScores NONE =
            new NeighborScores(new Terms(null, Neighbors.NONE, new float[0], 0), new int[1], new int[0], new float[0]);

    /** Multiplies rows for their place in the table: Knuth, The Art of Computer Programming 3, 6.4. */
    private static final int GOLDEN = 0x9E3779B1;

    /** Where the sums come from. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
    private record Terms(@Nullable FoldInTerms terms, Neighbors neighbors, float[] similarities, double weight) {}

    /** Takes what one song of the user adds to the score of another. */
    @FunctionalInterface
    interface Part {
        /** Takes one. */
        void accept(int place, int songId, float value);
    }

    private final Terms origin;
    private final int[] table;
    private final int[] rows;
    private final float[] sums;
    private int size;
    private float largest;

    private NeighborScores(Terms origin, int[] table, int[] rows, float[] sums) {
        this.origin = origin;
        this.table = table;
        this.rows = rows;
        this.sums = sums;
    }

    /** Adds up what the neighbors of a user's songs add. */
    static NeighborScores of(FoldInTerms terms, FactorModel model, Timing timing) {
        Neighbors neighbors = model.neighbors();
        if (timing.weight() == 0 || neighbors.isEmpty()) {
            return NONE;
        }
        int entries = entries(terms, neighbors);
        if (entries == 0) {
            return NONE;
        }
        Terms origin = new Terms(terms, neighbors, neighbors.similarities(timing.isFresh()), timing.weight());
        NeighborScores scores = new NeighborScores(
                origin,
                new int[isByRow(entries, model) ? 0 : Integer.highestOneBit(entries) << 2],
                new int[isDense(entries, model) ? 0 : entries],
                new float[isByRow(entries, model) ? model.songs() : entries]);
        scores.addUp();
        return scores;
    }

    private static boolean isDense(int entries, FactorModel model) {
        return entries > Math.min(MAX_SPARSE, model.songs());
    }

    private static boolean isByRow(int entries, FactorModel model) {
        return isDense(entries, model) || (long) entries * SONGS_PER_ENTRY >= model.songs();
    }

    private static int entries(FoldInTerms terms, Neighbors neighbors) {
        long entries = 0;
        for (int j = 0; j < terms.size(); j++) {
            if (terms.moments()[j] > 0) {
                int row = terms.rows()[j];
                entries += neighbors.start()[row + 1] - neighbors.start()[row];
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, entries);
    }

    private void addUp() {
        FoldInTerms terms = Objects.requireNonNull(origin.terms);
        for (int j = 0; j < terms.size(); j++) {
            double moment = terms.moments()[j];
            if (moment > 0) {
                int row = terms.rows()[j];
                for (int k = origin.neighbors.start()[row]; k < origin.neighbors.start()[row + 1]; k++) {
                    add(origin.neighbors.rows()[k], value(moment, k));
                }
            }
        }
        for (float sum : sums) {
            largest = Math.max(largest, sum);
        }
    }

    private float value(double moment, int place) {
        return (float) (origin.weight * moment * origin.similarities[place]);
    }

    private void add(int row, float value) {
        if (table.length != 0) {
            addToTable(row, value);
        } else if (value > 0) {
            if (sums[row] == 0 && !isDense()) {
                rows[size++] = row;
            }
            sums[row] += value;
        }
    }

    private void addToTable(int row, float value) {
        int slot = slotOf(row);
        if (slot < 0) {
            rows[size] = row;
            sums[size++] = value;
            table[~slot] = size;
        } else {
            sums[table[slot] - 1] += value;
        }
    }

    // Where a row is in the table, or the complement of where it would be.
    private int slotOf(int row) {
        int mask = table.length - 1;
        int slot = ((row * GOLDEN) >>> 7) & mask;
        while (table[slot] != 0) {
            if (rows[table[slot] - 1] == row) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return ~slot;
    }

    private int placeOf(int row) {
        int slot = slotOf(row);
        return slot < 0 ? -1 : table[slot] - 1;
    }

    /** Whether nothing is added to any score. */
    boolean isEmpty() {
        return sums.length == 0;
    }

    /** Whether there is a number for each song of the model. */
    boolean isDense() {
        return rows.length == 0;
    }

    /** Number of songs that something is added to, unless {@link #isDense()}. */
    int size() {
        return size;
    }

    /** Row of one of them. */
    int row(int place) {
        return rows[place];
    }

    /** What is added to one of them. */
    float sum(int place) {
        return table.length == 0 ? sums[rows[place]] : sums[place];
    }

    /** Whether something is added to the score of a row, unless {@link #isDense()}. */
    boolean contains(int row) {
        return table.length == 0 ? sums[row] > 0 : placeOf(row) >= 0;
    }

    /** What is added to the score of a row. */
    float of(int row) {
        if (table.length == 0) {
            return isEmpty() ? 0 : sums[row];
        }
        int place = placeOf(row);
        return place < 0 ? 0 : sums[place];
    }

    /** The most that is added to any. */
    float largest() {
        return largest;
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
        for (int j = 0; j < terms.size(); j++) {
            double moment = terms.moments()[j];
            int row = terms.rows()[j];
            int end = moment > 0 ? origin.neighbors.start()[row + 1] : 0;
            for (int k = origin.neighbors.start()[row]; k < end; k++) {
                int at =
                        -1 - Arrays.binarySearch(sorted, (long) origin.neighbors.rows()[k] << Integer.SIZE);
                int found = at >= 0 ? at : -1 - at;
                if (found < sorted.length
                        && (int) (sorted[found] >> Integer.SIZE)
                                == origin.neighbors.rows()[k]) {
                    part.accept((int) sorted[found], terms.songId(j), value(moment, k));
                }
            }
        }
    }
}
