package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.SongStats;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.FactorModel;
import org.segue.ranking.linalg.Vectors;
import org.segue.testsupport.AlternatingLeastSquares;
import org.segue.testsupport.FactorModels;
import org.segue.testsupport.RandomInteractions;

class DiversityRerankerTest {

    private static final int N = 10;

    private final InteractionMatrix interactions = RandomInteractions.of(120, 400, 6000, 3);
    private final FactorModel model = AlternatingLeastSquares.fit(interactions, FactorModels.implicit(16), 4);
    private final FactorRecommender recommender = new FactorRecommender(model);
    private final NormalizedEmbeddings embeddings = new NormalizedEmbeddings(model);
    private final SongStats songs = songs(interactions);

    @Test
    void choose_none_isThePlainRanking() {
        assertThat(choose(4, DiversityReranker.NONE))
                .isEqualTo(recommender.recommend(interactions.history(4), Selection.unheard(N)));
    }

    @Test
    void choose_leastAdventure_decidesBetweenEqualScoresAtMost() {
        for (int user = 0; user < interactions.users(); user++) {
            assertThat(scores(choose(user, new DiversityReranker(0, 1e-12))))
                    .isEqualTo(scores(choose(user, DiversityReranker.NONE)));
        }
    }

    @Test
    void choose_moreAdventure_noveltyRisesMonotonically() {
        for (int user = 0; user < interactions.users(); user += 7) {
            double before = Double.NEGATIVE_INFINITY;
            for (double adventure = 0; adventure <= 1; adventure += 0.05) {
                double novelty = novelty(choose(user, new DiversityReranker(0, adventure)));
                assertThat(novelty).isGreaterThanOrEqualTo(before - 1e-9);
                before = novelty;
            }
            assertThat(before).isGreaterThan(novelty(choose(user, DiversityReranker.NONE)));
        }
    }

