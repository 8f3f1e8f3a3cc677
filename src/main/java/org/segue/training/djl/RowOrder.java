package org.segue.training.djl;

import org.segue.interactions.CsrMatrix;

/**
 * The rows of a matrix sorted by their number of cells, shortest first: neighbors then fit one padded block with little
 * padding. Tables are trained in this order, so that a block is a slice.
 */
final class RowOrder {

    private final int[] rowAt;
    private final int[] positionOf;

    private RowOrder(int[] rowAt, int[] positionOf) {
        this.rowAt = rowAt;
        this.positionOf = positionOf;
    }

    /** Sorts by counting, stably: O(rows + longest row). */
    static RowOrder byLength(CsrMatrix matrix) {
        int rows = matrix.rows();
        int longest = 0;
        for (int row = 0; row < rows; row++) {
            longest = Math.max(longest, matrix.rowLength(row));
        }
        int[] next = new int[longest + 2];
        for (int row = 0; row < rows; row++) {
            next[matrix.rowLength(row) + 1]++;
        }
        for (int length = 1; length < next.length; length++) {
            next[length] += next[length - 1];
        }
        int[] rowAt = new int[rows];
        int[] positionOf = new int[rows];
        for (int row = 0; row < rows; row++) {
            int position = next[matrix.rowLength(row)]++;
            rowAt[position] = row;
            positionOf[row] = position;
        }
        return new RowOrder(rowAt, positionOf);
    }

    /** Number of rows. */
    int rows() {
        return rowAt.length;
    }

    /** The row at a place of this order. */
    int rowAt(int position) {
        return rowAt[position];
    }

    /** The place of a row in this order. */
    int positionOf(int row) {
        return positionOf[row];
    }

    /** A table of this order, {@code rows × dimension}, in the order of the matrix. */
    float[] restore(float[] sorted, int dimension) {
        float[] restored = new float[sorted.length];
        for (int position = 0; position < rowAt.length; position++) {
            System.arraycopy(sorted, position * dimension, restored, rowAt[position] * dimension, dimension);
        }
        return restored;
    }
}
