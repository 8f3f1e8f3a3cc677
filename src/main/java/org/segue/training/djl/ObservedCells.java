package org.segue.training.djl;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.segue.interactions.InteractionMatrix;

/** The cells of a matrix as a list that can be shuffled: at place {@code k} a user's row, a song's row and a value. */
final class ObservedCells {

    private final InteractionMatrix matrix;
    private final int[] userOf;
    private final int[] order;

    ObservedCells(InteractionMatrix matrix) {
        this.matrix = matrix;
        this.userOf = new int[matrix.interactions()];
        this.order = new int[matrix.interactions()];
        for (int user = 0; user < matrix.users(); user++) {
            Arrays.fill(userOf, matrix.rowStart()[user], matrix.rowStart()[user + 1], user);
        }
        Arrays.setAll(order, k -> k);
    }

    /** Number of cells. */
    int size() {
        return order.length;
    }

    /** Shuffles the places {@code from} (inclusive) to {@code to} (exclusive) among themselves (Fisher and Yates). */
    void shuffle(int from, int to, SplittableRandom random) {
        for (int k = to - 1; k > from; k--) {
            int other = random.nextInt(from, k + 1);
            int cell = order[k];
            order[k] = order[other];
            order[other] = cell;
        }
    }

    /** Users' rows at some places. */
    int[] users(int from, int to) {
        int[] users = new int[to - from];
        Arrays.setAll(users, k -> userOf[order[from + k]]);
        return users;
    }

    /** Songs' rows at some places. */
    int[] songs(int from, int to) {
        int[] songs = new int[to - from];
        Arrays.setAll(songs, k -> matrix.songIndexes()[order[from + k]]);
        return songs;
    }

    /** Values at some places. */
    float[] values(int from, int to) {
        float[] values = new float[to - from];
        for (int k = from; k < to; k++) {
            values[k - from] = value(k);
        }
        return values;
    }

    /** The value at a place. */
    float value(int place) {
        return matrix.values()[order[place]];
    }

    /** Mean of the values at some places, at least one. */
    double mean(int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += value(k);
        }
        return sum / (to - from);
    }

    /** Dot product of the two embeddings that meet at a place. */
    double score(int place, float[] userFactors, float[] songFactors, int dimension) {
        int user = userOf[order[place]] * dimension;
        int song = matrix.songIndexes()[order[place]] * dimension;
        double score = 0;
        for (int k = 0; k < dimension; k++) {
            score += (double) userFactors[user + k] * songFactors[song + k];
        }
        return score;
    }
}
