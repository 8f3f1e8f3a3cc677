package org.segue.spark;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.ranking.linalg.SymmetricMatrix;
import scala.Tuple2;

/**
 * The driver's loop: broadcast the songs, let shards solve their users, sum up by song, step. Between rounds nothing lives but the {@link RoundState}, on the driver.
 *
 * <p>The same input makes the same bits, whatever the number of Spark's partitions, and whoever was killed on the way: a shard adds up in one order, and shards are added in
 * one order. For one thread.
 */
final class Rounds {

    private final JavaSparkContext spark;
    private final JavaRDD<Shard> shards;
    private final Broadcast<SongCells> cells;
    private final long rows;
    private final Settings settings;

    /**
     * What all rounds are given.
     *
     * @param confidence c by plays
     * @param rounds how many at most
     * @param kappa κ at first
     * @param momentum β
     */
    record Settings(Objective objective, ConfidenceWeighting confidence, int rounds, double kappa, double momentum)
            implements Serializable {}

    /**
     * Rounds over shards.
     *
     * @param shards persisted by the caller
     * @param cells of the shards
     */
    Rounds(JavaSparkContext spark, JavaRDD<Shard> shards, SongCells cells, Settings settings) {
        this.spark = spark;
        this.shards = shards;
        this.cells = spark.broadcast(cells);
        this.rows = cells.allRows();
        this.settings = settings;
    }

    /**
     * Does the rounds that are left.
     *
     * @param begun where to go on; its tables are changed
     * @throws TrainingDivergedException if the loss is no number any more
     */
    RoundState run(RoundState begun, RoundListener listener) {
        RoundState state = begun;
        while (state.round() < settings.rounds()) {
            state = round(state, listener);
        }
        return state;
    }

    private RoundState round(RoundState state, RoundListener listener) {
        long started = System.nanoTime();
        spark.setJobDescription("round %d of %d".formatted(state.round() + 1, settings.rounds()));
        Broadcast<EmbeddingTable> table = spark.broadcast(state.table());
        JavaPairRDD<Long, byte[]> sums = sums(table);
        // The first job leaves its shuffle's files to the second.
        RowSums ofRows = rowSums(sums);
        Duration untilRows = Duration.ofNanos(System.nanoTime() - started);
        Pace pace = state.pace().next(loss(ofRows, state.table()), settings.kappa());
        for (Tuple2<Integer, float[]> step : steps(sums, ofRows, table, pace.kappa())) {
            state.move(step._1(), step._2(), pace.momentum(settings.momentum()));
        }
        table.destroy();
        RoundState next = state.next(pace);
        Duration whole = Duration.ofNanos(System.nanoTime() - started);
        listener.roundDone(new RoundReport(next.round(), pace.loss(), pace, untilRows, whole), next);
        return next;
    }

    private JavaPairRDD<Long, byte[]> sums(Broadcast<EmbeddingTable> table) {
        Objective objective = settings.objective();
        ConfidenceWeighting confidence = settings.confidence();
        double[] gram = table.value().gram(objective.unobservedWeight()).upperTriangle();
        return shards.flatMapToPair(shard -> {
                    SymmetricMatrix unobserved = SymmetricMatrix.ofUpperTriangle(objective.dimension(), gram);
                    int songs = table.value().rows();
                    UserSolver solver = new UserSolver(objective, confidence, unobserved, songs);
                    return new ShardPass(shard, solver, table.value()).sums().iterator();
                })
                .repartitionAndSortWithinPartitions(new SongPartitioner(spark.defaultParallelism()));
    }

    private RowSums rowSums(JavaPairRDD<Long, byte[]> sums) {
        JavaRDD<byte[]> ofRows = sums.mapPartitions(Rounds::rowBlocks);
        List<byte[]> blocks = ofRows.collectPartitions(new int[] {0})[0];
        return RowSums.sum(blocks, settings.objective().dimension());
    }

    private static Iterator<byte[]> rowBlocks(Iterator<Tuple2<Long, byte[]>> sorted) {
        List<byte[]> blocks = new ArrayList<>();
        while (sorted.hasNext()) {
            Tuple2<Long, byte[]> block = sorted.next();
            if (SongSums.chunk(block._1()) >= 0) {
                break;
            }
            blocks.add(block._2());
        }
        return blocks.iterator();
    }

    // Of what was heard: Σ_u min_p L_u + Σ_i ridge ‖q_i‖², per unit of weight.
    private double loss(RowSums ofRows, EmbeddingTable table) {
        double loss = ofRows.loss();
        for (int song = 0; song < table.rows(); song++) {
            loss += settings.objective().ridge(cells.value().rows(song), rows) * table.squaredLength(song);
        }
        if (!Double.isFinite(loss)) {
            throw new TrainingDivergedException("the loss is not a number");
        }
        return loss / ofRows.weight();
    }

    private List<Tuple2<Integer, float[]>> steps(
            JavaPairRDD<Long, byte[]> sums, RowSums ofRows, Broadcast<EmbeddingTable> table, double kappa) {
        Objective objective = settings.objective();
        Broadcast<SongCells> ofSongs = cells;
        double[] gram = ofRows.gram();
        SongCurvature curvature = new SongCurvature(ofRows, rows, objective, kappa);
        return sums.mapPartitions(blocks -> new SongSteps(objective, table.value(), ofSongs.value(), gram, curvature)
                        .of(blocks)
                        .iterator())
                .collect();
    }
}
