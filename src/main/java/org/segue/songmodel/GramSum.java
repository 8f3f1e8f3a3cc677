package org.segue.songmodel;

/**
 * The Gram matrix Σ q qᵀ of rows that come one by one, in doubles: the same rows in the same order make the same bits everywhere.
 */
final class GramSum {

    private final double[][] upper;
    private final double[] row;

    GramSum(int dimension) {
        upper = new double[dimension][dimension];
        row = new double[dimension];
    }

    void add(float[] values) {
        for (int i = 0; i < row.length; i++) {
            row[i] = values[i];
        }
        for (int i = 0; i < row.length; i++) {
            addMultiple(upper[i], row[i], i);
        }
    }

    // One row at a time: several at once would be faster and round otherwise.
    private void addMultiple(double[] to, double factor, int from) {
        for (int j = from; j < row.length; j++) {
            to[j] += factor * row[j];
        }
    }

    /** The whole matrix, row after row. */
    double[] cells() {
        int d = row.length;
        double[] cells = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = i; j < d; j++) {
                cells[i * d + j] = upper[i][j];
                cells[j * d + i] = upper[i][j];
            }
        }
        return cells;
    }
}
