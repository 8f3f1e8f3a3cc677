package org.segue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.RecordingKey;
import org.segue.songmodel.ModelSong;
import org.segue.songmodel.SongLines;
import org.segue.songmodel.SongModel;
import org.segue.songmodel.SongModelReader;

/** Whole trainings in this process, of made listens. */
class TrainSongModelTest {

    private static final MadeListens MADE = new MadeListens(300, 600, 40);

    @TempDir
    static Path listens;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeAll
    static void makeListens() {
        SparkSession spark = SparkSessions.local();
        MADE.table(spark)
                .write()
                .mode("overwrite")
                .parquet(listens.resolve("made").toString());
    }

    private int train(String name, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "--input", listens.resolve("made").toString(),
                "--work", folder.resolve("work-" + name).toString(),
                "--out", folder.resolve(name + ".segue-model").toString(),
                "--dimension", "8",
                "--shards", "5",
                "--tested", "100",
                "--max-songs", "500",
                "--rounds", "4"));
        args.addAll(Arrays.asList(more));
        return TrainSongModel.run(print(told), print(errors), args.toArray(String[]::new));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private SongModel unpacked(String name) throws IOException {
        return SongModelReader.unpack(
                folder.resolve(name + ".segue-model"), folder.resolve("unpacked-" + name), SongModelReader.Limits.NONE);
    }

    @Test
    void training_writesASongModelThatReadersTake() throws IOException {
        assertThat(train("made")).isZero();

        try (SongModel model = unpacked("made");
                SongLines lines = model.songs()) {
            assertThat(model.manifest().listeners().users()).isEqualTo(300);
            assertThat(model.manifest().listeners().isPrivate()).isFalse();
            assertThat(model.manifest().size().songs()).isBetween(500, 600);
            int songs = 0;
            for (Optional<ModelSong> song = lines.next(); song.isPresent(); song = lines.next()) {
                assertThat(song.get().key())
                        .isEqualTo(
                                RecordingKey.of(song.get().artist(), song.get().title()));
                assertThat(song.get().listeners()).isBetween(5L, 300L);
                songs++;
            }
            assertThat(songs).isEqualTo(model.manifest().size().songs());
        }
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("300 listeners")
                .contains("round 4 of 4: loss")
                .contains("NDCG@10");
    }

    @Test
    void training_learnsTastes() {
        assertThat(train("tastes", "--rounds", "8")).isZero();

        String last = told.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("round 8"))
                .findFirst()
                .orElseThrow();
        double ndcg = Double.parseDouble(last.replaceAll(".*NDCG@10 ([0-9.]+),.*", "$1"));
        // Any ten of 600 songs reach some .015.
        assertThat(ndcg).isGreaterThan(0.05);
    }

    @Test
    void songModel_holdsNoUser() throws IOException {
        assertThat(train("private")).isZero();

        try (SongModel model = unpacked("private")) {
            assertThat(model.manifest().size().songs()).isPositive();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("unpacked-private"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes)
                        .doesNotContain(String.valueOf(MadeListens.FIRST_USER).substring(0, 5));
            }
        }
    }

    @Test
    void robot_isLeftOut_andCountsForNoSong() throws IOException {
        assertThat(train("robot", "--max-songs", "20000")).isZero();
        assertThat(train("human")).isZero();

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("301 listeners")
                .contains("300 listeners");
    }

    @Test
    void training_otherPartitionsAndResumed_makesTheSameBytes() throws IOException {
        SparkSession spark = SparkSessions.local();
        assertThat(train("whole", "--rounds", "6")).isZero();
        String partitions = spark.conf().get("spark.sql.shuffle.partitions");
        spark.conf().set("spark.sql.shuffle.partitions", "7");
        assertThat(train("ended", "--rounds", "3", "--checkpoint-every", "2")).isZero();
        Files.delete(folder.resolve("work-ended/checkpoint-000003"));
        spark.conf().set("spark.sql.shuffle.partitions", partitions);
        assertThat(train("ended", "--rounds", "6")).isZero();

        assertThat(told.toString(StandardCharsets.UTF_8)).contains("goes on after round 2");
        SongModelFiles.assertSameButForTheTime(
                folder.resolve("whole.segue-model"), folder.resolve("ended.segue-model"));
    }

    @Test
    void damagedCheckpoint_isPassedOver() throws IOException {
        assertThat(train("damaged", "--rounds", "4", "--checkpoint-every", "2")).isZero();
        Path last = folder.resolve("work-damaged/checkpoint-000004");
        byte[] bytes = Files.readAllBytes(last);
        bytes[bytes.length / 2] ^= 1;
        Files.write(last, bytes);
        Files.deleteIfExists(last.resolveSibling(".checkpoint-000004.crc"));
        told.reset();
        assertThat(train("damaged", "--rounds", "4")).isZero();

        assertThat(told.toString(StandardCharsets.UTF_8)).contains("goes on after round 2");
    }

    @Test
    void dataWithoutStructure_areTrainedToALossThatFalls() {
        // Steps that are too far: the guard must find shorter ones.
        assertThat(train("steps", "--kappa", "0.3", "--rounds", "12", "--tested", "0"))
                .isZero();

        List<Double> losses = told.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("round "))
                .map(line -> Double.parseDouble(line.replaceAll(".*before it ([0-9.]+),.*", "$1")))
                .toList();
        assertThat(losses).hasSize(12);
        assertThat(losses.get(11)).isLessThan(losses.get(0)).isCloseTo(losses.get(10), within(0.05));
    }

    @Test
    void tooFewListeners_isSaidInWords() {
        assertThat(train("few", "--min-listeners", "100000")).isEqualTo(3);

        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("No song has 100000 listeners or more.");
    }

    @Test
    void optionOutOfRange_isNamed() {
        assertThat(train("option", "--momentum", "1.5")).isEqualTo(3);

        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("--momentum: 1.5");
    }
}
