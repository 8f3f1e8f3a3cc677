package org.segue.ranking.map;

import java.util.Arrays;
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

    private final double[] mean;
    private final DMatrixRMaj axes;

    private PrincipalPlane(double[] mean, DMatrixRMaj axes) {
        this.mean = mean;
        this.axes = axes;
    }

    /**
     * The plane of points: n d² + O(d³) multiplications.
     *
     * @param points n arrays of d finite numbers
     */
    static PrincipalPlane of(float[][] points) {
        int d = points.length == 0 ? 0 : points[0].length;
        double[] mean = mean(points, d);
        return new PrincipalPlane(mean, d == 0 ? new DMatrixRMaj(0, AXES) : axes(centered(points, mean)));
    }

    /**
     * Where points lie on their own plane.
     *
     * @param points n arrays of d finite numbers
     * @return n pairs of x and y, both with the mean 0
     */
    static double[][] project(float[][] points) {
        PrincipalPlane plane = of(points);
        return Arrays.stream(points).map(plane::place).toArray(double[][]::new);
    }

    /** Where a point lies on the plane, which may be one that the plane was not made of: x and y. */
    double[] place(float[] point) {
        double[] place = new double[AXES];
        for (int k = 0; k < mean.length; k++) {
            double apart = point[k] - mean[k];
            for (int axis = 0; axis < AXES; axis++) {
                place[axis] += apart * axes.get(k, axis);
            }
        }
        return place;
    }

    private static double[] mean(float[][] points, int d) {
        double[] mean = new double[d];
        for (float[] point : points) {
            for (int k = 0; k < d; k++) {
                mean[k] += (double) point[k] / points.length;
            }
        }
        return mean;
    }

    private static DMatrixRMaj centered(float[][] points, double[] mean) {
        DMatrixRMaj centered = new DMatrixRMaj(points.length, mean.length);
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < mean.length; k++) {
                centered.set(i, k, points[i][k] - mean[k]);
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
