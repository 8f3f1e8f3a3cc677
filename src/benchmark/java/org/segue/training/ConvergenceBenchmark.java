package org.segue.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.segue.benchmark.SyntheticListening;
import org.segue.evaluation.Evaluator;
import org.segue.interactions.HoldOut;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.ranking.FactorRecommender;
import org.segue.training.djl.DjlFactorTraining;

/**
 * A whole fit of 17.5 million interactions of 350,000 users and 290,000 songs, the size of a large public table, by fixed
 * hyperparameters, the engine's start and the exact solve at the end included. Prints what the model then reaches on songs held out, and how much memory
 * the process has taken at most: the number of epochs after which the first stops growing is what a training needs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ConvergenceBenchmark {

    private static final int CELLS = 21_875_000;
    private static final int USERS = 350_208;
    private static final int SONGS = 290_000;
    private static final long SEED = 7;

    /** Passes over all interactions. */
    @Param({"5", "10", "15"})
    public int epochs;

    @SuppressWarnings("NullAway.Init") // by split
    private HoldOut holdOut;

    private @Nullable FactorModel model;

    /** Makes the interactions; a fifth of each user's is held out. */
    @Setup(Level.Trial)
    public void split() {
        holdOut = HoldOut.random(SyntheticListening.of(USERS, SONGS, CELLS, SEED), SEED);
        System.out.printf("%n%d interactions to train on%n", holdOut.training().interactions());
    }

    /** Fits. */
    @Benchmark
    public void fit() {
        Hyperparameters hyperparameters = Hyperparameters.implicitDefaults()
                .withUsualUnobservedWeight(holdOut.training())
                .withEpochs(epochs);
        int threads = Runtime.getRuntime().availableProcessors();
        model = new DjlFactorTraining()
                .train(holdOut.training(), hyperparameters, threads, progress -> {})
                .model();
    }

    /** Tells what came of it. */
    @TearDown(Level.Trial)
    public void measure() throws IOException {
        String memory = peakMemory();
        if (model != null) {
            double[] ndcg = new Evaluator(holdOut, SEED)
                    .score(new FactorRecommender(model))
                    .ndcgAt10();
            System.out.printf(
                    "%nNDCG@10 %.4f, memory at most %s%n",
                    Arrays.stream(ndcg).average().orElseThrow(), memory);
        }
    }

    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }
}
