package org.segue.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/**
 * Coordinates in which the objective of a row is about as steep in every direction, so that Adam, which knows one step size for each
 * coordinate, needs fewer steps: {@code w = S z} with {@code S = (A / mean eigenvalue of A)^(-1/2)} and A what does not depend on the row's
 * own cells, {@code A = α0 XᵀX + r I}. The root is the symmetric one, so that S changes as little from pass to pass as A does, and moments of
 * the pass before still mean something.
 */
final class Whitening {

    /** Added to eigenvalues whose mean is 1: more than what rounding of floats takes from the least. */
    private static final double MIN_EIGENVALUE = 1e-5;

    /** Each iteration multiplies what is small by up to 1.5. */
    private static final int MAX_ITERATIONS = 40;

    private static final double TOLERANCE = 1e-6;

    private Whitening() {}

    /**
     * S.
     *
     * @param scope owns it
     * @param weightedGram α0 XᵀX: dimension × dimension
     * @param ridge r of a usual row, not negative
     * @return dimension × dimension, symmetric
     */
    static NDArray of(NDManager scope, NDArray weightedGram, double ridge) {
        try (NDManager work = scope.newSubManager()) {
            NDArray gram = weightedGram.toType(DataType.FLOAT64, true);
            gram.attach(work);
            NDArray identity = work.eye((int) gram.getShape().get(0)).toType(DataType.FLOAT64, false);
            NDArray matrix = gram.add(identity.mul(ridge));
            double mean =
                    matrix.mul(identity).sum().getDouble() / gram.getShape().get(0);
            // Before anything is learned, and where the loss has run away, all directions are alike.
            NDArray root = mean > 0 && mean < Double.POSITIVE_INFINITY
                    ? inverseRoot(matrix.divi(mean).addi(identity.mul(MIN_EIGENVALUE)), identity)
                    : identity;
            NDArray whitening = root.toType(DataType.FLOAT32, true);
            whitening.attach(scope);
            return whitening;
        }
    }

    // Coupled Newton and Schulz iteration (Higham, "Functions of Matrices", 2008, 6.35): Y goes to the root, Z to its
    // inverse.
    private static NDArray inverseRoot(NDArray matrix, NDArray identity) {
        double norm = matrix.square().sum().sqrt().getDouble();
        NDArray y = matrix.div(norm);
        NDArray z = identity.duplicate();
        for (int k = 0; k < MAX_ITERATIONS; k++) {
            NDArray product = z.matMul(y);
            NDArray off = identity.sub(product);
            if (off.abs().max().getDouble() < TOLERANCE) {
                break;
            }
            NDArray half = identity.mul(3).subi(product).divi(2);
            y = y.matMul(half);
            z = half.matMul(z);
        }
        return z.divi(Math.sqrt(norm));
    }
}
