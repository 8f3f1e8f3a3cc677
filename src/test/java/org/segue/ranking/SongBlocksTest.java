package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.model.FactorModel;
import org.segue.testsupport.FactorModels;

class SongBlocksTest {

    private static final Comparator<ScoredSong> BEST_FIRST =
            Comparator.comparing(ScoredSong::score).reversed().thenComparing(ScoredSong::songId);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 16, 33, 64})
    void top_lengthsFarApart_equalsAFullSort(int dimension) {
        for (int songs : new int[] {1, 255, 256, 257, 2000}) {
            FactorModel model = FactorModels.random(FactorModels.implicit(dimension), songs, songs + dimension);
            assertEqualsFullSort(model, embedding(dimension, songs), songId -> true);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void top_manyTiesAndZeros_equalsAFullSort(long seed) {
        Random random = new Random(seed);
        int dimension = 1 + random.nextInt(6);
        float[] factors = new float[dimension * 1500];
        for (int k = 0; k < factors.length; k++) {
            factors[k] = random.nextInt(3) - 1;
        }
        float[] embedding = new float[dimension];
        for (int k = 0; k < dimension; k++) {
            embedding[k] = random.nextInt(3) - 1;
        }
        FactorModel model = FactorModels.ofSongs(FactorModels.implicit(dimension), factors);

        assertEqualsFullSort(model, embedding, songId -> true);
        assertEqualsFullSort(model, embedding, songId -> songId % 7 != 0);
    }

    // All lengths are equal but for rounding, and so are many scores: the bound has to be right to the last bit.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void top_songsAlongTheEmbedding_equalsAFullSort(long seed) {
        int dimension = 48;
        float[] embedding = embedding(dimension, seed);
        float[] factors = new float[dimension * 1500];
        for (int i = 0; i < 1500; i++) {
            for (int k = 0; k < dimension; k++) {
                factors[i * dimension + k] = (i % 3 == 0 ? Math.nextUp(embedding[k]) : embedding[k]) * (i % 2 + 1);
            }
        }

        assertEqualsFullSort(
                FactorModels.ofSongs(FactorModels.implicit(dimension), factors), embedding, songId -> true);
    }

    @Test
    void top_zeroEmbedding_ranksByKey() {
        FactorModel model = FactorModels.random(FactorModels.implicit(8), 1000, 1);

        assertThat(new SongBlocks(model).top(new float[8], 3, songId -> true))
                .extracting(ScoredSong::songId)
                .containsExactly(10, 20, 30);
    }

    @Test
    void top_moreThanThereAre_isAllOfThem() {
        FactorModel model = FactorModels.random(FactorModels.implicit(8), 300, 1);

        assertThat(new SongBlocks(model).top(embedding(8, 1), Integer.MAX_VALUE, songId -> true))
                .hasSize(300);
    }

    @Test
    void top_nothingEligible_isEmpty() {
        FactorModel model = FactorModels.random(FactorModels.implicit(8), 300, 1);

        assertThat(new SongBlocks(model).top(embedding(8, 1), 10, songId -> false))
                .isEmpty();
    }

    @Test
    void top_noSongs_isEmpty() {
        FactorModel model = FactorModels.random(FactorModels.implicit(8), 0, 1);

        assertThat(new SongBlocks(model).top(embedding(8, 1), 10, songId -> true))
                .isEmpty();
    }

    @Test
    void top_scores_areTheDotProducts() {
        FactorModel model = FactorModels.random(FactorModels.implicit(50), 500, 1);
        float[] embedding = embedding(50, 2);

        for (ScoredSong song : new SongBlocks(model).top(embedding, 500, songId -> true)) {
            double exact = 0;
            for (int k = 0; k < 50; k++) {
                exact += (double) embedding[k] * model.songFactors()[model.songIndexOf(song.songId()) * 50 + k];
            }
            assertThat((double) song.score()).isCloseTo(exact, within(1e-5 * (1 + Math.abs(exact))));
        }
    }

    @Test
    void top_factorThatIsNotANumber_leavesTheSongOut() {
        float[] factors = {1, 2, Float.NaN, 1, 3, 4};
        FactorModel model = FactorModels.ofSongs(FactorModels.implicit(2), factors);

        assertThat(new SongBlocks(model).top(new float[] {1, 1}, 3, songId -> true))
                .containsExactly(new ScoredSong(30, 7), new ScoredSong(10, 3));
    }

    @Test
    void scan_lengthsFarApart_readsFewBlocks() {
        FactorModel model = FactorModels.random(FactorModels.implicit(16), 20_000, 1);
        SongBlocks songs = new SongBlocks(model);

        assertThat(songs.scan(embedding(16, 1), songId -> true, new TopN(10))).isBetween(1, 20);
    }

    @Test
    void scan_eligibility_isAskedOfCandidatesOnly() {
        SongBlocks songs = new SongBlocks(FactorModels.random(FactorModels.implicit(16), 20_000, 1));
        int[] asked = {0};
        songs.top(embedding(16, 1), 10, songId -> ++asked[0] > 0);

        assertThat(asked[0]).isBetween(10, 500);
    }

    @Test
    void top_embeddingOfAnotherLength_isRefused() {
        SongBlocks songs = new SongBlocks(FactorModels.random(FactorModels.implicit(8), 3, 1));

        assertThatThrownBy(() -> songs.top(new float[7], 1, songId -> true))
                .hasMessageContaining("length 7, must be 8");
    }

    private static void assertEqualsFullSort(FactorModel model, float[] embedding, IntPredicate eligible) {
        SongBlocks blocks = new SongBlocks(model);
        List<ScoredSong> sorted = fullSort(model, embedding, eligible);
        for (int n : new int[] {1, 2, 10, 300, 5000}) {
            assertThat(blocks.top(embedding, n, eligible)).isEqualTo(sorted.subList(0, Math.min(n, sorted.size())));
        }
    }

    private static List<ScoredSong> fullSort(FactorModel model, float[] embedding, IntPredicate eligible) {
        List<ScoredSong> songs = new ArrayList<>();
        for (int i = 0; i < model.songs(); i++) {
            if (eligible.test(model.songIds()[i])) {
                songs.add(new ScoredSong(model.songIds()[i], score(model, embedding, i)));
            }
        }
        songs.sort(BEST_FIRST);
        return songs;
    }

    // Floats are not associative: the order of the sum is that of the scan, four products at a time.
    private static float score(FactorModel model, float[] u, int i) {
        int d = u.length;
        float[] q = Arrays.copyOfRange(model.songFactors(), i * d, (i + 1) * d);
        float sum = 0;
        int k = 0;
        for (; k + 4 <= d; k += 4) {
            sum += u[k] * q[k] + u[k + 1] * q[k + 1] + u[k + 2] * q[k + 2] + u[k + 3] * q[k + 3];
        }
        for (; k < d; k++) {
            sum += u[k] * q[k];
        }
        return sum;
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
