package org.segue.spark;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.segue.ranking.linalg.SymmetricMatrix;

/**
 * What all rows of users add up to in a round. For one thread.
 *
 * <pre>PᵀP = Σ p pᵀ,  curvature = Σ_u (Σ_i c_ui) p_u p_uᵀ,  loss = Σ_u min_p L_u,  weight = Σ c</pre>
 */
final class RowSums {

    private static final int ROWS_AT_ONCE = 16;

    private final int dimension;
    private final SymmetricMatrix gram;
    private final SymmetricMatrix curvature;
    private double loss;
    private double weight;

    private final double[][] pending;
    private final double[] ones = new double[ROWS_AT_ONCE];
    private final double[] weights = new double[ROWS_AT_ONCE];
    private int size;

    RowSums(int dimension) {
        this(dimension, new SymmetricMatrix(dimension), new SymmetricMatrix(dimension));
    }

    private RowSums(int dimension, SymmetricMatrix gram, SymmetricMatrix curvature) {
        this.dimension = dimension;
        this.gram = gram;
        this.curvature = curvature;
        this.pending = new double[ROWS_AT_ONCE][dimension];
        Arrays.fill(ones, 1);
    }

    /**
     * Adds a row.
     *
     * @param embedding p, solved
     * @param rowWeight Σ c of its cells
     * @param rowLoss what is left of its loss
     */
    void add(float[] embedding, double rowWeight, double rowLoss) {
        for (int f = 0; f < dimension; f++) {
            pending[size][f] = embedding[f];
        }
        weights[size++] = rowWeight;
        loss += rowLoss;
        weight += rowWeight;
        if (size == ROWS_AT_ONCE) {
            drain();
        }
    }

    // Some at a time: a matrix is read and written once for all of them.
    private void drain() {
        gram.addOuterProducts(pending, ones, size);
        curvature.addOuterProducts(pending, weights, size);
        size = 0;
    }

    /** Σ p pᵀ, the upper triangle row after row. */
    double[] gram() {
        drain();
        return gram.upperTriangle();
    }

    /** Σ c p pᵀ, the upper triangle row after row. */
    double[] curvature() {
        drain();
        return curvature.upperTriangle();
    }

    double loss() {
        return loss;
    }

    double weight() {
        return weight;
    }

    /** The sums as bytes; what {@link #sum} adds up. */
    byte[] toBytes() {
        double[] first = gram();
        double[] second = curvature();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * (2 * first.length + 2));
        bytes.putDouble(loss).putDouble(weight);
        bytes.asDoubleBuffer().put(first).put(second);
        return bytes.array();
    }

    /** The sums of shards, in the order given. */
    static RowSums sum(Iterable<byte[]> shards, int dimension) {
        double[] first = new double[dimension * (dimension + 1) / 2];
        double[] second = new double[first.length];
        double loss = 0;
        double weight = 0;
        for (byte[] shard : shards) {
            ByteBuffer bytes = ByteBuffer.wrap(shard);
            loss += bytes.getDouble();
            weight += bytes.getDouble();
            add(bytes, first);
            add(bytes, second);
        }
        RowSums sums = new RowSums(
                dimension,
                SymmetricMatrix.ofUpperTriangle(dimension, first),
                SymmetricMatrix.ofUpperTriangle(dimension, second));
        sums.loss = loss;
        sums.weight = weight;
        return sums;
    }

    private static void add(ByteBuffer bytes, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] += bytes.getDouble();
        }
    }
}
