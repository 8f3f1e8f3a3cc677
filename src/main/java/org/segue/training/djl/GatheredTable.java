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
 * <p>It comes to what Adam on the whole table would: what a row has missed since a batch touched it last is made up for when it is gathered ({@link
 * RowAdam#catchUp}). "Lazy" Adam, which leaves that out, takes three to four times as many epochs: most songs are in few batches, and
 * nine tenths of the way that a gradient moves them lie in the steps after it.
 */
final class GatheredTable {

    /**
     * Rows of one batch, copied out of the table.
     *
     * @param indexes which rows, none twice: {@code [distinct]}, int64
     * @param places where among them each named row is
     * @param values embeddings: {@code [distinct, dimension]}
     * @param mean first moments, same shape
     * @param variance second moments, same shape
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Rows(NDArray indexes, int[] places, NDArray values, NDArray mean, NDArray variance) {}

    private final NDArray table;
    private final NDArray mean;
    private final NDArray variance;
    private final RowAdam adam;
    private final int[] lastStep;
    private final int[] placeOf;

    GatheredTable(NDManager manager, NDArray table, RowAdam adam) {
        this.table = table;
        this.mean = manager.zeros(table.getShape());
        this.variance = manager.zeros(table.getShape());
        this.adam = adam;
        int rows = Math.toIntExact(table.getShape().get(0));
        this.lastStep = new int[rows];
        this.placeOf = new int[rows];
        Arrays.fill(placeOf, -1);
    }

    /**
     * Copies the distinct rows among those named, as they are before a step.
     *
     * @param scope owns the copies
     * @param named row numbers, repetitions allowed
     * @param learningRate step size
     * @param step the number of the step to come, from 1
     */
    Rows gather(NDManager scope, int[] named, double learningRate, int step) {
        int[] places = new int[named.length];
        int[] distinct = new int[named.length];
        int count = 0;
        for (int k = 0; k < named.length; k++) {
            int row = named[k];
            if (placeOf[row] < 0) {
                placeOf[row] = count;
                distinct[count++] = row;
            }
            places[k] = placeOf[row];
        }
        int[] lastSteps = new int[count];
        for (int k = 0; k < count; k++) {
            placeOf[distinct[k]] = -1;
            lastSteps[k] = lastStep[distinct[k]];
            lastStep[distinct[k]] = step;
        }
        NDArray indexes =
                scope.create(Arrays.stream(distinct, 0, count).asLongStream().toArray());
        Rows rows = new Rows(indexes, places, copy(table, indexes), copy(mean, indexes), copy(variance, indexes));
        adam.catchUp(rows.values, rows.mean, rows.variance, lastSteps, step - 1, learningRate);
        return rows;
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

    /**
     * The table as it is after a step; rows that were never gathered are zero: nothing is known of them.
     *
     * @param dimension columns of the table
     * @param learningRate step size
     * @param step the number of the last step
     * @return rows × dimension
     */
    float[] toArray(int dimension, double learningRate, int step) {
        adam.catchUp(table, mean, variance, lastStep, step, learningRate);
        float[] values = table.toFloatArray();
        for (int row = 0; row < lastStep.length; row++) {
            if (lastStep[row] == 0) {
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
