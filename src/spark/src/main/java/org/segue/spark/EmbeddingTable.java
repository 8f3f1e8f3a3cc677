package org.segue.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.segue.ranking.linalg.SymmetricMatrix;

/**
 * Embeddings of songs, {@code rows × d}, in chunks of {@value #CHUNK} rows: no array holds more than 2³¹ values, and no task wants the whole.
 * Filled by one thread, then only read.
 */
final class EmbeddingTable implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int CHUNK_BITS = 12;

    /** Rows of a chunk; the last may have fewer. */
    static final int CHUNK = 1 << CHUNK_BITS;

    /** Odd, with ones and zeros in no order: rows beside each other start far apart (Steele, Lea and Flood, OOPSLA 2014). */
    private static final long ROW_SEED = 0x9e3779b97f4a7c15L;

    /** Few beside the d values that are gathered at once. */
    private static final int ROWS_AT_ONCE = 16;

    private final int rows;
    private final int dimension;
    private final float[][] chunks;

    /** A table of zeros. */
    EmbeddingTable(int rows, int dimension) {
        this.rows = rows;
        this.dimension = dimension;
        this.chunks = new float[chunksOf(rows)][];
        for (int c = 0; c < chunks.length; c++) {
            chunks[c] = new float[rowsOf(c) * dimension];
        }
    }

    /**
     * A table of random values about 0, each row from a seed of its own: the same whatever else is in the table. Products and sums alone make
     * them, so that every JDK makes the same.
     *
     * @param length about the length of a row
     */
    static EmbeddingTable random(int rows, int dimension, long seed, double length) {
        EmbeddingTable table = new EmbeddingTable(rows, dimension);
        double width = length * Math.sqrt(12.0 / dimension);
        for (int row = 0; row < rows; row++) {
            SplittableRandom random = new SplittableRandom(seed + ROW_SEED * (row + 1));
            float[] chunk = table.chunkOf(row);
            for (int k = table.placeOf(row); k < table.placeOf(row) + dimension; k++) {
                chunk[k] = (float) (width * (random.nextDouble() - 0.5));
            }
        }
        return table;
    }

    /** How many chunks so many rows are. */
    static int chunksOf(int rows) {
        return (rows + CHUNK - 1) >> CHUNK_BITS;
    }

    /** Which chunk a row is in. */
    static int chunkNumber(int row) {
        return row >> CHUNK_BITS;
    }

    /** Place of a row in its chunk. */
    static int rowInChunk(int row) {
        return row & (CHUNK - 1);
    }

    int rows() {
        return rows;
    }

    int dimension() {
        return dimension;
    }

    int chunks() {
        return chunks.length;
    }

    /** The values of a chunk, row after row: the table's own. */
    float[] chunk(int number) {
        return chunks[number];
    }

    /** How many rows a chunk has. */
    int rowsOf(int chunk) {
        return Math.min(CHUNK, rows - (chunk << CHUNK_BITS));
    }

    /** The chunk that holds a row. */
    float[] chunkOf(int row) {
        return chunks[row >> CHUNK_BITS];
    }

    /** Where in its chunk a row starts. */
    int placeOf(int row) {
        return rowInChunk(row) * dimension;
    }

    /** Copies a row. */
    void copyRow(int row, float[] to, int at) {
        System.arraycopy(chunkOf(row), placeOf(row), to, at, dimension);
    }

    /** Some rows, one after the other. */
    float[] gathered(int[] chosen) {
        float[] values = new float[Math.multiplyExact(chosen.length, dimension)];
        for (int k = 0; k < chosen.length; k++) {
            copyRow(chosen[k], values, k * dimension);
        }
        return values;
    }

    /** Squared length of a row. */
    double squaredLength(int row) {
        float[] chunk = chunkOf(row);
        double sum = 0;
        for (int k = placeOf(row); k < placeOf(row) + dimension; k++) {
            sum += (double) chunk[k] * chunk[k];
        }
        return sum;
    }

    /** The Gram matrix QᵀQ times a factor, summed chunk after chunk. Uses all processors; the answer does not depend on them. */
    SymmetricMatrix gram(double factor) {
        double[][] parts = IntStream.range(0, chunks.length)
                .parallel()
                .mapToObj(this::gramOfChunk)
                .toArray(double[][]::new);
        double[] sum = new double[dimension * (dimension + 1) / 2];
        for (double[] part : parts) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += factor * part[k];
            }
        }
        return SymmetricMatrix.ofUpperTriangle(dimension, sum);
    }

    private double[] gramOfChunk(int number) {
        SymmetricMatrix gram = new SymmetricMatrix(dimension);
        double[][] copies = new double[ROWS_AT_ONCE][dimension];
        double[] ones = new double[ROWS_AT_ONCE];
        Arrays.fill(ones, 1);
        for (int row = 0; row < rowsOf(number); row += ROWS_AT_ONCE) {
            int next = Math.min(ROWS_AT_ONCE, rowsOf(number) - row);
            for (int k = 0; k < next; k++) {
                for (int f = 0; f < dimension; f++) {
                    copies[k][f] = chunks[number][(row + k) * dimension + f];
                }
            }
            gram.addOuterProducts(copies, ones, next);
        }
        return gram.upperTriangle();
    }
}
