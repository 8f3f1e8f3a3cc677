package org.segue.training.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhiteningTest {

    @ParameterizedTest
    @CsvSource({"1, 0.5", "5, 0.5", "64, 0.5", "64, 0.001", "32, 100"})
    void of_eigenvaluesFarApart_makesTheCurvatureAboutTheSameEverywhere(int dimension, double ridge) {
        try (NDManager manager = TrainingEngine.start(1)) {
            NDArray gram = gram(manager, dimension, 3 * dimension);
            NDArray whitening = Whitening.of(manager, gram, ridge);

            NDArray curvature = gram.add(manager.eye(dimension).mul(ridge));
            float mean = curvature.mul(manager.eye(dimension)).sum().getFloat() / dimension;
            NDArray even = whitening.matMul(curvature).matMul(whitening).div(mean);

            assertThat(even.sub(manager.eye(dimension)).abs().max().getFloat()).isLessThan(0.15f);
            assertThat(whitening.sub(whitening.transpose()).abs().max().getFloat())
                    .isLessThan(1e-3f * whitening.abs().max().getFloat());
        }
    }

    // Fewer songs than dimensions, and no regularization: in some directions there is no curvature at all.
    @ParameterizedTest
    @CsvSource({"16, 3", "16, 0"})
    void of_noCurvatureSomewhere_staysFinite(int dimension, int rows) {
        try (NDManager manager = TrainingEngine.start(1)) {
            float[] whitening =
                    Whitening.of(manager, gram(manager, dimension, rows), 0).toFloatArray();

            for (float value : whitening) {
                assertThat(value).isFinite().isCloseTo(0, within(2000f));
            }
        }
    }

    private static NDArray gram(NDManager manager, int dimension, int rows) {
        Random random = new Random(dimension);
        float[] values = new float[dimension * rows];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) (random.nextGaussian() * Math.pow(0.9, k % dimension));
        }
        return rows == 0
                ? manager.zeros(new Shape(dimension, dimension))
                : gram(manager.create(values, new Shape(rows, dimension)));
    }

    private static NDArray gram(NDArray table) {
        return table.transpose().matMul(table);
    }
}
