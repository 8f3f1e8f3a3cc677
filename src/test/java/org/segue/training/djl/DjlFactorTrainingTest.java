package org.segue.training.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.Hyperparameters.Loss;
import org.segue.model.Hyperparameters.Optimizer;
import org.segue.model.Objective;
import org.segue.model.RegularizationScale;
import org.segue.training.ProgressListener;
import org.segue.training.TrainedModel;
import org.segue.training.TrainingDivergedException;
import org.segue.training.TrainingProgress;

class DjlFactorTrainingTest {

    private static final ProgressListener NOBODY = progress -> {};

    private final DjlFactorTraining training = new DjlFactorTraining();

    /** Even users hear even songs, odd users odd ones; each misses one song of its color, which must rank first. */
    @Test
    void train_checkerboard_ranksTheMissingSongFirst() {
        int size = 50;
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        for (int user = 0; user < size; user++) {
            for (int song = user % 2; song < size; song += 2) {
                if (song != user) {
                    cells.add(user + 1, song + 1, 1);
                }
            }
        }

        FactorModel model =
                training.train(cells.build(), implicit(4, 20), 1, NOBODY).model();

        for (int user = 0; user < size; user++) {
            for (int song = 1 - user % 2; song < size; song += 2) {
                assertThat(score(model, user, user)).isGreaterThan(score(model, user, song) + 0.1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"WEIGHT, 0.005", "COUNT, 0.02"})
    void train_implicit_reachesWhatAlternatingLeastSquaresReaches(RegularizationScale scale, double lambda) {
        InteractionMatrix matrix = random(60, 40, 0.15);
        Hyperparameters hyperparameters =
                implicit(8, 60).withRegularization(lambda).withRegularizationScale(scale);

        TrainedModel trained = training.train(matrix, hyperparameters, 1, NOBODY);

        double exact = AlternatingLeastSquares.loss(matrix, hyperparameters, 200);
        double reached = AlternatingLeastSquares.loss(matrix, hyperparameters, trained.model());
        assertThat(reached).isCloseTo(exact, within(0.01 * exact));
        double reported = trained.fit().losses().get(trained.fit().losses().size() - 1) * matrix.interactions();
        assertThat(reported).isCloseTo(reached, within(0.01 * reached));
    }

    @Test
    void train_sameSeedOneThread_givesTheSameBits() {
        InteractionMatrix matrix = random(80, 60, 0.1);
        for (Hyperparameters hyperparameters : List.of(implicit(8, 5), explicit(8, 3, 0.01))) {
            FactorModel one = training.train(matrix, hyperparameters, 1, NOBODY).model();
            FactorModel two = training.train(matrix, hyperparameters, 1, NOBODY).model();

            assertThat(one.userFactors()).isEqualTo(two.userFactors());
            assertThat(one.songFactors()).isEqualTo(two.songFactors());
        }
    }

    @Test
    void train_moreThreads_givesTheSameBits() {
        InteractionMatrix matrix = random(2_000, 300, 0.1);

        FactorModel one = training.train(matrix, implicit(64, 2), 1, NOBODY).model();
        FactorModel four = training.train(matrix, implicit(64, 2), 4, NOBODY).model();

        assertThat(four.songFactors()).isEqualTo(one.songFactors());
        assertThat(four.userFactors()).isEqualTo(one.userFactors());
    }

    @Test
    void train_anotherSeed_givesOtherBits() {
        InteractionMatrix matrix = random(20, 20, 0.3);
        Hyperparameters h = implicit(4, 3);
        Hyperparameters other = h.withSeed(8);

        assertThat(training.train(matrix, h, 1, NOBODY).model().songFactors())
                .isNotEqualTo(training.train(matrix, other, 1, NOBODY).model().songFactors());
    }

    @Test
    void train_oneUserOneSong_works() {
        InteractionMatrix matrix = new InteractionMatrixBuilder().add(5, 9, 3).build();

        for (Hyperparameters hyperparameters : List.of(implicit(4, 10), explicit(4, 200, 0.05))) {
            FactorModel model =
                    training.train(matrix, hyperparameters, 1, NOBODY).model();
            assertThat(model.userIds()).containsExactly(5);
            assertThat(model.songIds()).containsExactly(9);
            assertThat(model.userFingerprints())
                    .containsExactly(matrix.history(0).fingerprint());
            assertThat(score(model, 0, 0)).isGreaterThan(0.3);
        }
    }

    @Test
    void train_emptyRowsAndColumns_works() {
        InteractionMatrix matrix = new InteractionMatrix(
                new int[] {1, 2, 3}, new int[] {4, 5, 6}, new int[] {0, 1, 1, 2}, new int[] {0, 0}, new float[] {1, 1});

        FactorModel model = training.train(matrix, implicit(2, 3), 1, NOBODY).model();

        assertThat(score(model, 1, 0)).isZero();
        assertThat(model.songFactors()).doesNotContain(Float.NaN);
    }

    @Test
    void train_noInteractions_isRefused() {
        InteractionMatrix nothing = new InteractionMatrixBuilder().build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.train(nothing, implicit(2, 1), 1, NOBODY))
                .withMessageContaining("no interactions");
    }

    /** A row longer than a block: its cells are trained in parts, to the same model as rows that fit. */
    @Test
    void train_rowLongerThanABlock_isTrainedInParts() {
        int songs = 100_000;
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        for (int song = 1; song <= songs; song++) {
            cells.add(1, song, 1);
        }
        cells.add(2, 1, 1).add(2, 2, 1);

        TrainedModel trained = training.train(cells.build(), implicit(2, 8), 1, NOBODY);

        assertThat(trained.fit().losses().get(7))
                .isLessThan(trained.fit().losses().get(0) / 2);
        assertThat(score(trained.model(), 0, 10)).isGreaterThan(0.5);
        assertThat(score(trained.model(), 0, songs - 1)).isGreaterThan(0.5);
    }

    @Test
    void train_valuesThatOverflow_stopsWithTheReason() {
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        for (int k = 1; k < 20; k++) {
            cells.add(k, k, 1e30f);
        }

        assertThatThrownBy(() -> training.train(cells.build(), explicit(2, 5, 1), 1, NOBODY))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("in epoch 1");
    }

    @Test
    void train_stepsThatAreTooLong_stopWhenTheLossRunsAway() {
        Hyperparameters wild =
                explicit(4, 50, 10).withOptimizer(new Optimizer(10, 8)).withSeed(1);
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        for (int k = 0; k < 200; k++) {
            cells.add(k % 20, k % 17, 1 + k % 5);
        }

        assertThatThrownBy(() -> training.train(cells.build(), wild, 1, NOBODY))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("The loss grew beyond all bounds");
    }

    @Test
    void train_explicit_predictsBetterThanTheMean() {
        // Ratings 1 to 5 of rank one.
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        SplittableRandom random = new SplittableRandom(3);
        for (int user = 1; user <= 40; user++) {
            for (int song = 1; song <= 40; song++) {
                if (random.nextInt(2) == 0) {
                    cells.add(user, song, (1 + user % 3) * (1 + song % 2) * 0.8f);
                }
            }
        }

        TrainedModel trained = training.train(cells.build(), explicit(4, 40, 0.02), 1, NOBODY);

        double meanMse = Objects.requireNonNull(trained.fit().meanMse());
        assertThat(trained.fit().testMse()).isLessThan(meanMse / 10);
        assertThat(trained.fit().losses().get(39))
                .isLessThan(trained.fit().losses().get(0) / 10);
    }

    @Test
    void train_listener_hearsEveryEpoch() {
        List<TrainingProgress> heard = new ArrayList<>();

        TrainedModel trained = training.train(random(10, 10, 0.5), implicit(2, 4), 1, heard::add);

        assertThat(heard).extracting(TrainingProgress::epoch).containsExactly(1, 2, 3, 4);
        assertThat(heard).extracting(TrainingProgress::epochs).containsOnly(4);
        assertThat(heard)
                .extracting(TrainingProgress::loss)
                .isEqualTo(trained.fit().losses());
        assertThat(heard).extracting(TrainingProgress::seconds).isSorted();
    }

    private static Hyperparameters implicit(int dimension, int epochs) {
        return new Hyperparameters(
                new Loss(Objective.IMPLICIT, 0.005, 0.1, ConfidenceWeighting.LOG),
                dimension,
                epochs,
                new Optimizer(0.1, 1),
                7);
    }

    private static Hyperparameters explicit(int dimension, int epochs, double learningRate) {
        return new Hyperparameters(
                new Loss(Objective.EXPLICIT, 0, 0, ConfidenceWeighting.NONE),
                dimension,
                epochs,
                new Optimizer(learningRate, 32),
                7);
    }

    private static InteractionMatrix random(int users, int songs, double density) {
        SplittableRandom random = new SplittableRandom(11);
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        for (int user = 1; user <= users; user++) {
            for (int song = 1; song <= songs; song++) {
                if (random.nextDouble() < density) {
                    cells.add(user, song, 1 + random.nextInt(9));
                }
            }
        }
        return cells.build();
    }

    private static double score(FactorModel model, int user, int song) {
        double score = 0;
        for (int k = 0; k < model.dimension(); k++) {
            score += (double) model.userFactors()[user * model.dimension() + k]
                    * model.songFactors()[song * model.dimension() + k];
        }
        return score;
    }
}
