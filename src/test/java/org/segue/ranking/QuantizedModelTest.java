package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;
import org.segue.listens.Measure;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.ModelFiles;
import org.segue.model.ModelManifest;
import org.segue.model.Neighbors;
import org.segue.model.QuantizedEmbeddings;
import org.segue.model.SongEmbeddings;
import org.segue.songmodel.QuantizedRow;
import org.segue.testsupport.FactorModels;

/** A model in bytes answers to the last bit as one of the same values in floats. */
class QuantizedModelTest {

    private static final int SONGS = 1700;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 33, 64})
    void top_anyEmbedding_isThatOfFloats(int dimension) {
        FactorModel bytes = quantized(dimension, Neighbors.NONE);
        FactorModel floats = inFloats(bytes);

        for (long seed = 1; seed < 6; seed++) {
            float[] embedding = embedding(dimension, seed);
            assertThat(new SongBlocks(bytes).top(embedding, 50, songId -> songId % 3 != 0))
                    .isEqualTo(new SongBlocks(floats).top(embedding, 50, songId -> songId % 3 != 0));
        }
    }

    @Test
    void recommend_neighborsToo_isThatOfFloats() {
        FactorModel bytes = quantized(16, neighbors());
        FactorRecommender ours = new FactorRecommender(bytes);
        FactorRecommender theirs = new FactorRecommender(inFloats(bytes));

        for (int first = 1; first < 60; first++) {
            UserHistory history = history(first);
            List<ScoredSong> songs = ours.recommend(history, new Selection(20, false, songId -> true));

            assertThat(songs)
                    .hasSize(20)
                    .isEqualTo(theirs.recommend(history, new Selection(20, false, songId -> true)));
            assertThat(explained(ours, history, songs)).isEqualTo(explained(theirs, history, songs));
        }
    }

    private static List<Explanation> explained(FactorRecommender factors, UserHistory history, List<ScoredSong> songs) {
        return factors.explain(factors.embed(history).orElseThrow(), history, songs, 3, UntriedSongs.NOTHING);
    }

    @Test
    void similar_anySong_isThatOfFloats() {
        FactorModel bytes = quantized(16, Neighbors.NONE);
        CosineSimilarity ours = new CosineSimilarity(bytes, SongStats.EMPTY);
        CosineSimilarity theirs = new CosineSimilarity(inFloats(bytes), SongStats.EMPTY);

        for (int songId : new int[] {10, 500, 17_000}) {
            assertThat(ours.song(songId)).isEqualTo(theirs.song(songId));
            assertThat(ours.knowsSong(songId)).isTrue();
            assertThat(ours.songs(ours.song(songId), 10, any -> true))
                    .isEqualTo(theirs.songs(theirs.song(songId), 10, any -> true));
        }
    }

    @Test
    void file_writtenAndRead_staysInBytes() throws Exception {
        FactorModel bytes = quantized(16, neighbors());
        ModelManifest.Provenance provenance =
                new ModelManifest.Provenance(Instant.EPOCH, "test", FactorModels.implicit(16), Measure.PLAYS);
        ModelFiles.write(
                folder.resolve("model"),
                bytes,
                new ModelManifest(
                        provenance, new ModelManifest.Size(0, SONGS, 0), new ModelManifest.Fit(List.of(), 0), null));

        FactorModel read = ModelFiles.read(folder.resolve("model")).model();

        assertThat(read.embeddings()).isInstanceOf(QuantizedEmbeddings.class);
        assertThat(read.songFactors()).isEqualTo(bytes.songFactors());
        assertThat(read.neighbors().fresh()).isSameAs(read.neighbors().inSession());
        assertThat(read.neighbors().inSession()).isEqualTo(bytes.neighbors().inSession());
    }

    private static FactorModel quantized(int dimension, Neighbors neighbors) {
        FactorModel random = FactorModels.random(FactorModels.implicit(dimension), SONGS, dimension);
        byte[] values = new byte[SONGS * dimension];
        float[] scales = new float[SONGS];
        byte[] row = new byte[dimension];
        for (int song = 0; song < SONGS; song++) {
            scales[song] = QuantizedRow.quantize(random.embeddings().row(song), row);
            System.arraycopy(row, 0, values, song * dimension, dimension);
        }
        return of(random, new QuantizedEmbeddings(values, scales), neighbors);
    }

    private static FactorModel inFloats(FactorModel model) {
        return of(model, SongEmbeddings.of(model.songFactors(), SONGS), model.neighbors());
    }

    private static FactorModel of(FactorModel model, SongEmbeddings embeddings, Neighbors neighbors) {
        return new FactorModel(
                model.loss(),
                FactorModel.TrainedUsers.NONE,
                model.songIds(),
                embeddings,
                Hyperparameters.implicitDefaults().recencyOrNone(),
                neighbors,
                null);
    }

    private static Neighbors neighbors() {
        int[] start = IntStream.rangeClosed(0, SONGS).map(song -> 2 * song).toArray();
        int[] rows = IntStream.range(0, 2 * SONGS)
                .map(k -> (k / 2 + 1 + 40 * (k % 2)) % SONGS)
                .toArray();
        float[] near = new float[rows.length];
        Arrays.fill(near, 0.4f);
        return new Neighbors(start, rows, near, near);
    }

    private static UserHistory history(int first) {
        int[] songIds = IntStream.range(0, 12).map(k -> 10 * (first + 37 * k)).toArray();
        float[] plays = new float[songIds.length];
        Arrays.fill(plays, 2);
        return new UserHistory(0, songIds, plays);
    }

    private static float[] embedding(int dimension, long seed) {
        Random random = new Random(seed);
        float[] embedding = new float[dimension];
        for (int k = 0; k < dimension; k++) {
            embedding[k] = (float) random.nextGaussian();
        }
        return embedding;
    }
}
