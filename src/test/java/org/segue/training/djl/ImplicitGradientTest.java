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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.interactions.CsrMatrix;
import org.segue.model.Hyperparameters.Loss;
import org.segue.model.Objective;

/** The gradient in closed form is that of the engine's autograd, and its loss is the sum as it is written. */
class ImplicitGradientTest {

    private static final int ROWS = 12;
    private static final int COLUMNS = 40;
    private static final int DIMENSION = 8;
    private static final float ALPHA = 0.3f;
    private static final Loss LOSS = new Loss(Objective.IMPLICIT, 0.02, ALPHA, ConfidenceWeighting.LOG);

    /** Cells of a block: all rows in one, a few rows in one, and rows in parts. */
    @ParameterizedTest
    @ValueSource(ints = {1 << 16, 50, 7})
    void gradientAndLoss_areThoseOfAutograd(int cellsPerBlock) {
        try (NDManager manager = TrainingEngine.start(7)) {
            CsrMatrix cells = cells(new SplittableRandom(3));
            RowOrder rows = RowOrder.byLength(cells);
            RowOrder columns = RowOrder.byLength(cells.transpose());
            NDArray frozen = random(manager, COLUMNS, 11);
            NDArray table = random(manager, ROWS, 12);
            NDArray weightedGram = frozen.transpose().matMul(frozen).mul(ALPHA);
            double loss = 0;
            BlockedRows side = new BlockedRows(cells, rows, columns, LOSS, cellsPerBlock);
            for (BlockedRows.Block block : side.blocks()) {
                NDArray w = table.get(block.from() + ":" + block.to());
                ImplicitGradient objective = new ImplicitGradient(manager, side, block, frozen, weightedGram);

                NDArray gradient = objective.at(w);
                double blockLoss = objective.loss(w, gradient);

                Recorded recorded = record(dense(manager, cells, rows, columns, block), frozen, w.duplicate());
                assertThat(recorded.gradient.sub(gradient).abs().max().getFloat())
                        .isLessThan(1e-5f * Math.max(1, gradient.abs().max().getFloat()));
                assertThat(blockLoss).isCloseTo(recorded.loss, within(1e-5 * recorded.loss));
                loss += blockLoss;
            }
            assertThat(loss).isGreaterThan(1);
        }
    }

    private record Recorded(double loss, NDArray gradient) {}

    /** Confidences and ridge of a block's rows, with every column. */
    private record Dense(NDArray confidence, NDArray ridge) {}

    // The objective over a dense matrix, without a Gram matrix, gathering or padding.
    private static Recorded record(Dense block, NDArray frozen, NDArray w) {
        w.setRequiresGradient(true);
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray score = w.matMul(frozen.transpose());
            NDArray loss = score.sub(1)
                    .square()
                    .mul(block.confidence)
                    .sum()
                    .add(score.square().sum().mul(ALPHA))
                    .add(w.square().mul(block.ridge).sum());
            gradients.backward(loss);
            return new Recorded(loss.getFloat(), w.getGradient().duplicate());
        }
    }

    private static Dense dense(
            NDManager manager, CsrMatrix cells, RowOrder rows, RowOrder columns, BlockedRows.Block block) {
        int count = block.rows();
        float[] confidence = new float[count * COLUMNS];
        float[] ridge = new float[count];
        for (int k = 0; k < count; k++) {
            int row = rows.rowAt(block.from() + k);
            for (int at = cells.rowStart()[row]; at < cells.rowStart()[row + 1]; at++) {
                int column = columns.positionOf(cells.columnIndexes()[at]);
                confidence[k * COLUMNS + column] = LOSS.confidence().weight(cells.values()[at]);
            }
            ridge[k] = (float) LOSS.ridge(cells.rowLength(row), COLUMNS);
        }
        return new Dense(
                manager.create(confidence, new Shape(count, COLUMNS)), manager.create(ridge, new Shape(count, 1)));
    }

    private static NDArray random(NDManager manager, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * DIMENSION];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) random.nextDouble(-0.7, 0.7);
        }
        return manager.create(values, new Shape(rows, DIMENSION));
    }

    private static CsrMatrix cells(SplittableRandom random) {
        int[] rowStart = new int[ROWS + 1];
        int[] columns = new int[ROWS * COLUMNS];
        float[] values = new float[columns.length];
        int cells = 0;
        for (int row = 0; row < ROWS; row++) {
            // The first row is empty, the last full.
            double share = row / (ROWS - 1.0);
            for (int column = 0; column < COLUMNS; column++) {
                if (random.nextDouble() < share) {
                    columns[cells] = column;
                    values[cells++] = random.nextInt(1, 20);
                }
            }
            rowStart[row + 1] = cells;
        }
        return new CsrMatrix(COLUMNS, rowStart, Arrays.copyOf(columns, cells), Arrays.copyOf(values, cells));
    }
}
