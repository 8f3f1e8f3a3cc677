package org.segue.ranking.linalg;

/**
 * Some rows of a matrix, each with a weight and with what its product with a solution should be: the terms of a least-squares problem. Immutable
 * by agreement.
 *
 * @param rows of finite values
 * @param chosen which of them: {@code [n]}
 * @param weights w, not negative: {@code [n]}
 * @param targets t: {@code [n]}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record WeightedRows(Rows rows, int[] chosen, double[] weights, float[] targets) {

    /** Of rows of floats, one after the other. */
    public WeightedRows(float[] values, int[] chosen, double[] weights, float[] targets) {
        this((row, to) -> Vectors.copyRow(values, row, to), chosen, weights, targets);
    }

    /** How many there are. */
    public int size() {
        return chosen.length;
    }

    /** What multiplies a row on the right-hand side, w · t. */
    public double pull(int term) {
        return weights[term] * targets[term];
    }
}
