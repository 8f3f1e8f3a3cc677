package org.segue.ranking.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A symmetric d × d matrix that is built as a sum of outer products, then factorized once and solved against any number of
 * right-hand sides. Doubles; only the upper triangle is kept, an array a row.
 *
 * <p>Every loop over a row adds multiples of other rows to it, four at a time, which HotSpot turns into vector instructions
 * (sums over a row it must not reorder, so dot products would stay scalar). Not safe for several threads while it is built or
 * factorized; afterwards {@link #solve} may be called by any thread.
 */
public final class SymmetricMatrix {

    /** First attempt to make a singular matrix definite, relative to its diagonal: far above rounding (1e-16). */
    private static final double FIRST_JITTER = 1e-9;

    /** A multiple of four, few enough to stay near the processor. */
    private static final int ROWS_AT_ONCE = 16;

    private final double[][] rows;

    /** A matrix of zeros. */
    public SymmetricMatrix(int size) {
        this(new double[size][size]);
    }

    private SymmetricMatrix(double[][] rows) {
        this.rows = rows;
    }

    /**
     * A matrix of given cells.
     *
     * @param size number of rows
     * @param triangle the upper triangle row after row, {@code size (size + 1) / 2} cells
     */
    public static SymmetricMatrix ofUpperTriangle(int size, double[] triangle) {
        SymmetricMatrix matrix = new SymmetricMatrix(size);
        int at = 0;
        for (int i = 0; i < size; i++) {
            System.arraycopy(triangle, at, matrix.rows[i], i, size - i);
            at += size - i;
        }
        return matrix;
    }

    /** The cells of the upper triangle, row after row. */
    public double[] upperTriangle() {
        double[] triangle = new double[rows.length * (rows.length + 1) / 2];
        int at = 0;
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], i, triangle, at, rows.length - i);
            at += rows.length - i;
        }
        return triangle;
    }

    /**
     * The Gram matrix of rows times a factor, {@code factor · Σ q qᵀ}: {@code dimension × dimension}.
     *
     * @param rows of this dimension
     * @param n number of rows
     * @throws IllegalArgumentException if a row is not finite
     */
    public static SymmetricMatrix gram(Rows rows, int n, int dimension, double factor) {
        SymmetricMatrix gram = new SymmetricMatrix(dimension);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        gram.addTerms(
                new WeightedRows(rows, IntStream.range(0, n).toArray(), ones, new float[n]), new double[dimension]);
        if (!Double.isFinite(gram.meanDiagonal())) {
            throw new IllegalArgumentException("illegal rows: not all finite");
        }
        gram.scale(factor);
        return gram;
    }

    /**
     * A matrix of given cells times a factor.
     *
     * @param cells finite, row after row; only the upper triangle is looked at: {@code dimension × dimension}
     */
    public static SymmetricMatrix of(double[] cells, int dimension, double factor) {
        SymmetricMatrix matrix = new SymmetricMatrix(dimension);
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(cells, i * dimension + i, matrix.rows[i], i, dimension - i);
        }
        matrix.scale(factor);
        return matrix;
    }

    /**
     * This matrix with outer products and a shift added, {@code A + Σ w q qᵀ + shift · I}, as a new one and factorized. A sum that is not
     * positive definite gets as much more on its diagonal as it takes.
     *
     * @param terms w and q, of this matrix's size
     * @param shift not negative
     * @param pulled becomes {@code Σ w t q}: of this matrix's size
     */
    public SymmetricMatrix factorizedSum(WeightedRows terms, double shift, double[] pulled) {
        SymmetricMatrix sum = new SymmetricMatrix(new double[this.rows.length][]);
        double jitter = 0;
        do {
            Arrays.setAll(sum.rows, i -> this.rows[i].clone());
            Arrays.fill(pulled, 0);
            sum.addTerms(terms, pulled);
            sum.shift(shift);
            double diagonal = sum.meanDiagonal();
            sum.shift(jitter * (diagonal > 0 ? diagonal : 1));
            jitter = Math.max(10 * jitter, FIRST_JITTER);
        } while (!sum.factorize());
        return sum;
    }

    // Some rows at a time are written in doubles, which is little beside their products; of several the memory is
    // waited for at once.
    private void addTerms(WeightedRows terms, double[] pulled) {
        double[][] copies = new double[Math.min(ROWS_AT_ONCE, terms.size())][rows.length];
        double[] weights = new double[copies.length];
        for (int j = 0; j < terms.size(); j += copies.length) {
            int next = Math.min(copies.length, terms.size() - j);
            for (int r = 0; r < next; r++) {
                terms.rows().copyRow(terms.chosen()[j + r], copies[r]);
                weights[r] = terms.weights()[j + r];
                add(pulled, 0, terms.pull(j + r), copies[r]);
            }
            addOuterProducts(copies, weights, next);
        }
    }

    /** Takes over the cells of a matrix of the same size. */
    public void set(SymmetricMatrix other) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(other.rows[i], i, rows[i], i, rows.length - i);
        }
    }

    /**
     * Adds {@code Σ weights[j] · vectors[j] vectors[j]ᵀ}.
     *
     * @param vectors arrays of values, one for each row of the matrix; those from {@code count} on are not looked at
     * @param weights a weight for each vector
     * @param count number of vectors
     */
    public void addOuterProducts(double[][] vectors, double[] weights, int count) {
        int j = 0;
        for (; j + 4 <= count; j += 4) {
            double[] v0 = vectors[j];
            double[] v1 = vectors[j + 1];
            double[] v2 = vectors[j + 2];
            double[] v3 = vectors[j + 3];
            for (int i = 0; i < rows.length; i++) {
                double a0 = weights[j] * v0[i];
                double a1 = weights[j + 1] * v1[i];
                double a2 = weights[j + 2] * v2[i];
                double a3 = weights[j + 3] * v3[i];
                addFour(rows[i], i, a0, v0, a1, v1, a2, v2, a3, v3);
            }
        }
        for (; j < count; j++) {
            for (int i = 0; i < rows.length; i++) {
                add(rows[i], i, weights[j] * vectors[j][i], vectors[j]);
            }
        }
    }

    /** Adds {@code shift · I}. */
    public void shift(double shift) {
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] += shift;
        }
    }

    /** Multiplies every cell. */
    public void scale(double factor) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = i; j < rows.length; j++) {
                rows[i][j] *= factor;
            }
        }
    }

    /** Mean of the diagonal, 0 for a matrix without rows. */
    public double meanDiagonal() {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += rows[i][i];
        }
        return rows.length == 0 ? 0 : sum / rows.length;
    }

    /**
     * Replaces the matrix by its Cholesky factor U (upper triangle, {@code A = UᵀU}). d³ / 6 multiplications.
     *
     * @return whether it worked; if not, the matrix is not positive definite to working precision and its cells are lost
     */
    public boolean factorize() {
        double tiniest = meanDiagonal() * 1e-14;
        for (int i = 0; i < rows.length; i++) {
            subtractAbove(i);
            double pivot = rows[i][i];
            // Written so that a pivot that is not a number fails too.
            if (!(pivot > tiniest) || pivot == Double.POSITIVE_INFINITY) {
                return false;
            }
            double inverse = 1 / Math.sqrt(pivot);
            for (int j = i; j < rows.length; j++) {
                rows[i][j] *= inverse;
            }
        }
        return true;
    }

    private void subtractAbove(int i) {
        double[] row = rows[i];
        int k = 0;
        for (; k + 4 <= i; k += 4) {
            double[] u0 = rows[k];
            double[] u1 = rows[k + 1];
            double[] u2 = rows[k + 2];
            double[] u3 = rows[k + 3];
            addFour(row, i, -u0[i], u0, -u1[i], u1, -u2[i], u2, -u3[i], u3);
        }
        for (; k < i; k++) {
            add(row, i, -rows[k][i], rows[k]);
        }
    }

    /**
     * Solves {@code A x = b} after {@link #factorize()}. d² multiplications.
     *
     * @param b right-hand side, replaced by the solution
     */
    public void solve(double[] b) {
        for (int i = 0; i < rows.length; i++) {
            b[i] /= rows[i][i];
            add(b, i + 1, -b[i], rows[i]);
        }
        for (int i = rows.length - 1; i >= 0; i--) {
            b[i] = (b[i] - product(rows[i], b, i + 1)) / rows[i][i];
        }
    }

    // In four sums side by side, as each addition would otherwise wait for the one before.
    private static double product(double[] a, double[] b, int from) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = from;
        for (; j + 4 <= a.length; j += 4) {
            s0 += a[j] * b[j];
            s1 += a[j + 1] * b[j + 1];
            s2 += a[j + 2] * b[j + 2];
            s3 += a[j + 3] * b[j + 3];
        }
        for (; j < a.length; j++) {
            s0 += a[j] * b[j];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static void add(double[] to, int from, double a, double[] x) {
        for (int j = from; j < to.length; j++) {
            to[j] += a * x[j];
        }
    }

    private static void addFour(
            double[] to,
            int from,
            double a0,
            double[] x0,
            double a1,
            double[] x1,
            double a2,
            double[] x2,
            double a3,
            double[] x3) {
        for (int j = from; j < to.length; j++) {
            to[j] += a0 * x0[j] + a1 * x1[j] + a2 * x2[j] + a3 * x3[j];
        }
    }
}
