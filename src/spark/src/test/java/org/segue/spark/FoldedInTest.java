package org.segue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.evaluation.RankingMetrics;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.songmodel.QuantizedRow;

/**
 * Listeners whom nobody trained on, folded in one at a time from a song model of the others, as its file has it, beside the same listeners trained with; both rank the songs of the song
 * model.
 */
class FoldedInTest {

    private static final Path DATA = Path.of("../../../shared/data");
    private static final int DIMENSION = 64;
    private static final int FOLDS = 10;
    private static final long SEED = 404;

    private final JavaSparkContext spark =
            JavaSparkContext.fromSparkContext(SparkSessions.local().sparkContext());

    @ParameterizedTest
    @CsvSource({
        "hetrec2011-lastfm-2k/user_artists.dat,0.1,60,0.008",
        "yes_com/playlist_song_counts.tsv.gz,0.19,30,0.018"
    })
    void strangers_areServedNearlyAsWellAsThoseTrainedWith(String file, double unobservedWeight, int oneOf, double most)
            throws IOException {
        Path data = DATA.resolve(file);
        assumeThat(data).as("skipped: %s is not there", data).isRegularFile();
        PublicData all = PublicData.split(data, SEED);
        Objective objective = new Objective(DIMENSION, 0.005, unobservedWeight);
        EmbeddingTable withThem = trained(all, objective);
        double[] differences = IntStream.range(0, FOLDS)
                .boxed()
                .flatMapToDouble(fold -> differences(all, withThem, objective, user -> user % oneOf == fold))
                .toArray();
        double mean = Arrays.stream(differences).average().orElseThrow();
        double variance =
                Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum() / (differences.length - 1);
        System.out.printf(
                "%s: %d strangers, %.4f ± %.4f beside those trained with%n",
                file, differences.length, mean, 1.96 * Math.sqrt(variance / differences.length));

        assertThat(differences).hasSizeGreaterThanOrEqualTo(300);
        assertThat(mean).isGreaterThan(-most);
    }

    private DoubleStream differences(
            PublicData all, EmbeddingTable withThem, Objective objective, IntPredicate isStranger) {
        int[] numbers = numbersWithout(all, isStranger);
        int songs = Arrays.stream(numbers).max().orElseThrow() + 1;
        PublicData others = new PublicData(mapped(all.training(), numbers, isStranger.negate()), new int[0][], songs);
        EmbeddingTable ofOthers = quantized(trained(others, objective));
        EmbeddingTable sameSongs = chosen(withThem, numbers, songs);
        UserSolver whole = solver(withThem, objective);
        UserSolver folded = solver(ofOthers, objective);
        int[][] known = mapped(all.training(), numbers, user -> true);
        int[][] heldOut = mapped(all.heldOut(), numbers, user -> true);
        return IntStream.range(0, known.length)
                .filter(user -> isStranger.test(user) && heldOut[user].length > 0 && known[user].length > 0)
                .mapToDouble(user -> {
                    TestedListener listener =
                            new TestedListener(user, known[user], ones(known[user].length), heldOut[user]);
                    float[] stranger = embedding(folded, ofOthers, known[user]);
                    float[] trainedWith = embedding(whole, withThem, all.training()[user]);
                    return ndcg(listener.top(stranger, ofOthers), heldOut[user])
                            - ndcg(listener.top(trainedWith, sameSongs), heldOut[user]);
                });
    }

    private static double ndcg(int[] ranked, int[] heldOut) {
        return RankingMetrics.ndcg(ranked, heldOut, 10);
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static float[] embedding(UserSolver solver, EmbeddingTable table, int[] known) {
        int[] places = IntStream.range(0, known.length).toArray();
        return solver.solve(table.gathered(known), places, ones(known.length)).embedding();
    }

    private static UserSolver solver(EmbeddingTable table, Objective objective) {
        return new UserSolver(
                objective, ConfidenceWeighting.NONE, table.gram(objective.unobservedWeight()), table.rows());
    }

    // By number among all, -1 for songs that strangers alone play.
    private static int[] numbersWithout(PublicData all, IntPredicate isStranger) {
        boolean[] isPlayed = new boolean[all.songs()];
        for (int user = 0; user < all.training().length; user++) {
            if (!isStranger.test(user)) {
                Arrays.stream(all.training()[user]).forEach(song -> isPlayed[song] = true);
            }
        }
        int[] numbers = new int[all.songs()];
        int next = 0;
        for (int song = 0; song < numbers.length; song++) {
            numbers[song] = isPlayed[song] ? next++ : -1;
        }
        return numbers;
    }

    private static int[][] mapped(int[][] rows, int[] numbers, IntPredicate isTaken) {
        return IntStream.range(0, rows.length)
                .filter(isTaken)
                .mapToObj(user -> Arrays.stream(rows[user])
                        .map(song -> numbers[song])
                        .filter(song -> song >= 0)
                        .toArray())
                .toArray(int[][]::new);
    }

    private EmbeddingTable trained(PublicData data, Objective objective) {
        JavaRDD<Shard> shards = spark.parallelize(data.shards(4), 4).cache();
        SongCells cells = SongCells.of(shards, data.songs(), ConfidenceWeighting.NONE);
        Rounds.Settings settings = new Rounds.Settings(objective, ConfidenceWeighting.NONE, 16, 1.5, 0.5);
        return new Rounds(spark, shards, cells, settings)
                .run(RoundState.first(data.songs(), objective, 1.5, 42), (report, state) -> {})
                .table();
    }

    // As a reader of the file has it.
    private static EmbeddingTable quantized(EmbeddingTable table) {
        EmbeddingTable read = new EmbeddingTable(table.rows(), DIMENSION);
        float[] row = new float[DIMENSION];
        byte[] bytes = new byte[DIMENSION];
        for (int song = 0; song < table.rows(); song++) {
            table.copyRow(song, row, 0);
            float scale = QuantizedRow.quantize(row, bytes);
            QuantizedRow.dequantize(bytes, 0, scale, row);
            System.arraycopy(row, 0, read.chunkOf(song), read.placeOf(song), DIMENSION);
        }
        return read;
    }

    private static EmbeddingTable chosen(EmbeddingTable table, int[] numbers, int songs) {
        EmbeddingTable chosen = new EmbeddingTable(songs, DIMENSION);
        for (int song = 0; song < numbers.length; song++) {
            if (numbers[song] >= 0) {
                table.copyRow(song, chosen.chunkOf(numbers[song]), chosen.placeOf(numbers[song]));
            }
        }
        return chosen;
    }
}
