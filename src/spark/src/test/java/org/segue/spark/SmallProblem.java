package org.segue.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.segue.interactions.ConfidenceWeighting;
import scala.Tuple2;

/** A few made rows in two shards, and what their objective comes to by its plain formula. */
final class SmallProblem {

    static final int SONGS = 23;
    static final Objective OBJECTIVE = new Objective(5, 0.01, 0.1);
    static final ConfidenceWeighting CONFIDENCE = ConfidenceWeighting.LOG;

    private SmallProblem() {}

    static List<Shard> shards() {
        return shards(SONGS, 40, 2, 7);
    }

    /** Rows of songs that have nothing to do with each other. */
    static List<Shard> shards(int songs, int users, int shards, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Shard> built = new ArrayList<>();
        for (int number = 0; number < shards; number++) {
            ShardBuilder builder = new ShardBuilder(number);
            for (int user = 0; user < users / shards; user++) {
                builder.user();
                builder.row();
                int[] heard = IntStream.range(0, songs)
                        .filter(song -> random.nextInt(4) == 0)
                        .toArray();
                for (int song : heard) {
                    builder.cell(song, 1 + random.nextInt(9), true);
                }
            }
            built.add(builder.build());
        }
        return built;
    }

    static EmbeddingTable table() {
        return EmbeddingTable.random(SONGS, OBJECTIVE.dimension(), 3, 1);
    }

    static UserSolver solver(EmbeddingTable table) {
        return new UserSolver(OBJECTIVE, CONFIDENCE, table.gram(OBJECTIVE.unobservedWeight()), table.rows());
    }

    /** All blocks of all shards, in the order in which a shuffle sorts them. */
    static List<Tuple2<Long, byte[]>> blocks(EmbeddingTable table) {
        return shards().stream()
                .flatMap(shard -> new ShardPass(shard, solver(table), table).sums().stream())
                .sorted((a, b) -> Long.compare(a._1(), b._1()))
                .toList();
    }

    static RowSums rowSums(EmbeddingTable table) {
        return RowSums.sum(
                blocks(table).stream()
                        .filter(block -> SongSums.chunk(block._1()) < 0)
                        .map(Tuple2::_2)
                        .toList(),
                OBJECTIVE.dimension());
    }

    /** min_P L by the formula: every pair of a row and a song is visited. */
    static double loss(EmbeddingTable table) {
        double loss = 0;
        long rows = 0;
        int[] heardBy = new int[SONGS];
        for (Shard shard : shards()) {
            rows += shard.rows();
            for (int row = 0; row < shard.rows(); row++) {
                loss += lossOfRow(shard, row, table, heardBy);
            }
        }
        for (int song = 0; song < SONGS; song++) {
            loss += OBJECTIVE.regularization()
                    * (heardBy[song] + OBJECTIVE.unobservedWeight() * rows)
                    * table.squaredLength(song);
        }
        return loss;
    }

    private static double lossOfRow(Shard shard, int row, EmbeddingTable table, int[] heardBy) {
        int from = shard.rowStart()[row];
        int to = shard.rowStart()[row + 1];
        int[] songs = IntStream.range(from, to).map(shard::song).toArray();
        int[] all = IntStream.range(0, songs.length).toArray();
        float[] plays = Arrays.copyOfRange(shard.plays(), from, to);
        float[] embedding =
                solver(table).solve(table.gathered(songs), all, plays).embedding();
        double loss = 0;
        for (int song = 0; song < SONGS; song++) {
            double score = dot(embedding, table, song);
            loss += OBJECTIVE.unobservedWeight() * score * score;
        }
        for (int k = 0; k < songs.length; k++) {
            double error = dot(embedding, table, songs[k]) - 1;
            loss += CONFIDENCE.weight(plays[k]) * error * error;
            heardBy[songs[k]]++;
        }
        double squares = 0;
        for (float value : embedding) {
            squares += (double) value * value;
        }
        return loss + OBJECTIVE.regularization() * (songs.length + OBJECTIVE.unobservedWeight() * SONGS) * squares;
    }

    private static double dot(float[] embedding, EmbeddingTable table, int song) {
        double sum = 0;
        for (int f = 0; f < embedding.length; f++) {
            sum += (double) embedding[f] * table.chunkOf(song)[table.placeOf(song) + f];
        }
        return sum;
    }
}
