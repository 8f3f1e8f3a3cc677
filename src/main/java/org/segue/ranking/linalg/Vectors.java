package org.segue.ranking.linalg;

import java.util.Arrays;

/**
 * Products and lengths of vectors. Sums over floats are made in doubles and in the order of the dimensions, but for {@link
 * #fastDot}. Arrays that are multiplied have the same length.
 */
public final class Vectors {

    private Vectors() {}

    /** Dot product. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Dot product; of vectors of length 1 it is their cosine. */
    public static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (double) a[k] * b[k];
        }
        return sum;
    }

    /**
     * Dot product in floats with one row of a matrix, in four sums side by side, as each addition would otherwise wait for the one
     * before.
     *
     * @param vector {@code [dimension]}
     * @param rows any number of rows of this dimension, one after the other
     * @param from where the row starts
     */
    public static float fastDot(float[] vector, float[] rows, int from) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int k = 0;
        for (; k + 4 <= vector.length; k += 4) {
            s0 += vector[k] * rows[from + k];
            s1 += vector[k + 1] * rows[from + k + 1];
            s2 += vector[k + 2] * rows[from + k + 2];
            s3 += vector[k + 3] * rows[from + k + 3];
        }
        for (; k < vector.length; k++) {
            s0 += vector[k] * rows[from + k];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Euclidean length. */
    public static double norm(float[] vector) {
        return norm(vector, 0, vector.length);
    }

    /**
     * Euclidean length of one row of a matrix.
     *
     * @param rows any number of rows, one after the other
     * @param from where the row starts
     * @param dimension how many values it has
     */
    public static double norm(float[] rows, int from, int dimension) {
        double squares = 0;
        for (int k = from; k < from + dimension; k++) {
            squares += (double) rows[k] * rows[k];
        }
        return Math.sqrt(squares);
    }

    /** Scales a vector to length 1; one of zeros stays. */
    public static void normalize(float[] vector) {
        double length = norm(vector);
        if (length > 0) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = (float) (vector[k] / length);
            }
        }
    }

    /** Writes one row of a matrix in doubles. */
    public static void copyRow(float[] rows, int index, double[] to) {
        int from = index * to.length;
        for (int k = 0; k < to.length; k++) {
            to[k] = rows[from + k];
        }
    }

    /** The same values as floats. */
    public static float[] toFloats(double[] vector) {
        float[] floats = new float[vector.length];
        for (int k = 0; k < floats.length; k++) {
            floats[k] = (float) vector[k];
        }
        return floats;
    }

    /**
     * Multiplies one row of a matrix with many vectors at once, in floats. Each product is summed in the order of the dimensions.
     *
     * @param rows any number of rows, one after the other
     * @param from where the row starts
     * @param vectors one array for each dimension, at least one, which holds that of all vectors: {@code [dimension][n]}
     * @param products where the products go: at least {@code [n]}
     */
    public static void multiplyRow(float[] rows, int from, float[][] vectors, float[] products) {
        Arrays.fill(products, 0f);
        int n = vectors[0].length;
        int k = 0;
        for (; k + 4 <= vectors.length; k += 4) {
            addFour(products, rows, from + k, vectors, k);
        }
        for (; k < vectors.length; k++) {
            float a = rows[from + k];
            float[] values = vectors[k];
            for (int j = 0; j < n; j++) {
                products[j] += a * values[j];
            }
        }
    }

    /** The product of one vector with one row of a matrix, to the last bit as {@link #multiplyRow} has it. */
    public static float orderedDot(float[] vector, float[] rows, int from) {
        float sum = 0;
        int k = 0;
        for (; k + 4 <= vector.length; k += 4) {
            sum += vector[k] * rows[from + k]
                    + vector[k + 1] * rows[from + k + 1]
                    + vector[k + 2] * rows[from + k + 2]
                    + vector[k + 3] * rows[from + k + 3];
        }
        for (; k < vector.length; k++) {
            sum += vector[k] * rows[from + k];
        }
        return sum;
    }

    private static void addFour(float[] products, float[] rows, int at, float[][] vectors, int k) {
        float a0 = rows[at];
        float a1 = rows[at + 1];
        float a2 = rows[at + 2];
        float a3 = rows[at + 3];
        float[] v0 = vectors[k];
        float[] v1 = vectors[k + 1];
        float[] v2 = vectors[k + 2];
        float[] v3 = vectors[k + 3];
        for (int j = 0; j < v0.length; j++) {
            products[j] += a0 * v0[j] + a1 * v1[j] + a2 * v2[j] + a3 * v3[j];
        }
    }

    /**
     * By how much a product of two vectors in floats may exceed that of their lengths: it is off by less than {@code d · 2⁻²⁴} of it
     * (to first order; twice that is allowed for), and a bound must not fall below a product that rounding has lifted.
     *
     * @param dimension number of values of the vectors
     */
    public static double roundingOf(int dimension) {
        return 1 + (dimension + 2) * 0x1p-23;
    }
}
