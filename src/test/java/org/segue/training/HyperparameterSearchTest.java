package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Hyperparameters;
import org.segue.model.Trial;

/** The search on surfaces whose top is known. */
class HyperparameterSearchTest {

    private static final Hyperparameters START = Hyperparameters.implicitDefaults();
    private static final double PLENTY = 1e6;

    private final List<Trial> heard = new ArrayList<>();
    private double songsPerUser = 20;
    private HyperparameterSearch search = search(point -> 0, TuningSpace.ALL, PLENTY, System::nanoTime);

    @ParameterizedTest
    @CsvSource({"0.1, 0.01", "0.3, 0.003", "0.01, 0.01", "0.004, 0.05", "0.2, 0.0005"})
    void run_smoothSurface_findsItsTop(double unobservedWeight, double regularization) {
        ToDoubleFunction<Hyperparameters> surface = hill(unobservedWeight, regularization);

        Hyperparameters found = run(surface, TuningSpace.ALL, PLENTY);

        assertThat(surface.applyAsDouble(found))
                .isCloseTo(
                        surface.applyAsDouble(
                                START.withUnobservedWeight(unobservedWeight).withRegularization(regularization)),
                        within(0.01));
        assertThat(heard).hasSizeBetween(15, 45);
    }

    @Test
    void run_longerEmbeddingThatGains_isTakenUpToTheLongestThatDoes() {
        assertThat(run(point -> Math.min(point.dimension(), 256), TuningSpace.ALL, PLENTY)
                        .dimension())
                .isEqualTo(256);
        assertThat(run(Hyperparameters::dimension, TuningSpace.ALL, PLENTY).dimension())
                .isEqualTo(SearchSpace.MAX_DIMENSION);
    }

    @Test
    void maxDimension_manyRows_keepsTheTablesWithinMemory() {
        assertThat(SearchSpace.maxDimension(20_000)).isEqualTo(512);
        assertThat(SearchSpace.maxDimension(640_000)).isEqualTo(209);
        assertThat(SearchSpace.maxDimension(Integer.MAX_VALUE)).isEqualTo(1);
    }

    @Test
    void run_longerEmbeddingThatHardlyGains_isNotWorthIt() {
        assertThat(run(point -> 1 + point.dimension() * 1e-5, TuningSpace.ALL, PLENTY)
                        .dimension())
                .isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource({"0.995, 50, 64", "0.995, 100, 128", "0.995, 1000, 128", "0.98, 100, 64"})
    void run_longerEmbeddingThatIsHardlyBehind_isTakenWhereUsersHaveMoreSongs(
            double ofEachDoubling, double songs, int dimension) {
        songsPerUser = songs;

        Hyperparameters found = run(
                point -> Math.pow(ofEachDoubling, Math.log(point.dimension() / 64.0) / Math.log(2)),
                TuningSpace.ALL,
                PLENTY);

        assertThat(found.dimension()).isEqualTo(dimension);
    }

    @Test
    void run_confidenceThatGains_isTaken() {
        assertThat(run(point -> point.loss().confidence() == ConfidenceWeighting.LOG ? 1 : 0, TuningSpace.ALL, PLENTY)
                        .loss()
                        .confidence())
                .isEqualTo(ConfidenceWeighting.LOG);
    }

    @Test
    void run_moreEpochsThatGain_areTakenUntilItHasConverged() {
        assertThat(run(point -> Math.min(point.epochs(), 4 * START.epochs()), TuningSpace.ALL, PLENTY)
                        .epochs())
                .isEqualTo(4 * START.epochs());
        assertThat(run(point -> 1 + point.epochs() * 1e-5, TuningSpace.ALL, PLENTY)
                        .epochs())
                .isEqualTo(START.epochs());
        assertThat(run(Hyperparameters::epochs, TuningSpace.ALL, PLENTY).epochs())
                .isEqualTo(HyperparameterSearch.MAX_EPOCHS);
    }

    @Test
    void run_fixedValues_stay() {
        TuningSpace onlyRegularization = new TuningSpace(false, true, false, false, false);

        Hyperparameters found = run(hill(0.004, 0.05), onlyRegularization, PLENTY);

        assertThat(found).isEqualTo(START.withRegularization(found.loss().regularization()));
        assertThat(found.loss().regularization()).isNotEqualTo(START.loss().regularization());
        assertThat(heard)
                .allMatch(trial -> trial.hyperparameters().loss().unobservedWeight()
                                == START.loss().unobservedWeight()
                        && trial.hyperparameters().dimension() == START.dimension());
    }

    @Test
    void run_nothingBetter_keepsTheStart() {
        assertThat(run(hill(START.loss().unobservedWeight(), START.loss().regularization()), TuningSpace.ALL, PLENTY))
                .isEqualTo(START);
    }

    @Test
    void run_known_isAmongTheFirst() {
        Hyperparameters known = START.withUnobservedWeight(0.37).withDimension(128);
        search = search(
                point -> point.loss().unobservedWeight() == 0.37 ? 1 : 0, TuningSpace.ALL, PLENTY, System::nanoTime);

        assertThat(search.run(START, known)).isEqualTo(known);
        assertThat(heard.get(2).hyperparameters().withEpochs(START.epochs())).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"21, 7", "15, 5", "8, 5", "3, 3", "2, 2"})
    void run_fewEpochs_areNotCutToNothingInTheFirstFits(int epochs, int early) {
        search.run(START.withEpochs(epochs), null);

        assertThat(heard.stream().filter(trial -> trial.stage() == 1))
                .isNotEmpty()
                .allSatisfy(
                        trial -> assertThat(trial.hyperparameters().epochs()).isEqualTo(early));
    }

