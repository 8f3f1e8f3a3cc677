package org.segue.ranking.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricMatrixTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 31, 64})
    void solve_sumOfOuterProducts_givesBackTheVectorItWasMultipliedWith(int size) {
        Random random = new Random(size);
        int count = size + 3;
        double[][] vectors = new double[count][];
        double[] weights = new double[count];
        for (int j = 0; j < count; j++) {
            vectors[j] = random.doubles(size, -1, 1).toArray();
            weights[j] = 0.5 + random.nextDouble();
        }
        double[] expected = random.doubles(size, -1, 1).toArray();
        SymmetricMatrix matrix = new SymmetricMatrix(size);
        matrix.addOuterProducts(vectors, weights, count);
        matrix.shift(0.25);
        double[] x = times(vectors, weights, 0.25, expected);

        assertThat(matrix.factorize()).isTrue();
        matrix.solve(x);

        for (int k = 0; k < size; k++) {
            assertThat(x[k]).isCloseTo(expected[k], within(1e-10));
        }
    }

    @Test
    void factorize_lessThanFullRank_fails() {
        SymmetricMatrix matrix = new SymmetricMatrix(3);
        matrix.addOuterProducts(new double[][] {{1, 2, 3}, {2, 0, 1}}, new double[] {1, 1}, 2);

        assertThat(matrix.factorize()).isFalse();
    }

    @Test
    void factorize_zerosNegativeOrNotANumber_fails() {
        assertThat(new SymmetricMatrix(2).factorize()).isFalse();
        assertThat(ofDiagonal(-1).factorize()).isFalse();
        assertThat(ofDiagonal(Double.NaN).factorize()).isFalse();
        assertThat(ofDiagonal(Double.POSITIVE_INFINITY).factorize()).isFalse();
    }

    @Test
    void meanDiagonal_scaledMatrix_isScaled() {
        SymmetricMatrix matrix = new SymmetricMatrix(2);
        matrix.addOuterProducts(new double[][] {{1, 3}}, new double[] {2}, 1);
        SymmetricMatrix copy = new SymmetricMatrix(2);
        copy.set(matrix);
        matrix.scale(3);

        assertThat(matrix.meanDiagonal()).isEqualTo(30);
        assertThat(copy.meanDiagonal()).isEqualTo(10);
        assertThat(new SymmetricMatrix(0).meanDiagonal()).isZero();
    }

    @Test
    void ofUpperTriangle_cellsOfAMatrix_makesItAnew() {
        SymmetricMatrix matrix = new SymmetricMatrix(3);
        matrix.addOuterProducts(new double[][] {{1, 3, 5}}, new double[] {2}, 1);

        assertThat(matrix.upperTriangle()).containsExactly(2, 6, 10, 18, 30, 50);
        assertThat(SymmetricMatrix.ofUpperTriangle(3, matrix.upperTriangle()).upperTriangle())
                .isEqualTo(matrix.upperTriangle());
    }

    private static SymmetricMatrix ofDiagonal(double value) {
        SymmetricMatrix matrix = new SymmetricMatrix(2);
        matrix.shift(value);
        return matrix;
    }

    private static double[] times(double[][] vectors, double[] weights, double shift, double[] x) {
        double[] product = new double[x.length];
        for (int j = 0; j < vectors.length; j++) {
            double dot = 0;
            for (int k = 0; k < x.length; k++) {
                dot += vectors[j][k] * x[k];
            }
            for (int k = 0; k < x.length; k++) {
                product[k] += weights[j] * dot * vectors[j][k];
            }
        }
        for (int k = 0; k < x.length; k++) {
            product[k] += shift * x[k];
        }
        return product;
    }
}
