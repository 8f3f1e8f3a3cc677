package org.segue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.evaluation.RankingMetrics;
import org.segue.interactions.ConfidenceWeighting;

/**
 * Prints the processor time of tasks until as much is found as MLlib's ALS finds, which is given the regularization that suits it best, in one run on the same split. Its weight of what was heard
 * is 1 + α beside 1 for all else: α = 1 / α0.
 */
class MllibBenchmark {

    private static final Path DATA = Path.of("../../../shared/data");
    private static final int DIMENSION = 64;
    private static final long SEED = 101;
    private static final double[] REGULARIZATIONS = {0.03, 0.1, 0.3};
    private static final int[] ITERATIONS = {2, 3, 4, 6, 8, 12};

    private final SparkSession session = SparkSessions.local();
    private final JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    private final StageTotals totals = new StageTotals();

    /** What a training came to. */
    private record Reached(double ndcg, double seconds, String how) {}

    @ParameterizedTest
    @CsvSource({"hetrec2011-lastfm-2k/user_artists.dat,0.1", "yes_com/playlist_song_counts.tsv.gz,0.19"})
    void sameNdcg_isReached(String file, double unobservedWeight) throws IOException {
        Path data = DATA.resolve(file);
        assumeThat(data).as("skipped: %s is not there", data).isRegularFile();
        PublicData split = PublicData.split(data, SEED);
        spark.sc().addSparkListener(totals);
        Dataset<Row> cells = cells(split).cache();
        cells.count();
        // Once for the compiler of the JVM, for both.
        als(split, cells, unobservedWeight, 0.1, 2);
        rounds(split, unobservedWeight, 2, 1);
        Reached theirs = best(split, cells, unobservedWeight);
        Reached ours = rounds(split, unobservedWeight, 24, theirs.ndcg());
        System.out.printf("%s%n  MLlib: %s%n  rounds: %s%n", file, theirs, ours);

        assertThat(ours.ndcg()).isGreaterThanOrEqualTo(theirs.ndcg());
    }

    // The fewest iterations that come within .001 of the best.
    private Reached best(PublicData split, Dataset<Row> cells, double unobservedWeight) {
        List<Reached> all = new ArrayList<>();
        for (double regularization : REGULARIZATIONS) {
            for (int iterations : ITERATIONS) {
                all.add(als(split, cells, unobservedWeight, regularization, iterations));
                System.out.println(all.get(all.size() - 1));
            }
        }
        double most = all.stream().mapToDouble(Reached::ndcg).max().orElseThrow();
        return all.stream()
                .filter(reached -> reached.ndcg() >= most - 0.001)
                .min(Comparator.comparingDouble(Reached::seconds))
                .orElseThrow();
    }

    private Reached als(
            PublicData split, Dataset<Row> cells, double unobservedWeight, double regularization, int iterations) {
        settle();
        ALSModel model = new ALS()
                .setImplicitPrefs(true)
                .setRank(DIMENSION)
                .setAlpha(1 / unobservedWeight)
                .setRegParam(regularization)
                .setMaxIter(iterations)
                .setNumBlocks(4)
                .setSeed(SEED)
                .setUserCol("user")
                .setItemCol("song")
                .setRatingCol("weight")
                .fit(cells);
        double seconds = settle();
        float[][] songs = factors(model.itemFactors(), split.songs());
        float[][] users = factors(model.userFactors(), split.training().length);
        return new Reached(
                ndcg(split, users, songs), seconds, "λ %s, %d iterations".formatted(regularization, iterations));
    }

    private static float[][] factors(Dataset<Row> rows, int count) {
        float[][] factors = new float[count][DIMENSION];
        for (Row row : rows.collectAsList()) {
            List<Float> values = row.getList(1);
            for (int f = 0; f < DIMENSION; f++) {
                factors[row.getInt(0)][f] = values.get(f);
            }
        }
        return factors;
    }

    private static double ndcg(PublicData split, float[][] users, float[][] songs) {
        EmbeddingTable table = new EmbeddingTable(songs.length, DIMENSION);
        for (int song = 0; song < songs.length; song++) {
            System.arraycopy(songs[song], 0, table.chunkOf(song), table.placeOf(song), DIMENSION);
        }
        return split.tested().stream()
                .mapToDouble(listener -> RankingMetrics.ndcg(
                        listener.top(users[(int) listener.place()], table),
                        split.heldOut()[(int) listener.place()],
                        10))
                .average()
                .orElseThrow();
    }

    private Reached rounds(PublicData split, double unobservedWeight, int most, double wanted) {
        Objective objective = new Objective(DIMENSION, 0.005, unobservedWeight);
        JavaRDD<Shard> shards = spark.parallelize(split.shards(4), 4).cache();
        SongCells cells = SongCells.of(shards, split.songs(), ConfidenceWeighting.NONE);
        HoldOutScore score =
                new HoldOutScore(spark, spark.parallelize(split.tested(), 4), objective, ConfidenceWeighting.NONE);
        settle();
        RoundState state = RoundState.first(split.songs(), objective, 1.5, 42);
        double seconds = 0;
        double reached = 0;
        for (int round = 1; round <= most && reached < wanted; round++) {
            Rounds.Settings one = new Rounds.Settings(objective, ConfidenceWeighting.NONE, round, 1.5, 0.5);
            state = new Rounds(spark, shards, cells, one).run(state, (report, after) -> {});
            seconds += settle();
            reached = score.of(state.table());
            settle();
        }
        return new Reached(reached, seconds, "%d rounds".formatted(state.round()));
    }

    private Dataset<Row> cells(PublicData split) {
        List<Row> rows = new ArrayList<>();
        for (int user = 0; user < split.training().length; user++) {
            for (int song : split.training()[user]) {
                rows.add(RowFactory.create(user, song, 1f));
            }
        }
        return session.createDataFrame(
                        rows,
                        new StructType().add("user", "int").add("song", "int").add("weight", "float"))
                .repartition(4);
    }

    // Metrics of tasks are told a moment after a job has ended.
    private double settle() {
        long before = System.nanoTime();
        Awaitility.await().until(() -> System.nanoTime() - before > 300_000_000);
        return totals.take().processorNanos() / 1e9;
    }
}
