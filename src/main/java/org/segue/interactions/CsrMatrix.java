package org.segue.interactions;

import java.util.Arrays;

/**
 * A sparse matrix in compressed rows (CSR). Row {@code r} holds the cells {@code rowStart[r]} (inclusive) to {@code rowStart[r + 1]}
 * (exclusive) of the arrays {@code columnIndexes} and {@code values}; inside a row the column indexes ascend and none occurs twice.
 *
 * <p>Immutable by agreement: the arrays are shared, not copied, and nobody writes to them. Safe for any thread.
 *
 * @param columns number of columns
 * @param rowStart where each row starts: {@code [rows + 1]}
 * @param columnIndexes column of each cell: {@code [cells]}
 * @param values value of each cell: {@code [cells]}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record CsrMatrix(int columns, int[] rowStart, int[] columnIndexes, float[] values) {

    /**
     * Checks that the arrays fit each other.
     *
     * @throws IllegalArgumentException if they do not
     */
    public CsrMatrix {
        if (rowStart.length == 0) {
            throw new IllegalArgumentException("illegal rowStart: empty, needs one entry more than there are rows");
        }
        int end = rowStart[rowStart.length - 1];
        if (columnIndexes.length != values.length || end != values.length) {
            throw new IllegalArgumentException("illegal cells: %d column indexes, %d values, last row ends at %d"
                    .formatted(columnIndexes.length, values.length, end));
        }
    }

    /** Number of rows. */
    public int rows() {
        return rowStart.length - 1;
    }

    /** Number of cells that hold a value. */
    public int cells() {
        return values.length;
    }

    /** Number of cells in one row. */
    public int rowLength(int row) {
        return rowStart[row + 1] - rowStart[row];
    }

    /** These rows, and below them those of another with as many columns. */
    public CsrMatrix above(CsrMatrix other) {
        int[] start = Arrays.copyOf(rowStart, rows() + other.rows() + 1);
        for (int row = 1; row <= other.rows(); row++) {
            start[rows() + row] = cells() + other.rowStart[row];
        }
        int[] indexes = Arrays.copyOf(columnIndexes, cells() + other.cells());
        System.arraycopy(other.columnIndexes, 0, indexes, cells(), other.cells());
        float[] both = Arrays.copyOf(values, indexes.length);
        System.arraycopy(other.values, 0, both, cells(), other.cells());
        return new CsrMatrix(columns, start, indexes, both);
    }

    /** The same cells with rows and columns exchanged. O(cells + columns). */
    public CsrMatrix transpose() {
        int[] start = new int[columns + 1];
        for (int column : columnIndexes) {
            start[column + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = Arrays.copyOf(start, columns);
        int[] rowIndexes = new int[cells()];
        float[] transposed = new float[cells()];
        for (int row = 0; row < rows(); row++) {
            for (int k = rowStart[row]; k < rowStart[row + 1]; k++) {
                int at = next[columnIndexes[k]]++;
                rowIndexes[at] = row;
                transposed[at] = values[k];
            }
        }
        return new CsrMatrix(rows(), start, rowIndexes, transposed);
    }
}
