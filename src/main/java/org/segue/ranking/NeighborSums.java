package org.segue.ranking;

import java.util.Arrays;
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
        NeighborScores scores = sheet.of(origin, terms);
        spare.set(sheet);
        return scores;
    }

    /** A number for each song, all zeros between two uses. For one thread. */
    private static final class Sheet {
        private final float[] sums;

        /** Rows that something was added to, as far as they have place; if there are more, all rows are looked at. */
        private final int[] used;

        Sheet(int songs) {
            sums = new float[songs];
            used = new int[songs];
        }

        NeighborScores of(Terms origin, FoldInTerms terms) {
            int most = most(origin, terms);
            if (most == 0) {
                return NeighborScores.NONE;
            }
            return most <= used.length ? ofFew(origin, terms, most) : ofMany(origin, terms);
        }

        private static int most(Terms origin, FoldInTerms terms) {
            int[] start = origin.neighbors().start();
            int most = 0;
            for (int j = 0; j < terms.size(); j++) {
                if (origin.pull(terms, j) > 0) {
                    int row = terms.rows()[j];
                    most += start[row + 1] - start[row];
                }
            }
            return most;
        }

        private NeighborScores ofFew(Terms origin, FoldInTerms terms, int most) {
            int[] start = origin.neighbors().start();
            int size = 0;
            for (int j = 0; j < terms.size(); j++) {
                float pull = origin.pull(terms, j);
                if (pull > 0) {
                    int row = terms.rows()[j];
                    size = addAndNote(origin, pull, start[row], start[row + 1], size);
                }
            }
            return drainUsed(origin, most);
        }

        private int addAndNote(Terms origin, float pull, int from, int to, int place) {
            int[] rows = origin.neighbors().rows();
            float[] similarities = origin.similarities();
            int next = place;
            for (int k = from; k < to; k++) {
                int row = rows[k];
                sums[row] += pull * similarities[k];
                used[next++] = row;
            }
            return next;
        }

        // One that was noted twice is zero by then. Without a branch, which would be guessed wrong as often as not.
        private NeighborScores drainUsed(Terms origin, int count) {
            int[] rows = new int[count];
            float[] values = new float[count];
            int size = 0;
            for (int k = 0; k < count; k++) {
                int row = used[k];
                float sum = sums[row];
                sums[row] = 0;
                rows[size] = row;
                values[size] = sum;
                size += sum > 0 ? 1 : 0;
            }
            return NeighborScores.of(origin, rows, values, size);
        }

        private NeighborScores ofMany(Terms origin, FoldInTerms terms) {
            int[] start = origin.neighbors().start();
            for (int j = 0; j < terms.size(); j++) {
                float pull = origin.pull(terms, j);
                if (pull > 0) {
                    int row = terms.rows()[j];
                    add(origin, pull, start[row], start[row + 1]);
                }
            }
            return drainAll(origin);
        }

        private void add(Terms origin, float pull, int from, int to) {
            int[] rows = origin.neighbors().rows();
            float[] similarities = origin.similarities();
            for (int k = from; k < to; k++) {
                sums[rows[k]] += pull * similarities[k];
            }
        }

        private NeighborScores drainAll(Terms origin) {
            int[] rows = new int[sums.length];
            float[] values = new float[sums.length];
            int size = 0;
            for (int row = 0; row < sums.length; row++) {
                float sum = sums[row];
                rows[size] = row;
                values[size] = sum;
                size += sum > 0 ? 1 : 0;
            }
            Arrays.fill(sums, 0);
            return NeighborScores.of(origin, rows, values, size);
        }
    }
}
