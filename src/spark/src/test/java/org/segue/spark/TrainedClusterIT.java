package org.segue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program on a real cluster, whose executor is killed in a map stage and one of whose workers in a reduce stage: the song model has the same bytes as one from two threads of one
 * process, where nothing happened.
 */
class TrainedClusterIT {

    private static final boolean IS_SOAK = Boolean.getBoolean("tests.soak");
    private static final Path JAR = Path.of(System.getProperty("segue.spark.jar", ""));

    /** Five million cells in the soak. */
    private static final MadeListens MADE =
            IS_SOAK ? new MadeListens(50_000, 100_000, 120) : new MadeListens(1500, 3000, 40);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @AfterEach
    void stopSpark() {
        SparkSession.active().stop();
    }

    @Test
    void killedExecutorAndWorker_leaveTheSameBytes() throws IOException {
        assumeThat(Path.of("/proc"))
                .as("skipped: processes are killed as Linux does")
                .isDirectory();
        assertThat(JAR).isRegularFile();
        SparkSession local = SparkSessions.local();
        MADE.table(local).write().parquet(folder.resolve("listens").toString());
        assertThat(train("undisturbed")).isZero();
        local.stop();

        try (LocalCluster cluster = new LocalCluster(Files.createDirectory(folder.resolve("cluster")))) {
            SparkSession spark = connect(cluster);
            KillInStage inMap = new KillInStage("round 2", true, () -> cluster.killExecutor(0));
            KillInStage inReduce = new KillInStage("round 4", false, () -> cluster.killWorker(1));
            spark.sparkContext().addSparkListener(inMap);
            spark.sparkContext().addSparkListener(inReduce);
            assertThat(train("killed")).isZero();

            assertThat(inMap.isDone()).isTrue();
            assertThat(inReduce.isDone()).isTrue();
        }
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("executors lost")
                .contains("failed");
        SongModelFiles.assertSameButForTheTime(
                folder.resolve("undisturbed.segue-model"), folder.resolve("killed.segue-model"));
    }

    private SparkSession connect(LocalCluster cluster) {
        return SparkSession.builder()
                .master(cluster.url())
                .appName("segue cluster test")
                .config("spark.jars", JAR.toString())
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", false)
                .config("spark.executor.cores", 1)
                .config("spark.executor.memory", "900m")
                .config("spark.driver.maxResultSize", "0")
                .config("spark.sql.shuffle.partitions", 6)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                // Two cores for three processes: what is slow is not dead.
                .config("spark.network.timeout", "300s")
                .getOrCreate();
    }

    private int train(String name, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "--input",
                folder.resolve("listens").toString(),
                "--work",
                folder.resolve("work-" + name).toString(),
                "--out",
                folder.resolve(name + ".segue-model").toString(),
                "--dimension",
                IS_SOAK ? "64" : "16",
                "--shards",
                "8",
                "--tested",
                "200",
                "--rounds",
                "5"));
        args.addAll(Arrays.asList(more));
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return TrainSongModel.run(out, System.err, args.toArray(String[]::new));
    }
}
