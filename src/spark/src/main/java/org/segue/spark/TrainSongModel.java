package org.segue.spark;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a song model from listens, as a program for {@code spark-submit}. What it prints goes to standard output, what Spark has to say to standard error. */
@Command(
        name = "TrainSongModel",
        description =
                "Trains a song model from listens. What was begun in the same --work folder goes on where it ended.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
public final class TrainSongModel implements Callable<Integer> {

    /** Ends of the program beside 0 and picocli's 2 for its arguments. */
    private static final int UNUSABLE_INPUT = 3;

    @Option(
            names = "--input",
            required = true,
            description = "Files or a folder of listens, with wildcards; may be given several times.")
    List<String> input = List.of();

    @Option(
            names = "--format",
            description =
                    "${COMPLETION-CANDIDATES}; told by each name if not given. LISTENBRAINZ is a JSON object a line.")
    @Nullable
    ListenFormat format;

    @Option(names = "--from", description = "First day of listens that count, in UTC: 2025-11-01.")
    @Nullable
    LocalDate from;

    @Option(names = "--until", description = "The day after the last.")
    @Nullable
    LocalDate until;

    @Option(
            names = "--work",
            required = true,
            description = "Folder for what is prepared and for checkpoints, which driver and executors see.")
    String work = "";

    @Option(names = "--out", required = true, description = "The song model: NAME.segue-model.")
    String out = "";

    @Option(names = "--dimension", description = "Length of an embedding.")
    int dimension = 64;

    @Option(names = "--regularization", description = "λ.")
    double regularization = 0.005;

    @Option(names = "--unobserved-weight", description = "α0; as suits the density of the data if not given.")
    @Nullable
    Double unobservedWeight;

    @Option(names = "--confidence", description = "How plays weigh: ${COMPLETION-CANDIDATES}.")
    ConfidenceWeighting confidence = ConfidenceWeighting.LOG;

    @Option(names = "--rounds", description = "Passes over all listeners.")
    int rounds = 16;

    @Option(names = "--kappa", description = "How far steps go: less is further.")
    double kappa = 1.5;

    @Option(names = "--momentum", description = "What of a step goes on in the next.")
    double momentum = 0.5;

    @Option(names = "--seed", description = "Where every random choice starts.")
    long seed = 42;

    @Option(names = "--shards", description = "Parts that listeners are in; decides the last bits.")
    int shards = 64;

    @Option(
            names = "--sessions",
            arity = "1",
            description = "Whether sessions are rows too; where data are dated if not given.")
    @Nullable
    Boolean sessions;

    @Option(names = "--min-songs", description = "Listeners with fewer songs are left out.")
    int minSongs = 5;

    @Option(names = "--max-songs", description = "Listeners with more songs are left out.")
    int maxSongs = 20_000;

    @Option(
            names = "--max-listens-a-day",
            description = "Listeners with more on a day with any, on average, are left out: 720 are 24 hours.")
    int maxListensADay = 720;

    @Option(
            names = "--min-listeners",
            description = "Songs with fewer are left out; below 5 the file is marked private.")
    int minListeners = 5;

    @Option(names = "--neighbors", description = "Neighbors of a song.")
    int neighbors = 30;

    @Option(names = "--tested", description = "Listeners of whose songs some are held out; 0 to train on all.")
    int tested = 2000;

    @Option(names = "--score-every", description = "Rounds from one NDCG@10 of the songs held out to the next.")
    int scoreEvery = 2;

    @Option(names = "--checkpoint-every", description = "Rounds from one checkpoint to the next.")
    int checkpointEvery = 2;

    @Option(names = "--source-name", description = "What the listens are called, for the file.")
    @Nullable
    String sourceName;

    @Option(names = "--source-url", description = "Where the listens are, for the file.")
    @Nullable
    String sourceUrl;

    @Option(names = "--license", description = "SPDX identifier of the listens' license, for the file.")
    @Nullable
    String license;

    private final PrintStream told;

    TrainSongModel(PrintStream told) {
        this.told = told;
    }

    /** Runs the program. */
    public static void main(String... args) {
        int end = run(System.out, System.err, args);
        if (end != 0) {
            System.exit(end);
        }
    }

    /**
     * Runs the program in this process.
     *
     * @return 0 if all went well
     */
    static int run(PrintStream out, PrintStream err, String... args) {
        CommandLine line = new CommandLine(new TrainSongModel(out));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOverwrittenOptionsAllowed(true);
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (isAboutInput(exception)) {
                err.println(exception.getMessage());
                return UNUSABLE_INPUT;
            }
            throw exception;
        });
        return line.execute(args);
    }

    private static boolean isAboutInput(Exception exception) {
        return exception instanceof MissingColumnException
                || exception instanceof NothingLeftException
                || exception instanceof TrainingDivergedException
                || exception instanceof IllegalArgumentException;
    }

    @Override
    public Integer call() {
        OptionRange.check(this);
        SparkSession spark = SparkSession.builder().config(configuration()).getOrCreate();
        new TrainingRun(spark, this, told).run();
        return 0;
    }

    private static SparkConf configuration() {
        return new SparkConf()
                .setIfMissing("spark.app.name", "segue song model")
                .setIfMissing("spark.driver.maxResultSize", "0")
                .setIfMissing("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .setIfMissing("spark.kryoserializer.buffer.max", "1g")
                .setIfMissing("spark.sql.session.timeZone", "UTC");
    }
}
