package org.segue.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * Adam (Kingma and Ba, ICLR 2015) on some rows of a table, with the moments in the caller's hands.
 *
 * <p>DJL's own optimizer keeps moments for whole parameters and never closes them; here each row has its own, kept by
 * whoever owns the table. The arithmetic is the engine's.
 */
final class RowAdam {

    private static final double BETA1 = 0.9;
    private static final float EPSILON = 1e-8f;
    private static final float UNSCALED = 1f;
    private static final float UNCLIPPED = -1f;

    private final double beta2;

    /**
     * An optimizer.
     *
     * @param beta2 decay of the second moment, 0.999 in the paper; less forgets faster and suits short trainings
     */
    RowAdam(double beta2) {
        this.beta2 = beta2;
    }

    /**
     * One step, in place.
     *
     * @param rows the values
     * @param gradient of the loss, same shape
     * @param mean first moment, same shape
     * @param variance second moment, same shape
     * @param learningRate step size
     * @param weightDecay what of a row is added to its gradient, 0 if the loss says it all
     * @param step how many steps these moments have seen with this one, from 1
     */
    void update(
            NDArray rows,
            NDArray gradient,
            NDArray mean,
            NDArray variance,
            double learningRate,
            double weightDecay,
            int step) {
        double corrected = learningRate * Math.sqrt(1 - Math.pow(beta2, step)) / (1 - Math.pow(BETA1, step));
        rows.getNDArrayInternal()
                .adamUpdate(
                        new NDList(rows, gradient, mean, variance),
                        new NDList(rows),
                        (float) learningRate,
                        (float) corrected,
                        (float) weightDecay,
                        UNSCALED,
                        UNCLIPPED,
                        (float) BETA1,
                        (float) beta2,
                        EPSILON,
                        true,
                        false);
    }
}
