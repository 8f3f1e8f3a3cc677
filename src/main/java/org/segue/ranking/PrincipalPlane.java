package org.segue.ranking;

import java.util.Random;

/**
 * The plane through many points on which they lie spread out most: their first two principal components.
 *
 * <p>With C the covariance of the points, both directions are found at once by orthogonal iteration, {@code V ← orthonormal(C
 * V)} (Golub and Van Loan, Matrix Computations, section 8.2.4), from a fixed start, so that the same points give the same
 * plane. Each direction is turned so that its entry of largest size is positive. Where the points spread along fewer than two
 * directions, the rest is zeros.
 */
final class PrincipalPlane {

    private static final int STEPS = 300;

    /** Shorter than this, relative to the spread, a direction is rounding and none. */
    private static final double NOTHING = 1e-9;

    private PrincipalPlane() {}

    /**
     * Where points lie on their plane: n d² + 600 d² multiplications.
     *
     * @param points n arrays of d finite numbers
     * @return n pairs of x and y, both with the mean 0
     */
    static double[][] project(float[][] points) {
        double[][] places = new double[points.length][2];
        if (points.length > 0) {
            double[] mean = mean(points);
            double[][] axes = axes(covariance(points, mean));
            for (int i = 0; i < points.length; i++) {
                for (int axis = 0; axis < 2; axis++) {
                    for (int k = 0; k < mean.length; k++) {
                        places[i][axis] += axes[axis][k] * (points[i][k] - mean[k]);
                    }
                }
            }
        }
        return places;
    }

    private static double[] mean(float[][] points) {
        double[] mean = new double[points[0].length];
        for (float[] point : points) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += (double) point[k] / points.length;
            }
        }
        return mean;
    }

    private static double[][] covariance(float[][] points, double[] mean) {
        int d = mean.length;
        double[][] covariance = new double[d][d];
        double[] centred = new double[d];
        for (float[] point : points) {
            for (int k = 0; k < d; k++) {
                centred[k] = point[k] - mean[k];
            }
            for (int k = 0; k < d; k++) {
                for (int l = 0; l < d; l++) {
                    covariance[k][l] += centred[k] * centred[l] / points.length;
                }
            }
        }
        return covariance;
    }

    private static double[][] axes(double[][] covariance) {
        int d = covariance.length;
        Random start = new Random(1);
        double[][] axes = new double[2][d];
        for (int k = 0; k < d; k++) {
            axes[0][k] = start.nextGaussian();
            axes[1][k] = start.nextGaussian();
        }
        double trace = 0;
        for (int k = 0; k < d; k++) {
            trace += covariance[k][k];
        }
        for (int step = 0; step < STEPS; step++) {
            axes = new double[][] {times(covariance, axes[0]), times(covariance, axes[1])};
            normalise(axes[0], NOTHING * trace);
            subtract(axes[1], dot(axes[0], axes[1]), axes[0]);
            normalise(axes[1], NOTHING * trace);
        }
        turn(axes[0]);
        turn(axes[1]);
        return axes;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int k = 0; k < product.length; k++) {
            product[k] = dot(matrix[k], vector);
        }
        return product;
    }

    private static void normalise(double[] vector, double nothing) {
        double length = Math.sqrt(dot(vector, vector));
        for (int k = 0; k < vector.length; k++) {
            vector[k] = length > nothing ? vector[k] / length : 0;
        }
    }

    private static void subtract(double[] vector, double times, double[] other) {
        for (int k = 0; k < vector.length; k++) {
            vector[k] -= times * other[k];
        }
    }

    private static void turn(double[] vector) {
        double largest = 0;
        for (double value : vector) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        if (largest < 0) {
            subtract(vector, 2, vector.clone());
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
