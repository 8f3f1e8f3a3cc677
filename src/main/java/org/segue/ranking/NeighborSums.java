package org.segue.ranking;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.segue.model.FactorModel;
import org.segue.model.Neighbors;
import org.segue.ranking.NeighborScores.Terms;

/**
 * Adds up what the neighbors of users' songs add to the scores of a model's songs. Sums are made in an array with a number for each song, which one
 * caller after the other uses; an answer keeps no more than the songs that it is about. Safe for any thread.
 */
final class NeighborSums {

    private final FactorModel model;

    /** All zeros; null while somebody adds up in it. */
    private final AtomicReference<float @Nullable []> spare = new AtomicReference<>();

    NeighborSums(FactorModel model) {
        this.model = model;
    }

    /** What the neighbors of a user's songs add; nothing if none counts. */
    NeighborScores of(FoldInTerms terms, Timing timing) {
        Neighbors neighbors = model.neighbors();
        if (timing.weight() == 0 || neighbors.isEmpty()) {
            return NeighborScores.NONE;
        }
        Terms origin = new Terms(terms, neighbors, neighbors.similarities(timing.isFresh()), timing.weight());
        float[] taken = spare.getAndSet(null);
        float[] sums = taken == null ? new float[model.songs()] : taken;
        long[] bits = new long[(sums.length + Long.SIZE - 1) / Long.SIZE];
        addUp(origin, terms, sums, bits);
        NeighborScores scores = drained(origin, sums, bits);
        spare.set(sums);
        return scores;
    }

    private static void addUp(Terms origin, FoldInTerms terms, float[] sums, long[] bits) {
        int[] start = origin.neighbors().start();
        int[] rows = origin.neighbors().rows();
        float[] similarities = origin.similarities();
        for (int j = 0; j < terms.size(); j++) {
            float pull = origin.pull(terms, j);
            if (pull > 0) {
                int end = start[terms.rows()[j] + 1];
                for (int k = start[terms.rows()[j]]; k < end; k++) {
                    int row = rows[k];
                    sums[row] += pull * similarities[k];
                    bits[row >>> 6] |= 1L << row;
                }
            }
        }
    }

    /** Takes the sums out of the array, which is zeros again. */
    private static NeighborScores drained(Terms origin, float[] sums, long[] bits) {
        int[] placeOfWord = new int[bits.length];
        int size = 0;
        for (int word = 0; word < bits.length; word++) {
            placeOfWord[word] = size;
            size += Long.bitCount(bits[word]);
        }
        int[] rows = new int[size];
        float[] values = new float[size];
        int place = 0;
        for (int word = 0; word < bits.length; word++) {
            for (long left = bits[word]; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                rows[place] = row;
                values[place++] = sums[row];
                sums[row] = 0;
            }
        }
        return size == 0 ? NeighborScores.NONE : new NeighborScores(origin, bits, placeOfWord, rows, values);
    }
}
