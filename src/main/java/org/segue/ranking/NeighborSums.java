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
    private final AtomicReference<@Nullable Sheet> spare = new AtomicReference<>();

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
        Sheet taken = spare.getAndSet(null);
        Sheet sheet = taken == null ? new Sheet(model.songs()) : taken;
        sheet.addUp(origin, terms);
        NeighborScores scores = sheet.drain(origin);
        spare.set(sheet);
        return scores;
    }

    /** A number for each song, and which of them are in use: a bit for each, and one for each 64 of those. For one thread. */
    private static final class Sheet {
        private final float[] sums;
        private final long[] used;
        private final long[] usedWords;

        Sheet(int songs) {
            sums = new float[songs];
            used = new long[words(songs)];
            usedWords = new long[words(used.length)];
        }

        private static int words(int bits) {
            return (bits + Long.SIZE - 1) / Long.SIZE;
        }

        void addUp(Terms origin, FoldInTerms terms) {
            int[] start = origin.neighbors().start();
            for (int j = 0; j < terms.size(); j++) {
                float pull = origin.pull(terms, j);
                if (pull > 0) {
                    int row = terms.rows()[j];
                    add(origin, pull, start[row], start[row + 1]);
                }
            }
        }

        private void add(Terms origin, float pull, int from, int to) {
            int[] rows = origin.neighbors().rows();
            float[] similarities = origin.similarities();
            for (int k = from; k < to; k++) {
                int row = rows[k];
                sums[row] += pull * similarities[k];
                used[row >>> 6] |= 1L << row;
                usedWords[row >>> 12] |= 1L << (row >>> 6);
            }
        }

        /** Takes the sums out; all is zeros again. */
        NeighborScores drain(Terms origin) {
            int size = size();
            if (size == 0) {
                return NeighborScores.NONE;
            }
            int[] rows = new int[size];
            float[] values = new float[size];
            int place = 0;
            for (int high = 0; high < usedWords.length; high++) {
                for (long words = usedWords[high]; words != 0; words &= words - 1) {
                    int word = high * Long.SIZE + Long.numberOfTrailingZeros(words);
                    for (long left = used[word]; left != 0; left &= left - 1) {
                        int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                        rows[place] = row;
                        values[place++] = sums[row];
                        sums[row] = 0;
                    }
                    used[word] = 0;
                }
                usedWords[high] = 0;
            }
            return new NeighborScores(origin, rows, values);
        }

        private int size() {
            int size = 0;
            for (int high = 0; high < usedWords.length; high++) {
                for (long words = usedWords[high]; words != 0; words &= words - 1) {
                    size += Long.bitCount(used[high * Long.SIZE + Long.numberOfTrailingZeros(words)]);
                }
            }
            return size;
        }
    }
}
