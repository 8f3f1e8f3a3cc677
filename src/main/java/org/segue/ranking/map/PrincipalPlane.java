package org.segue.ranking.map;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The plane through many points on which they lie spread out most: their first two principal components, the eigenvectors of
 * the two greatest eigenvalues of the points' covariance. Each is turned so that its entry of largest size is positive. Where
 * the points spread along fewer than two directions, the rest is zeros.
 */
final class PrincipalPlane {

    private static final int AXES = 2;

    /** A variance below this, relative to the whole, is rounding. */
    private static final double ROUNDING = 1e-9;

    private PrincipalPlane() {}

    /**
     * Where points lie on their plane: n d² + O(d³) multiplications.
     *
     * @param points n arrays of d finite numbers
     * @return n pairs of x and y, both with the mean 0
     */
    static double[][] project(float[][] points) {
        double[][] places = new double[points.length][AXES];
        if (points.length > 0) {
            DMatrixRMaj centered = centered(points);
            DMatrixRMaj projected = new DMatrixRMaj(points.length, AXES);
            CommonOps_DDRM.mult(centered, axes(centered), projected);
            for (int i = 0; i < places.length; i++) {
                places[i][0] = projected.get(i, 0);
                places[i][1] = projected.get(i, 1);
            }
        }
        return places;
    }

    private static DMatrixRMaj centered(float[][] points) {
        DMatrixRMaj centered = new DMatrixRMaj(points.length, points[0].length);
        for (int k = 0; k < centered.numCols; k++) {
            double mean = 0;
            for (float[] point : points) {
                mean += (double) point[k] / points.length;
            }
            for (int i = 0; i < points.length; i++) {
                centered.set(i, k, points[i][k] - mean);
            }
        }
        return centered;
    }

    /** The directions as columns: {@code d × 2}. */
    private static DMatrixRMaj axes(DMatrixRMaj centered) {
        int d = centered.numCols;
        DMatrixRMaj scatter = new DMatrixRMaj(d, d);
        CommonOps_DDRM.multTransA(centered, centered, scatter);
        double whole = CommonOps_DDRM.trace(scatter);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
        if (!eigen.decompose(scatter)) {
            throw new IllegalStateException("No principal components: the points are not all finite.");
        }
        int[] widest = IntStream.range(0, d)
                .filter(i -> eigen.getEigenvalue(i).getReal() > ROUNDING * whole)
                .boxed()
                .sorted((a, b) -> Double.compare(
                        eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()))
                .limit(AXES)
                .mapToInt(i -> i)
                .toArray();
        DMatrixRMaj axes = new DMatrixRMaj(d, AXES);
        for (int axis = 0; axis < widest.length; axis++) {
            CommonOps_DDRM.insert(turned(eigen.getEigenVector(widest[axis])), axes, 0, axis);
        }
        return axes;
    }

    private static DMatrixRMaj turned(DMatrixRMaj direction) {
        boolean isNegative = -CommonOps_DDRM.elementMin(direction) > CommonOps_DDRM.elementMax(direction);
        if (isNegative) {
            CommonOps_DDRM.changeSign(direction);
        }
        return direction;
    }
}