    @Test
    void run_sameSeed_triesTheSame() {
        run(hill(0.01, 0.01), TuningSpace.ALL, PLENTY);
        List<Hyperparameters> first = tried();
        run(hill(0.01, 0.01), TuningSpace.ALL, PLENTY);

        assertThat(tried()).isEqualTo(first);
    }

    @Test
    void run_smallBudget_isNeverExceeded_andTheBestSoFarIsFound() {
        // The start whole, thirteen points for a third of the epochs, and the best of these whole.
        double budget = 19 * work(START.withEpochs(5));

        Hyperparameters found = run(hill(0.01, 0.01), TuningSpace.ALL, budget);

        assertThat(heard.stream()
                        .mapToDouble(trial -> work(trial.hyperparameters()))
                        .sum())
                .isLessThanOrEqualTo(budget);
        Trial best =
                heard.stream().max((a, b) -> Double.compare(score(a), score(b))).orElseThrow();
        assertThat(found).isEqualTo(best.hyperparameters().withEpochs(START.epochs()));
    }

    @Test
    void run_budgetForTheFirstTrialAlone_isTheStartFittedWhole() {
        assertThat(run(hill(0.01, 0.01), TuningSpace.ALL, work(START))).isEqualTo(START);
        assertThat(tried()).containsExactly(START);
    }

    @Test
    void run_clockThatRunsOut_cutsTheSearch() {
        long[] now = {0};
        LongSupplier oneSecondEachLook = () -> now[0] += 1_000_000_000L;
        search = search(hill(0.01, 0.01), TuningSpace.ALL, PLENTY, oneSecondEachLook);

        search.run(START, null);

        assertThat(heard).hasSizeBetween(3, 40);
        assertThat(now[0]).isLessThan(200 * 1_000_000_000L);
    }

    @Test
    void run_diverging_isNotedAndNotChosen() {
        Hyperparameters found = run(
                point -> {
                    if (point.loss().unobservedWeight() > 0.05) {
                        throw new TrainingDivergedException(1);
                    }
                    return point.loss().unobservedWeight();
                },
                TuningSpace.ALL,
                PLENTY);

        assertThat(found.loss().unobservedWeight()).isLessThanOrEqualTo(0.05);
        assertThat(heard.get(0).ndcgAt10()).isNull();
    }

    private Hyperparameters run(ToDoubleFunction<Hyperparameters> surface, TuningSpace tuning, double budget) {
        heard.clear();
        search = search(surface, tuning, budget, System::nanoTime);
        Hyperparameters found = search.run(START, null);
        assertThat(search.trials()).isEqualTo(heard);
        return found;
    }

    private HyperparameterSearch search(
            ToDoubleFunction<Hyperparameters> surface, TuningSpace tuning, double budget, LongSupplier clock) {
        HyperparameterSearch.Scorer scorer = new HyperparameterSearch.Scorer() {
            @Override
            public double score(Hyperparameters point, double share) {
                return surface.applyAsDouble(point);
            }

            @Override
            public double work(Hyperparameters point) {
                return HyperparameterSearchTest.work(point);
            }
        };
        SearchSpace space =
                new SearchSpace(tuning, SearchSpace.MAX_DIMENSION, START.loss().unobservedWeight(), songsPerUser);
        return new HyperparameterSearch(scorer, space, new SearchBudget(budget, 120, clock), heard::add);
    }

    private List<Hyperparameters> tried() {
        return heard.stream().map(Trial::hyperparameters).toList();
    }

    private static double score(Trial trial) {
        return trial.ndcgAt10() == null ? 0 : trial.ndcgAt10();
    }

    private static double work(Hyperparameters point) {
        return point.epochs() * (point.dimension() / 64.0);
    }

    // Falls off by about a tenth for each factor of 3.
    private static ToDoubleFunction<Hyperparameters> hill(double unobservedWeight, double regularization) {
        return point -> {
            double x = Math.log(point.loss().unobservedWeight() / unobservedWeight);
            double y = Math.log(point.loss().regularization()
                    * point.loss().unobservedWeight()
                    / (regularization * unobservedWeight));
            return Math.exp(-(x * x + y * y) / 12);
        };
    }
}
