package org.segue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** The sums of shards against the objective's plain formula. */
class GradientTest {

    private static final int DIMENSION = SmallProblem.OBJECTIVE.dimension();

    @Test
    void loss_isTheSumOverAllPairs() {
        EmbeddingTable table = SmallProblem.table();
        double songs = 0;
        for (int song = 0; song < table.rows(); song++) {
            songs += SmallProblem.OBJECTIVE.ridge(rowsWith(song), rows()) * table.squaredLength(song);
        }

        assertThat(SmallProblem.rowSums(table).loss() + songs)
                .isCloseTo(SmallProblem.loss(table), within(1e-4 * SmallProblem.loss(table)));
    }

    @Test
    void gradient_isThatOfFiniteDifferences() {
        EmbeddingTable table = SmallProblem.table();
        List<float[]> gradients = gradients(table);
        float step = 1e-2f;
        for (int song = 0; song < table.rows(); song += 5) {
            for (int f = 0; f < DIMENSION; f++) {
                double slope = (lossMoved(song, f, step) - lossMoved(song, f, -step)) / (2 * step);

                assertThat(2.0 * gradients.get(song)[f])
                        .as("song %d, value %d", song, f)
                        .isCloseTo(slope, within(0.02 + 0.02 * Math.abs(slope)));
            }
        }
    }

    private static double lossMoved(int song, int f, float step) {
        EmbeddingTable table = SmallProblem.table();
        table.chunkOf(song)[table.placeOf(song) + f] += step;
        return SmallProblem.loss(table);
    }

    private static List<float[]> gradients(EmbeddingTable table) {
        double[] sums = new double[table.rows() * (DIMENSION + 1)];
        for (Tuple2<Long, byte[]> block : SmallProblem.blocks(table)) {
            if (SongSums.chunk(block._1()) == 0) {
                SongSums.add(block._2(), sums, DIMENSION + 1);
            }
        }
        RowSums ofRows = SmallProblem.rowSums(table);
        SongCells cells = SongCells.of(SmallProblem.shards(), table.rows(), SmallProblem.CONFIDENCE);
        SongSteps steps = new SongSteps(
                SmallProblem.OBJECTIVE,
                table,
                cells,
                ofRows.gram(),
                new SongCurvature(ofRows, cells.allRows(), SmallProblem.OBJECTIVE, 1.5));
        List<float[]> gradients = new ArrayList<>();
        for (int song = 0; song < table.rows(); song++) {
            gradients.add(steps.gradient(song, table.chunk(0), song * DIMENSION, sums, song * (DIMENSION + 1)));
        }
        return gradients;
    }

    private static long rows() {
        return SmallProblem.shards().stream().mapToLong(Shard::rows).sum();
    }

    private static long rowsWith(int song) {
        return SmallProblem.shards().stream()
                .flatMapToInt(shard -> IntStream.range(0, shard.cells()).map(shard::song))
                .filter(heard -> heard == song)
                .count();
    }
}
