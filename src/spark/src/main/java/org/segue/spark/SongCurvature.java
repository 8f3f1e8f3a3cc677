package org.segue.spark;

import java.io.Serializable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.segue.ranking.linalg.Vectors;

/**
 * M⁻¹ g for every song from one eigen-decomposition: songs differ in one number alone.
 *
 * <pre>M_i = S + k_i T,  S = α0 (PᵀP + λ |U| I),  T = C + (λ / κ) I,  C = Σ c p pᵀ / Σ c
 * Wᵀ T W = I and Wᵀ S W = Λ:  M_i⁻¹ = W (Λ + k_i)⁻¹ Wᵀ</pre>
 *
 * <p>C is the curvature that a cell has on average; what a song's own listeners bend its loss more than that is in k_i ({@link #strength}). 2 d² multiplications a song.
 * The generalized symmetric problem by Cholesky: Golub and Van Loan, "Matrix Computations", 8.7.2. Immutable.
 */
final class SongCurvature implements Serializable {

    private static final long serialVersionUID = 1;

    private final int dimension;
    private final double kappa;

    /** Rows of Wᵀ. */
    private final float[][] directions;

    /** Λ. */
    private final double[] values;

    /** C, row after row. */
    private final double[] mean;

    /**
     * Decomposes.
     *
     * @param sums of all rows
     * @param rows how many rows there are, |U|
     * @param kappa κ: how much further than the mean cell a song's curvature is taken to go
     * @throws TrainingDivergedException if the sums are not finite
     */
    SongCurvature(RowSums sums, long rows, Objective objective, double kappa) {
        this.dimension = objective.dimension();
        this.kappa = kappa;
        DMatrixRMaj meanCell = full(sums.curvature(), dimension, 1 / sums.weight());
        this.mean = meanCell.data;
        DMatrixRMaj all = full(sums.gram(), dimension, objective.unobservedWeight());
        addToDiagonal(all, objective.unobservedWeight() * objective.regularization() * rows);
        DMatrixRMaj own = meanCell.copy();
        addToDiagonal(own, objective.regularization() / kappa);
        DMatrixRMaj inverse = inverseOfCholesky(own);
        EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(congruent(inverse, all));
        this.values = new double[dimension];
        this.directions = new float[dimension][];
        for (int k = 0; k < dimension; k++) {
            values[k] = eigen.getEigenvalue(k).getReal();
            directions[k] = Vectors.toFloats(transposedTimes(inverse, eigen.getEigenVector(k)));
        }
    }

    private static DMatrixRMaj full(double[] triangle, int dimension, double factor) {
        DMatrixRMaj matrix = new DMatrixRMaj(dimension, dimension);
        int at = 0;
        for (int i = 0; i < dimension; i++) {
            for (int j = i; j < dimension; j++) {
                matrix.set(i, j, factor * triangle[at]);
                matrix.set(j, i, factor * triangle[at++]);
            }
        }
        return matrix;
    }

    private static void addToDiagonal(DMatrixRMaj matrix, double shift) {
        for (int i = 0; i < matrix.numRows; i++) {
            matrix.add(i, i, shift);
        }
    }

    // L⁻¹ of T = L Lᵀ.
    private static DMatrixRMaj inverseOfCholesky(DMatrixRMaj matrix) {
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
                DecompositionFactory_DDRM.chol(matrix.numRows, /* lower= */ true);
        if (!cholesky.decompose(matrix)) {
            throw new TrainingDivergedException("the curvature of songs is not positive definite");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(matrix.numRows, matrix.numRows);
        CommonOps_DDRM.invert(cholesky.getT(null), inverse);
        return inverse;
    }

    // L⁻¹ S L⁻ᵀ, symmetric to the last bit.
    private static DMatrixRMaj congruent(DMatrixRMaj inverse, DMatrixRMaj matrix) {
        DMatrixRMaj half = new DMatrixRMaj(matrix.numRows, matrix.numRows);
        CommonOps_DDRM.mult(inverse, matrix, half);
        DMatrixRMaj product = new DMatrixRMaj(matrix.numRows, matrix.numRows);
        CommonOps_DDRM.multTransB(half, inverse, product);
        for (int i = 0; i < product.numRows; i++) {
            for (int j = 0; j < i; j++) {
                product.set(i, j, product.get(j, i));
            }
        }
        return product;
    }

    private static EigenDecomposition_F64<DMatrixRMaj> eigen(DMatrixRMaj matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen =
                DecompositionFactory_DDRM.eig(matrix.numRows, /* computeVectors= */ true, /* isSymmetric= */ true);
        if (!eigen.decompose(matrix)) {
            throw new TrainingDivergedException("the curvature of songs has no eigenvectors");
        }
        return eigen;
    }

    private static double[] transposedTimes(DMatrixRMaj matrix, DMatrixRMaj vector) {
        DMatrixRMaj product = new DMatrixRMaj(matrix.numRows, 1);
        CommonOps_DDRM.multTransA(matrix, vector, product);
        return product.data;
    }

    /**
     * k_i: {@code κ W max(1, h / (W qᵀ C q))} with W = Σ c and h = Σ c ŷ² over the song's cells. Its own listeners bend its loss more than listeners at large
     * do along its embedding; without that the step of a song that few play overshoots.
     *
     * @param row q: where it starts in {@code chunk}
     * @param weight W
     * @param squares h
     */
    double strength(float[] chunk, int row, double weight, double squares) {
        double atLarge = weight * quadratic(chunk, row);
        return kappa * weight * (atLarge > 0 ? Math.max(1, squares / atLarge) : 1);
    }

    private double quadratic(float[] chunk, int row) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            double product = 0;
            for (int j = 0; j < dimension; j++) {
                product += mean[i * dimension + j] * chunk[row + j];
            }
            sum += product * chunk[row + i];
        }
        return sum;
    }

    /**
     * Solves M x = g.
     *
     * @param gradient g
     * @param strength k
     * @param solution where x goes
     * @param at where in it
     */
    void solve(float[] gradient, double strength, float[] solution, int at) {
        for (int k = 0; k < dimension; k++) {
            float[] direction = directions[k];
            float along = (float) (Vectors.fastDot(gradient, direction, 0) / (values[k] + strength));
            for (int f = 0; f < dimension; f++) {
                solution[at + f] += along * direction[f];
            }
        }
    }
}
