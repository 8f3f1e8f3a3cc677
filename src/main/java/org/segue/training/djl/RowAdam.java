package org.segue.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * Adam (Kingma and Ba, ICLR 2015) on some rows of a table, with the moments in the caller's hands.
 *
 * <p>DJL's own optimizer keeps moments for whole parameters and never closes them; here each row has its own, kept by
 * whoever owns the table. The arithmetic is the engine's.
 */
final class RowAdam {

    private static final float EPSILON = 1e-8f;
    /** Of a first step what is left after seventy. */
    private static final double NEGLIGIBLE = 1e-3;

    private static final float UNSCALED = 1f;
    private static final float UNCLIPPED = -1f;

    private final double beta1;
    private final double beta2;

    /**
     * An optimizer.
     *
     * @param beta1 decay of the first moment, 0.9 in the paper
     * @param beta2 decay of the second moment, 0.999 in the paper; less forgets faster and suits short trainings
     */
    RowAdam(double beta1, double beta2) {
        this.beta1 = beta1;
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
        double corrected = learningRate * Math.sqrt(1 - Math.pow(beta2, step)) / (1 - Math.pow(beta1, step));
        rows.getNDArrayInternal()
                .adamUpdate(
                        new NDList(rows, gradient, mean, variance),
                        new NDList(rows),
                        (float) learningRate,
                        (float) corrected,
                        (float) weightDecay,
                        UNSCALED,
                        UNCLIPPED,
                        (float) beta1,
                        (float) beta2,
                        EPSILON,
                        true,
                        false);
    }

    /**
     * Takes rows through the steps that did not touch them, as if each had, with a gradient of zero: their moments go on decaying, and
     * they move on by them. So training some rows at a time comes to the same as training all.
     *
     * @param rows the values: {@code [rows, dimension]}
     * @param mean first moment, same shape
     * @param variance second moment, same shape
     * @param lastSteps for each row the last step that it has seen, from 1, or 0 for none
     * @param step the last step to take them through
     * @param learningRate step size
     */
    void catchUp(NDArray rows, NDArray mean, NDArray variance, int[] lastSteps, int step, double learningRate) {
        if (Arrays.stream(lastSteps).allMatch(last -> last == 0 || last == step)) {
            return;
        }
        float[] moves = new float[lastSteps.length];
        float[] meanDecays = new float[lastSteps.length];
        float[] varianceDecays = new float[lastSteps.length];
        for (int row = 0; row < lastSteps.length; row++) {
            int last = lastSteps[row];
            moves[row] = last == 0 ? 0 : (float) (learningRate * missed(last, step));
            meanDecays[row] = (float) Math.pow(beta1, step - last);
            varianceDecays[row] = (float) Math.pow(beta2, step - last);
        }
        NDManager scope = rows.getManager();
        Shape column = new Shape(lastSteps.length, 1);
        rows.subi(mean.div(variance.sqrt().addi(EPSILON)).muli(scope.create(moves, column)));
        mean.muli(scope.create(meanDecays, column));
        variance.muli(scope.create(varianceDecays, column));
    }

    // How far a row of mean and √variance 1 goes from one step to another by itself, with a learning rate of 1.
    private double missed(int last, int step) {
        double meanPower = Math.pow(beta1, last);
        double variancePower = Math.pow(beta2, last);
        double ratio = beta1 / Math.sqrt(beta2);
        double decay = 1;
        double missed = 0;
        for (int s = last + 1; s <= step && decay > NEGLIGIBLE; s++) {
            meanPower *= beta1;
            variancePower *= beta2;
            decay *= ratio;
            missed += decay * Math.sqrt(1 - variancePower) / (1 - meanPower);
        }
        return missed;
    }
}
