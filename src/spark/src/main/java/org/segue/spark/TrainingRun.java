package org.segue.spark;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.segue.catalog.RecordingKey;
import org.segue.songmodel.SongModelManifest;

/** One training from listens to the file. For one thread. */
final class TrainingRun {

    private static final String SOFTWARE = "segue-spark 0.1.0";

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final Configuration hadoop;
    private final TrainSongModel options;
    private final PrintStream told;
    private final StageTotals totals = new StageTotals();
    private final WorkFolder folder;
    private final Preparation preparation;

    /**
     * A training.
     *
     * @param options in range
     * @param told where its progress is told, a line at a time
     */
    TrainingRun(SparkSession spark, TrainSongModel options, PrintStream told) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.hadoop = context.hadoopConfiguration();
        this.options = options;
        this.told = told;
        this.folder = new WorkFolder(hadoop, options.work);
        this.preparation = new Preparation(spark, folder);
    }

    /** Trains, and writes the file. */
    void run() {
        spark.sparkContext().addSparkListener(totals);
        try {
            train();
        } finally {
            spark.sparkContext().removeSparkListener(totals);
        }
    }

    private void train() {
        String what = what();
        Preparation.Prepared prepared = prepare(what);
        JavaRDD<Shard> shards = preparation.shards().persist(StorageLevel.MEMORY_AND_DISK());
        SongCells cells = SongCells.of(shards, prepared.songs(), options.confidence);
        Objective objective = objective(prepared, cells);
        tell("%d listeners, %d rows with their sessions, %d songs, %d cells; α0 %s; %s"
                .formatted(
                        prepared.listeners(),
                        cells.allRows(),
                        prepared.songs(),
                        cells.cells(),
                        objective.unobservedWeight(),
                        totals.take().inWords()));
        EmbeddingTable table = rounds(what, shards, cells, objective);
        Dataset<Row> nearest = NeighborPairs.nearest(spark, shards, options.minListeners, options.neighbors);
        SongModelOutput.write(
                hadoop,
                options.out,
                manifest(prepared, objective),
                table,
                preparation.songs(),
                nearest,
                options.neighbors);
        shards.unpersist();
        tell("%s is written; %s".formatted(options.out, totals.take().inWords()));
    }

    private Preparation.Prepared prepare(String what) {
        context.setJobDescription("listens to shards");
        Dataset<Row> listens =
                Listens.within(Listens.read(spark, options.input, options.format), options.from, options.until);
        return preparation.prepare(
                listens,
                new Preparation.Wanted(
                        new Cells.Bounds(options.minSongs, options.maxSongs, options.maxListensADay),
                        options.minListeners,
                        options.sessions,
                        options.shards,
                        options.tested,
                        options.seed),
                what);
    }

    /** All that decides what is prepared: with it changed, it is prepared anew. */
    private String what() {
        List<String> inputs = options.input.stream()
                .map(path -> path + ' ' + WorkFolder.size(hadoop, path))
                .toList();
        return "%s %s %s %s %d %d %d %d %s %d %d %d"
                .formatted(
                        inputs,
                        options.format,
                        options.from,
                        options.until,
                        options.minSongs,
                        options.maxSongs,
                        options.maxListensADay,
                        options.minListeners,
                        options.sessions,
                        options.shards,
                        options.tested,
                        options.seed);
    }

    private Objective objective(Preparation.Prepared prepared, SongCells cells) {
        double density = (double) cells.cells() / cells.allRows() / cells.songs();
        double unobserved = options.unobservedWeight == null
                ? UsualUnobservedWeight.readable(density, prepared.hasSessions())
                : options.unobservedWeight;
        return new Objective(options.dimension, options.regularization, unobserved);
    }

    private EmbeddingTable rounds(String what, JavaRDD<Shard> shards, SongCells cells, Objective objective) {
        String training =
                "%s %s %s %s %s".formatted(what, objective, options.confidence, options.kappa, options.momentum);
        Checkpoints checkpoints = new Checkpoints(folder, training);
        RoundState begun = checkpoints
                .last()
                .orElseGet(() -> RoundState.first(cells.songs(), objective, options.kappa, options.seed));
        if (begun.round() > 0) {
            tell("goes on after round %d".formatted(begun.round()));
        }
        HoldOutScore score = new HoldOutScore(context, preparation.tested().cache(), objective, options.confidence);
        Rounds.Settings settings =
                new Rounds.Settings(objective, options.confidence, options.rounds, options.kappa, options.momentum);
        return new Rounds(context, shards, cells, settings)
                .run(begun, (report, state) -> {
                    tell(line(report, state, score));
                    if (report.round() % options.checkpointEvery == 0 || report.round() == options.rounds) {
                        checkpoints.write(state);
                    }
                })
                .table();
    }

    private String line(RoundReport report, RoundState state, HoldOutScore score) {
        StageTotals.Taken work = totals.take();
        boolean isScored =
                options.tested > 0 && (report.round() % options.scoreEvery == 0 || report.round() == options.rounds);
        String ndcg = isScored ? String.format(Locale.ROOT, ", NDCG@10 %.4f", score.of(state.table())) : "";
        totals.take();
        return String.format(
                Locale.ROOT,
                "round %d of %d: loss before it %.6f%s, κ %.2f, %.1f s; %s",
                report.round(),
                options.rounds,
                report.loss(),
                ndcg,
                report.pace().kappa(),
                report.whole().toMillis() / 1e3,
                work.inWords());
    }

    private SongModelManifest manifest(Preparation.Prepared prepared, Objective objective) {
        String confidence = options.confidence.name().toLowerCase(Locale.ROOT);
        String period = options.from == null && options.until == null
                ? null
                : "%s/%s"
                        .formatted(
                                options.from == null ? ".." : options.from,
                                options.until == null ? ".." : options.until);
        return new SongModelManifest(
                new SongModelManifest.Size(RecordingKey.VERSION, objective.dimension(), prepared.songs()),
                new SongModelManifest.Loss(
                        objective.unobservedWeight(),
                        objective.regularization(),
                        1,
                        SongModelManifest.Loss.WEIGHT,
                        confidence),
                SongModelManifest.Time.NONE,
                new SongModelManifest.Listeners(
                        prepared.listeners(),
                        options.minListeners,
                        options.minListeners < SongModelManifest.Listeners.MIN),
                new SongModelManifest.Run(options.shards, 1, options.seed),
                new SongModelManifest.Origin(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        SOFTWARE,
                        new SongModelManifest.Source(options.sourceName, options.sourceUrl, period),
                        options.license));
    }

    private void tell(String line) {
        told.println(line);
        told.flush();
    }
}
