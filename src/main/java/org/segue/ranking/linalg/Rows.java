package org.segue.ranking.linalg;

/** Rows of a matrix, however they are kept. Safe for any thread. */
@FunctionalInterface
public interface Rows {

    /** Writes a row in doubles: {@code [dimension]}. */
    void copyRow(int row, double[] to);
}