    @Test
    void choose_moreDiversity_songsAreLessAlikeOnTheWhole() {
        double[] alike = new double[3];
        for (int user = 0; user < interactions.users(); user++) {
            alike[0] += alike(choose(user, DiversityReranker.NONE));
            alike[1] += alike(choose(user, new DiversityReranker(0.4, 0)));
            alike[2] += alike(choose(user, new DiversityReranker(0.8, 0)));
        }
        assertThat(alike[1]).isLessThan(alike[0]);
        assertThat(alike[2]).isLessThan(alike[1]);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.2, 0.3", "0.9, 0.1", "1, 0", "1e-9, 0.5"})
    void choose_diversity_isWhatTheDefinitionPicksOneByOne(double diversity, double adventure) {
        DiversityReranker variety = new DiversityReranker(diversity, adventure);
        for (int user = 0; user < interactions.users(); user++) {
            List<ScoredSong> pool = pool(user, variety);
            assertThat(variety.choose(pool, N, songs, embeddings)).isEqualTo(picked(pool, variety));
        }
    }

    @Test
    void choose_diversity_keepsTheBestSongFirstAndTakesEachOnce() {
        List<ScoredSong> chosen = choose(4, new DiversityReranker(0.7, 0));

        assertThat(chosen.get(0)).isEqualTo(choose(4, DiversityReranker.NONE).get(0));
        assertThat(chosen).hasSize(N).doesNotHaveDuplicates();
    }

    @Test
    void choose_diversityOfOne_leavesOutTheTwin() {
        FactorModel twins = FactorModels.ofSongs(FactorModels.implicit(2), new float[] {1, 0, 0.9f, 0, 0, 0.1f});
        List<ScoredSong> pool = List.of(new ScoredSong(10, 1), new ScoredSong(20, 0.9f), new ScoredSong(30, 0.1f));

        assertThat(new DiversityReranker(1, 0).choose(pool, 2, SongStats.EMPTY, new NormalizedEmbeddings(twins)))
                .extracting(ScoredSong::songId)
                .containsExactly(10, 30);
        assertThat(new DiversityReranker(1, 0).choose(pool, 2, SongStats.EMPTY, NormalizedEmbeddings.NONE))
                .extracting(ScoredSong::songId)
                .containsExactly(10, 20);
    }

    @Test
    void choose_poolSmallerThanAsked_isAllOfIt() {
        List<ScoredSong> pool = List.of(new ScoredSong(5, 1));

        assertThat(new DiversityReranker(0.5, 0.5).choose(pool, 10, songs, embeddings))
                .isEqualTo(pool);
        assertThat(new DiversityReranker(0.5, 0.5).choose(List.of(), 10, songs, embeddings))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void newVariety_outOfRange_isRefused(double value) {
        assertThatThrownBy(() -> new DiversityReranker(value, 0))
                .hasMessageContaining("diversity must be 0 to 1, but is ");
        assertThatThrownBy(() -> new DiversityReranker(0, value))
                .hasMessageContaining("adventure must be 0 to 1, but is ");
    }

    private List<ScoredSong> choose(int user, DiversityReranker variety) {
        return variety.choose(pool(user, variety), N, songs, embeddings);
    }

    private List<ScoredSong> pool(int user, DiversityReranker variety) {
        return recommender.recommend(interactions.history(user), Selection.unheard(variety.pool(N)));
    }

    // Compares every song left with every song picked, each time anew.
    private List<ScoredSong> picked(List<ScoredSong> pool, DiversityReranker variety) {
        double[] relevance = scaled(pool, ScoredSong::score);
        double[] novelty = scaled(pool, song -> DiversityReranker.novelty(song, songs));
        List<ScoredSong> picked = new ArrayList<>();
        while (picked.size() < N) {
            ScoredSong best = pool.get(0);
            double greatest = Double.NEGATIVE_INFINITY;
            for (ScoredSong song : pool) {
                int i = pool.indexOf(song);
                double weight = 0.6 * variety.adventure();
                double value = (1 - weight) * relevance[i] + weight * novelty[i];
                double gain = picked.isEmpty()
                        ? value
                        : (1 - variety.diversity()) * value - variety.diversity() * closest(song, picked);
                if (!picked.contains(song) && gain > greatest) {
                    greatest = gain;
                    best = song;
                }
            }
            picked.add(best);
        }
        return picked;
    }

    private double closest(ScoredSong song, List<ScoredSong> picked) {
        return picked.stream()
                .mapToDouble(other -> Vectors.dot(embeddings.of(song.songId()), embeddings.of(other.songId())))
                .max()
                .orElseThrow();
    }

    private static double[] scaled(List<ScoredSong> pool, ToDoubleFunction<ScoredSong> of) {
        double least = pool.stream().mapToDouble(of).min().orElseThrow();
        double most = pool.stream().mapToDouble(of).max().orElseThrow();
        return pool.stream()
                .mapToDouble(of)
                .map(value -> (value - least) / (most > least ? most - least : 1))
                .toArray();
    }

    private static List<Float> scores(List<ScoredSong> chosen) {
        return chosen.stream().map(ScoredSong::score).toList();
    }

    private double novelty(List<ScoredSong> chosen) {
        return chosen.stream()
                .mapToDouble(song -> DiversityReranker.novelty(song, songs))
                .sum();
    }

    private double alike(List<ScoredSong> chosen) {
        float[][] vectors = embeddings.of(chosen);
        double sum = 0;
        for (float[] a : vectors) {
            for (float[] b : vectors) {
                sum += Vectors.dot(a, b);
            }
        }
        return sum;
    }

    private static SongStats songs(InteractionMatrix interactions) {
        int[] listeners = new int[interactions.songIds()[interactions.songs() - 1] + 1];
        Arrays.stream(interactions.songIndexes())
                .forEach(song -> listeners[interactions.songIds()[song]]++);
        return new SongStats(new int[listeners.length], listeners);
    }
}
