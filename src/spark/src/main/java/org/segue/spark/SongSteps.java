package org.segue.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * What the owners of songs do with the sums of all shards: half the gradient of the loss at each song, and the step against it.
 *
 * <pre>g_i = Σ_u c (ŷ − 1) p_u + α0 PᵀP q_i + λ (n_i + α0 |U|) q_i,  step = M_i⁻¹ g_i</pre>
 *
 * <p>With users solved exactly that is the gradient of min_P L in the songs (Danskin's theorem): users need no state. Blocks come sorted by chunk, then
 * shard, and are added in doubles in that order, whatever came first. For one thread.
 */
final class SongSteps {

    private final Objective objective;
    private final EmbeddingTable table;
    private final SongCells cells;
    private final long rows;
    private final double[] unobserved;
    private final SongCurvature curvature;

    /**
     * For one round.
     *
     * @param table embeddings of songs
     * @param gram PᵀP, the upper triangle row after row
     */
    SongSteps(Objective objective, EmbeddingTable table, SongCells cells, double[] gram, SongCurvature curvature) {
        this.objective = objective;
        this.table = table;
        this.cells = cells;
        this.rows = cells.allRows();
        this.unobserved = square(gram, objective.dimension(), objective.unobservedWeight());
        this.curvature = curvature;
    }

    private static double[] square(double[] triangle, int dimension, double factor) {
        double[] square = new double[dimension * dimension];
        int at = 0;
        for (int i = 0; i < dimension; i++) {
            for (int j = i; j < dimension; j++) {
                square[i * dimension + j] = factor * triangle[at];
                square[j * dimension + i] = factor * triangle[at++];
            }
        }
        return square;
    }

    /** Steps of whole chunks, by their number. Songs that no row has come to nothing but what all songs are pulled by. */
    List<Tuple2<Integer, float[]>> of(Iterator<Tuple2<Long, byte[]>> blocks) {
        List<Tuple2<Integer, float[]>> steps = new ArrayList<>();
        int width = objective.dimension() + 1;
        int chunk = -1;
        double @Nullable [] sums = null;
        while (blocks.hasNext()) {
            Tuple2<Long, byte[]> block = blocks.next();
            int next = SongSums.chunk(block._1());
            if (next < 0) {
                continue;
            }
            if (next != chunk) {
                addSteps(chunk, sums, steps);
                chunk = next;
                sums = new double[table.rowsOf(chunk) * width];
            }
            if (sums != null) {
                SongSums.add(block._2(), sums, width);
            }
        }
        addSteps(chunk, sums, steps);
        return steps;
    }

    private void addSteps(int chunk, double @Nullable [] sums, List<Tuple2<Integer, float[]>> steps) {
        if (sums != null) {
            steps.add(new Tuple2<>(chunk, steps(chunk, sums)));
        }
    }

    private float[] steps(int chunk, double[] sums) {
        int dimension = objective.dimension();
        float[] values = table.chunk(chunk);
        float[] steps = new float[values.length];
        for (int row = 0; row < table.rowsOf(chunk); row++) {
            int song = chunk * EmbeddingTable.CHUNK + row;
            float[] gradient = gradient(song, values, row * dimension, sums, row * (dimension + 1));
            double squares = sums[row * (dimension + 1) + dimension];
            double strength = curvature.strength(values, row * dimension, cells.weight(song), squares);
            curvature.solve(gradient, strength, steps, row * dimension);
        }
        return steps;
    }

    /** Half the gradient of a song: the row in the table, the sums of its chunk. */
    float[] gradient(int song, float[] values, int row, double[] sums, int at) {
        int dimension = objective.dimension();
        double ridge = objective.ridge(cells.rows(song), rows);
        float[] gradient = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            double sum = sums[at + i] + ridge * values[row + i];
            for (int j = 0; j < dimension; j++) {
                sum += unobserved[i * dimension + j] * values[row + j];
            }
            gradient[i] = (float) sum;
        }
        return gradient;
    }
}
