package org.segue.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.index.dim.NDIndexTake;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.Arrays;

/**
 * A table of embeddings that is trained a few rows at a time, with Adam's moments of every row.
 *
 * <p>Lazy Adam, as TensorFlow calls it: a row's moments decay only in steps that touch the row, and the correction for
 * their start at zero counts all steps.
 */
final class GatheredTable {

    /**
     * Rows of one batch, copied out of the table.
     *
     * @param indexes which rows, none twice: {@code [distinct]}, int64
     * @param places where among them each row of the batch is: {@code [batch]}, int32
     * @param values embeddings: {@code [distinct, dimension]}
     * @param mean first moments, same shape
     * @param variance second moments, same shape
     */
    record Rows(NDArray indexes, NDArray places, NDArray values, NDArray mean, NDArray variance) {}

    private final NDArray table;
    private final NDArray mean;
    private final NDArray variance;
    private final RowAdam adam;
    private final boolean[] trained;
    private final int[] placeOf;

    GatheredTable(NDManager manager, NDArray table, RowAdam adam) {
        this.table = table;
        this.mean = manager.zeros(table.getShape());
        this.variance = manager.zeros(table.getShape());
        this.adam = adam;
        int rows = Math.toIntExact(table.getShape().get(0));
        this.trained = new boolean[rows];
        this.placeOf = new int[rows];
        Arrays.fill(placeOf, -1);
    }

    /**
     * Copies the distinct rows among those named.
     *
     * @param scope owns the copies
     * @param named row numbers, repetitions allowed
     */
    Rows gather(NDManager scope, int[] named) {
        int[] places = new int[named.length];
        int[] distinct = new int[named.length];
        int count = 0;
        for (int k = 0; k < named.length; k++) {
            int row = named[k];
            if (placeOf[row] < 0) {
                placeOf[row] = count;
                trained[row] = true;
                distinct[count++] = row;
            }
            places[k] = placeOf[row];
        }
        for (int k = 0; k < count; k++) {
            placeOf[distinct[k]] = -1;
        }
        NDArray indexes =
                scope.create(Arrays.stream(distinct, 0, count).asLongStream().toArray());
        return new Rows(
                indexes, scope.create(places), copy(table, indexes), copy(mean, indexes), copy(variance, indexes));
    }

    /**
     * One step of Adam on gathered rows, written back.
     *
     * @param rows what was gathered, with a gradient
     * @param learningRate step size
     * @param weightDecay λ: what of a row is added to its gradient
     * @param step how many steps this table has seen with this one, from 1
     */
    void update(Rows rows, double learningRate, double weightDecay, int step) {
        NDArray gradient = rows.values().getGradient();
        rows.values().setRequiresGradient(false);
        adam.update(rows.values(), gradient, rows.mean(), rows.variance(), learningRate, weightDecay, step);
        NDIndex index = at(rows.indexes());
        table.set(index, rows.values());
        mean.set(index, rows.mean());
        variance.set(index, rows.variance());
    }

    /** The table, rows × dimension; rows that were never gathered are zero: nothing is known of them. */
    float[] toArray(int dimension) {
        float[] values = table.toFloatArray();
        for (int row = 0; row < trained.length; row++) {
            if (!trained[row]) {
                Arrays.fill(values, row * dimension, (row + 1) * dimension, 0f);
            }
        }
        return values;
    }

    private static NDArray copy(NDArray from, NDArray indexes) {
        return Embedding.embedding(indexes, from, SparseFormat.DENSE).singletonOrThrow();
    }

    private static NDIndex at(NDArray indexes) {
        NDIndex index = new NDIndex();
        index.getIndices().add(new NDIndexTake(indexes));
        return index;
    }
}
