package org.segue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.segue.interactions.ConfidenceWeighting;

/** What embeddings reach on public data, beside what the service's own training does with the same splits, d, λ and α0: its list is this one's. */
class PublicDataTest {

    private static final Path DATA = Path.of("../../../shared/data");
    private static final double REGULARIZATION = 0.005;
    private static final int ROUNDS = 16;

    @ParameterizedTest
    @CsvFileSource(files = "../test/resources/factors-alone.csv", numLinesToSkip = 1)
    void ndcg_isThatOfTheService(String file, long seed, double unobservedWeight, int users, double ndcg)
            throws IOException {
        Path data = DATA.resolve(file);
        assumeThat(data).as("skipped: %s is not there", data).isRegularFile();
        PublicData split = PublicData.split(data, seed);
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(SparkSessions.local().sparkContext());
        Objective objective = new Objective(64, REGULARIZATION, unobservedWeight);
        JavaRDD<Shard> shards = spark.parallelize(split.shards(4), 4).cache();
        SongCells cells = SongCells.of(shards, split.songs(), ConfidenceWeighting.NONE);
        StageTotals totals = new StageTotals();
        spark.sc().addSparkListener(totals);
        EmbeddingTable table = new Rounds(
                        spark,
                        shards,
                        cells,
                        new Rounds.Settings(objective, ConfidenceWeighting.NONE, ROUNDS, 1.5, 0.5))
                .run(RoundState.first(split.songs(), objective, 1.5, 42), (report, state) -> {})
                .table();
        String work = totals.take().inWords();
        spark.sc().removeSparkListener(totals);
        JavaRDD<TestedListener> tested = spark.parallelize(split.tested(), 4);
        double reached = new HoldOutScore(spark, tested, objective, ConfidenceWeighting.NONE).of(table);
        System.out.printf("%s %d: NDCG@10 %.5f, the service's %.5f; %s%n", file, seed, reached, ndcg, work);

        assertThat(tested.count()).isEqualTo(users);
        assertThat(reached).isCloseTo(ndcg, within(0.005));
    }
}
