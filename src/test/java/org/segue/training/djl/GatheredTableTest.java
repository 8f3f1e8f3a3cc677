package org.segue.training.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rows that are trained a few at a time end where Adam on the whole table takes them. */
class GatheredTableTest {

    private static final int ROWS = 9;
    private static final int STEPS = 300;
    private static final double RATE = 0.01;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    @Test
    void rowsOfSomeSteps_moveAsInTheWholeTable() {
        SplittableRandom random = new SplittableRandom(5);
        int[][] batches = new int[STEPS][];
        Arrays.setAll(batches, step -> new int[] {random.nextInt(3), random.nextInt(3, ROWS - 1)});
        float[] targets = {-3, -2, -1, 0, 1, 2, 3, 4, 5};

        double[] expected = wholeTable(batches, targets);
        float[] gathered = gathered(batches, targets);

        for (int row = 0; row < ROWS - 1; row++) {
            assertThat((double) gathered[row]).as("row %d", row).isCloseTo(expected[row], within(2e-4));
        }
        // Nothing is known of a row that no batch had.
        assertThat(gathered[ROWS - 1]).isZero();
    }

    // Steps towards (value - target)² of a batch's two rows; all others have a gradient of zero.
    private static double[] wholeTable(int[][] batches, float[] targets) {
        double[] values = new double[ROWS];
        Arrays.fill(values, 0.5);
        double[] mean = new double[ROWS];
        double[] variance = new double[ROWS];
        for (int step = 1; step <= STEPS; step++) {
            for (int row = 0; row < ROWS; row++) {
                boolean touched = row == batches[step - 1][0] || row == batches[step - 1][1];
                double gradient = touched ? 2 * (values[row] - targets[row]) : 0;
                mean[row] = BETA1 * mean[row] + (1 - BETA1) * gradient;
                variance[row] = BETA2 * variance[row] + (1 - BETA2) * gradient * gradient;
                if (mean[row] != 0) {
                    values[row] -= RATE
                            * mean[row]
                            / (1 - Math.pow(BETA1, step))
                            / Math.sqrt(variance[row] / (1 - Math.pow(BETA2, step)));
                }
            }
        }
        return values;
    }

    private static float[] gathered(int[][] batches, float[] targets) {
        try (NDManager manager = TrainingEngine.start(7)) {
            NDArray table = manager.full(new Shape(ROWS, 1), 0.5f);
            GatheredTable gathered = new GatheredTable(manager, table, new RowAdam(0.9, BETA2));
            for (int step = 1; step <= STEPS; step++) {
                try (NDManager scope = manager.newSubManager()) {
                    int[] batch = batches[step - 1];
                    GatheredTable.Rows rows = gathered.gather(scope, batch, RATE, step);
                    NDArray target = scope.create(
                            new float[] {targets[batch[0]], targets[batch[1]]}, new Shape(batch.length, 1));
                    rows.values().setRequiresGradient(true);
                    try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                        gradients.backward(rows.values().sub(target).square().sum());
                    }
                    gathered.update(rows, RATE, 0, step);
                }
            }
            return gathered.toArray(1, RATE, STEPS);
        }
    }
}
