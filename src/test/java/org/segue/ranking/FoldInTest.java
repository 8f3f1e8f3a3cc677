package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.Hyperparameters.Loss;
import org.segue.model.Objective;
import org.segue.model.RegularizationScale;
import org.segue.testsupport.FactorModels;

class FoldInTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "4, 20", "8, 5", "17, 40", "32, 10", "64, 50", "64, 200"})
    void solve_implicit_isWhereTheGradientOfTheObjectiveVanishes(int dimension, int known) {
        for (RegularizationScale scale : RegularizationScale.values()) {
            Hyperparameters settings = FactorModels.settings(
                            Objective.IMPLICIT, dimension, 0.004, 0.03, ConfidenceWeighting.LOG)
                    .withRegularizationScale(scale);
            FactorModel model = songs(settings, 400);
            UserHistory history = history(model, known, known);
            float[] p = new FoldIn(model).solve(history).embedding();
            double[] gradient = implicitGradient(model, history, p);

            assertThat(Arrays.stream(gradient).map(Math::abs).max().orElseThrow())
                    .isLessThan(1e-4 * known);
            assertThat(Arrays.stream(implicitGradient(model, history, new float[dimension]))
                            .map(Math::abs)
                            .max()
                            .orElseThrow())
                    .isGreaterThan(1e-2);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0.1", "3, 1, 0.1", "4, 20, 0.02", "8, 5, 0.5", "64, 50, 0.01", "8, 5, 0", "16, 4, 0"})
    void solve_explicit_isTheRidgeRegressionOfTheRatings(int dimension, int known, double lambda) {
        FactorModel model =
                songs(FactorModels.settings(Objective.EXPLICIT, dimension, lambda, 7, ConfidenceWeighting.LOG), 400);
        UserHistory history = history(model, known, known);
        float[] p = new FoldIn(model).solve(history).embedding();
        double[] gradient = new double[dimension];
        for (int k = 0; k < known; k++) {
            int song = model.songIndexOf(history.songIds()[k]);
            add(gradient, model, song, dot(model, song, p) - history.values()[k]);
        }
        double shift = Math.max(lambda, FoldIn.MIN_EXPLICIT_REGULARIZATION) * known;

        for (int k = 0; k < dimension; k++) {
            assertThat(gradient[k] + shift * p[k]).isCloseTo(0, within(2e-4 * known));
        }
    }

    @ParameterizedTest
    @CsvSource({"IMPLICIT, 8, 3", "IMPLICIT, 64, 50", "IMPLICIT, 16, 100", "EXPLICIT, 8, 3", "EXPLICIT, 32, 60"})
    void contributions_ofEverySong_sumToItsScore(Objective objective, int dimension, int known) {
        FactorModel model =
                songs(FactorModels.settings(objective, dimension, 0.005, 0.1, ConfidenceWeighting.LOG), 600);
        UserHistory history = history(model, known, 5);
        FoldInResult solution = new FoldIn(model).solve(history);
        List<ScoredSong> scored = new SongBlocks(model).top(solution.embedding(), model.songs(), songId -> true);

        assertThat(scored).hasSize(600);
        for (ScoredSong song : scored) {
            Explanation explanation = explain(solution, song.songId(), known);
            assertThat(explanation.strongest()).hasSize(known);
            assertThat(explanation.total()).isCloseTo(song.score(), within(1e-4f));
            assertThat(sum(explanation)).isCloseTo(explanation.total(), within(1e-4));
        }
    }

    @Test
    void contributions_oneSongLeftOutOfTheSum_areWhatItsOwnConfidenceAdds() {
        FactorModel model = songs(FactorModels.implicit(2), 3);
        UserHistory history = new UserHistory(0, new int[] {10}, new float[] {1});
        FoldInResult solution = new FoldIn(model).solve(history);

        assertThat(solution.songs()).isEqualTo(1);
        assertThat(explain(solution, 20, 1).strongest().get(0).value())
                .isCloseTo((float) dot(model, 1, solution.embedding()), within(1e-6f));
    }

    @Test
    void solve_songsUnknownOrValuesNotFinite_areLeftOut() {
        FactorModel model = songs(FactorModels.settings(Objective.EXPLICIT, 4, 0.1, 0, ConfidenceWeighting.NONE), 50);
        FoldIn foldIn = new FoldIn(model);
        UserHistory clean = new UserHistory(0, new int[] {10, 40}, new float[] {3, 4});
        UserHistory noisy = new UserHistory(
                0, new int[] {10, 15, 20, 30, 40, 9999}, new float[] {3, 5, Float.NaN, Float.POSITIVE_INFINITY, 4, 1});

        assertThat(foldIn.solve(noisy).embedding())
                .isEqualTo(foldIn.solve(clean).embedding());
        assertThat(foldIn.solve(noisy).songs()).isEqualTo(2);
    }

    @Test
    void solve_nothingKnown_isEmptyAndZero() {
        FactorModel model = songs(FactorModels.implicit(4), 50);
        FoldInResult solution = new FoldIn(model).solve(new UserHistory(0, new int[] {7}, new float[] {1}));

        assertThat(solution.isEmpty()).isTrue();
        assertThat(solution.embedding()).containsOnly(0f).hasSize(4);
        assertThat(explain(solution, 10, 3)).isEqualTo(new Explanation(10, List.of(), 0));
    }

    @Test
    void solve_withoutRegularization_fitsTheFewSongsThereAre() {
        FactorModel model = songs(FactorModels.settings(Objective.IMPLICIT, 16, 0, 0, ConfidenceWeighting.NONE), 50);
        UserHistory history = new UserHistory(0, new int[] {10, 20}, new float[] {1, 1});
        float[] p = new FoldIn(model).solve(history).embedding();

        assertThat(dot(model, 0, p)).isCloseTo(1, within(1e-4));
        assertThat(dot(model, 1, p)).isCloseTo(1, within(1e-4));
    }

    @Test
    void solve_songsOfLengthZero_isZero() {
        Hyperparameters settings = FactorModels.settings(Objective.IMPLICIT, 3, 0, 0, ConfidenceWeighting.NONE);
        FactorModel model = FactorModels.ofSongs(settings, new float[30]);

        assertThat(new FoldIn(model)
                        .solve(new UserHistory(0, new int[] {10, 20}, new float[] {1, 1}))
                        .embedding())
                .containsOnly(0f);
    }

    @Test
    void newFoldIn_factorNotFinite_isRefused() {
        FactorModel model = FactorModels.ofSongs(FactorModels.implicit(2), new float[] {1, 2, Float.NaN, 4});

        assertThatThrownBy(() -> new FoldIn(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not all finite");
    }

    @Test
    void contributions_songUnknown_isRefused() {
        FoldInResult solution = new FoldIn(songs(FactorModels.implicit(2), 3))
                .solve(new UserHistory(0, new int[] {10}, new float[] {1}));

        assertThatThrownBy(() -> explain(solution, 11, 1)).hasMessageContaining("illegal songId: 11");
    }

    @Test
    void explanation_listsTheLargestContributionsAndTheTotalOfAll() {
        FactorModel model = songs(FactorModels.implicit(8), 100);
        UserHistory history = history(model, 20, 3);
        FoldInResult solution = new FoldIn(model).solve(history);
        List<Explanation.Contribution> all = explain(solution, 500, 100).strongest();
        Explanation explanation = explain(solution, 500, 3);

        assertThat(all)
                .hasSize(20)
                .isSortedAccordingTo(Comparator.comparingDouble(Explanation.Contribution::value)
                        .reversed());
        assertThat(explanation.songId()).isEqualTo(500);
        assertThat(explanation.strongest()).isEqualTo(all.subList(0, 3));
        assertThat(explanation.total()).isCloseTo((float) sum(explain(solution, 500, 100)), within(1e-6f));
    }

    // Long histories, of which most songs are never looked at.
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64})
    void explanation_ofManySongsAtOnce_isThatOfEverySongByItself(int dimension) {
        FactorModel model = songs(FactorModels.implicit(dimension), 5_000);
        UserHistory history = history(model, 3_000, 9);
        FoldInResult solution = new FoldIn(model).solve(history);
        int[] explained = IntStream.rangeClosed(1, 150).map(i -> 10 * i).toArray();

        List<Explanation> together = solution.explain(explained, 3);

        assertThat(together).hasSize(150);
        for (int i = 0; i < explained.length; i++) {
            Explanation all = explain(solution, explained[i], 5_000);
            assertThat(all.strongest()).hasSize(history.size());
            assertThat(together.get(i).songId()).isEqualTo(explained[i]);
            assertThat(together.get(i).strongest()).isEqualTo(all.strongest().subList(0, 3));
        }
    }

    private static Explanation explain(FoldInResult solution, int songId, int count) {
        return solution.explain(new int[] {songId}, count).get(0);
    }

    private static double sum(Explanation explanation) {
        return explanation.strongest().stream()
                .mapToDouble(Explanation.Contribution::value)
                .sum();
    }

    private static FactorModel songs(Hyperparameters settings, int songs) {
        int d = settings.dimension();
        Random random = new Random(d);
        float[] factors = new float[songs * d];
        for (int k = 0; k < factors.length; k++) {
            factors[k] = (float) (random.nextGaussian() / Math.sqrt(d));
        }
        return FactorModels.ofSongs(settings, factors);
    }

    private static UserHistory history(FactorModel model, int known, long seed) {
        Random random = new Random(seed);
        int[] songIds = random.ints(0, model.songs())
                .distinct()
                .limit(known)
                .map(i -> model.songIds()[i])
                .sorted()
                .toArray();
        float[] values = new float[known];
        for (int k = 0; k < known; k++) {
            values[k] = 1 + random.nextInt(5);
        }
        return new UserHistory(0, songIds, values);
    }

    // Visits every pair, as the objective is written.
    private static double[] implicitGradient(FactorModel model, UserHistory history, float[] p) {
        Loss settings = model.loss();
        double[] gradient = new double[p.length];
        double unobserved =
                settings.scale() == RegularizationScale.COUNT ? 0 : settings.unobservedWeight() * model.songs();
        double lambda = settings.regularization() * (history.size() + unobserved);
        for (int k = 0; k < p.length; k++) {
            gradient[k] = lambda * p[k];
        }
        for (int i = 0; i < model.songs(); i++) {
            double score = dot(model, i, p);
            add(gradient, model, i, settings.unobservedWeight() * score);
            int k = Arrays.binarySearch(history.songIds(), model.songIds()[i]);
            if (k >= 0) {
                add(gradient, model, i, settings.confidence().weight(history.values()[k]) * (score - 1));
            }
        }
        return gradient;
    }

    private static void add(double[] to, FactorModel model, int song, double factor) {
        for (int k = 0; k < to.length; k++) {
            to[k] += factor * model.songFactors()[song * to.length + k];
        }
    }

    private static double dot(FactorModel model, int song, float[] p) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += (double) p[k] * model.songFactors()[song * p.length + k];
        }
        return sum;
    }
}
