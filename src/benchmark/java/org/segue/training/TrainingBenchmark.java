package org.segue.training;

import java.util.concurrent.TimeUnit;
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
import org.segue.interactions.InteractionMatrix;

/**
 * One epoch, over users and then songs, of a training with embeddings of d = 64 and all processors. The training is that of
 * the application; the engine's start, the cutting into blocks and the exact solve at the end are not measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 4)
public class TrainingBenchmark {

    private static final int CELLS_PER_USER = 50;
    private static final int CELLS_PER_SONG = 60;
    private static final long SEED = 7;

    /** Interactions in millions. */
    @Param({"1", "5", "20"})
    public int millions;

    @SuppressWarnings("NullAway.Init") // by start
    private EpochByEpoch training;

    /** Makes the interactions and does the first epoch. */
    @Setup(Level.Trial)
    public void start() throws InterruptedException {
        int cells = millions * 1_000_000;
        int users = cells / CELLS_PER_USER / SyntheticListening.TASTES * SyntheticListening.TASTES;
        InteractionMatrix interactions = SyntheticListening.of(users, cells / CELLS_PER_SONG, cells, SEED);
        System.out.printf(
                "%n%d interactions, %d users, %d songs%n",
                interactions.interactions(), interactions.users(), interactions.songs());
        training = new EpochByEpoch(interactions);
    }

    /** Lets the training do one epoch. */
    @Benchmark
    public void epoch() throws InterruptedException {
        training.epoch();
    }

    /** Ends the training. */
    @TearDown(Level.Trial)
    public void stop() throws InterruptedException {
        training.stop();
    }
}
