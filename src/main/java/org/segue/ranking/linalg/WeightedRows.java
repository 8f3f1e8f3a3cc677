package org.segue.ranking.linalg;

/**
 * Some rows of a matrix, each with a weight and with what its product with a solution should be: the terms of a least-squares problem. Immutable
 * by agreement.
 *
 * @param values rows of finite values, one after the other
 * @param chosen which of them: {@code [n]}
 * @param weights w, not negative: {@code [n]}
 * @param targets t: {@code [n]}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record WeightedRows(float[] values, int[] chosen, double[] weights, float[] targets) {

    /** How many there are. */
    public int size() {
        return chosen.length;
    }

    /** What multiplies a row on the right-hand side, w · t. */
    public double pull(int term) {
        return weights[term] * targets[term];
    }
}
