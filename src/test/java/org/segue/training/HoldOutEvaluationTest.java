package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.listens.Measure;
import org.segue.model.EvaluationSummary;
import org.segue.model.EvaluationSummary.HeldOut;
import org.segue.model.EvaluationSummary.Verdict;
import org.segue.model.Hyperparameters;
import org.segue.model.Hyperparameters.Optimizer;
import org.segue.model.ModelFiles;
import org.segue.model.ModelManifest;
import org.segue.model.StoredModel;
import org.segue.model.Trial;
import org.segue.training.TrainingSpec.Open;
import org.segue.training.djl.DjlFactorTraining;

/** Whole jobs in this process: hold-out, fits on the training part, verdict, and the fit on everything. */
class HoldOutEvaluationTest {

    private static final int EPOCHS = 8;

    @TempDir
    Path folder;

    private static final WorkerJob JOB = new WorkerJob(Measure.PLAYS, 1);

    private final List<TrainingProgress> heard = new ArrayList<>();

    @Test
    void train_communities_passesAgainstPopularity_andTheModelKnowsEverything() throws Exception {
        InteractionMatrix matrix = communities(120);

        ModelManifest manifest = train(matrix, small(8, EPOCHS), true, null);

        EvaluationSummary evaluation = there(manifest.evaluation());
        assertThat(evaluation.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(evaluation.testUsers()).isEqualTo(120);
        assertThat(there(evaluation.ranking().ndcgAt10()).mean())
                .isGreaterThan(
                        there(evaluation.baselines().popularity()).ndcgAt10().mean() + 0.1);
        assertThat(there(evaluation.ranking().ndcgAt10()).low())
                .isLessThan(there(evaluation.ranking().ndcgAt10()).mean())
                .isGreaterThan(0);
        assertThat(there(evaluation.baselines().itemCosine()).recallAt10().mean())
                .isBetween(0.1, 1.0);
        assertThat(there(evaluation.ranking().novelty()).mean()).isPositive();
        assertThat(evaluation.incumbent()).isNull();
        assertThat(manifest.size().interactions()).isEqualTo(matrix.interactions());
        assertThat(manifest.fit().losses()).hasSize(EPOCHS);
    }

    @Test
    void train_withEvaluation_tellsTwoFitsAsOneTraining() throws Exception {
        train(communities(120), small(8, EPOCHS), true, null);

        assertThat(heard).hasSize(2 * EPOCHS);
        assertThat(heard.subList(0, EPOCHS)).allMatch(progress -> progress.stage() == Stage.EVALUATING);
        assertThat(heard.subList(EPOCHS, 2 * EPOCHS)).allMatch(progress -> progress.stage() == Stage.FITTING);
        assertThat(heard.subList(EPOCHS, 2 * EPOCHS))
                .extracting(TrainingProgress::epoch)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(heard).extracting(TrainingProgress::done).isSorted().endsWith(1.0);
        assertThat(heard.get(EPOCHS - 1).done()).isEqualTo(0.5);
        assertThat(heard).extracting(TrainingProgress::seconds).isSorted();
    }

    @Test
    void train_worseThanTheIncumbent_fails() throws Exception {
        ModelManifest manifest = train(communities(150), small(1, 1), true, small(8, EPOCHS));

        EvaluationSummary evaluation = there(manifest.evaluation());
        assertThat(evaluation.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(there(evaluation.incumbent()).hyperparameters()).isEqualTo(small(8, EPOCHS));
        assertThat(there(there(evaluation.incumbent()).ndcgGain()).high()).isNegative();
        assertThat(there(there(evaluation.incumbent()).scores()).ndcgAt10().mean())
                .isGreaterThan(there(evaluation.ranking().ndcgAt10()).mean());
        assertThat(heard).hasSize(1 + EPOCHS + 1);
        assertThat(heard).extracting(TrainingProgress::epochs).containsOnly(1);
        assertThat(heard.get(heard.size() - 1).done()).isEqualTo(1);
    }

    @Test
    void run_incumbentThatDiverges_isNoReasonAgainstTheNewOne() {
        FactorTraining real = new DjlFactorTraining();
        FactorTraining divergingAtThree = (interactions, hyperparameters, threads, listener) -> {
            if (hyperparameters.dimension() == 3) {
                throw new TrainingDivergedException(1);
            }
            return real.train(interactions, hyperparameters, threads, listener);
        };
        TrainingSpec spec = new TrainingSpec(small(8, EPOCHS), Open.NOTHING, null, true, small(3, 1));
        ProgressTracker tracker = new ProgressTracker(heard::add, 0, 120, 2 * EPOCHS + 1);

        EvaluationSummary evaluation =
                new HoldOutEvaluation(divergingAtThree, communities(120), spec, 1, tracker).of(small(8, EPOCHS));

        assertThat(evaluation.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(evaluation.incumbent()).isEqualTo(new EvaluationSummary.Incumbent(small(3, 1), null, null));
    }

    @Test
    void train_tuned_searchesInsideTheTrainingPart_andFitsWhatItFound() throws Exception {
        TuningSpace weights = new TuningSpace(false, true, true, false, false);
        TrainingSpec spec = new TrainingSpec(small(8, 3), Open.NOTHING, weights, true, null);
        JobFolder jobFolder = JobFolder.create(folder.resolve("job"), spec, JOB, communities(120));
        List<Trial> trials = new ArrayList<>();
        Worker.train(jobFolder, new ProgressListener() {
            @Override
            public void epochDone(TrainingProgress progress) {
                heard.add(progress);
            }

            @Override
            public void trialDone(Trial trial) {
                trials.add(trial);
            }
        });

        ModelManifest manifest = ModelFiles.read(jobFolder.model()).manifest();
        assertThat(manifest.fit().trials()).isEqualTo(trials).hasSizeGreaterThan(12);
        Trial best = trials.stream()
                .filter(trial -> trial.stage() > 1)
                .max(Comparator.comparingDouble(trial -> there(trial.ndcgAt10())))
                .orElseThrow();
        assertThat(manifest.provenance().hyperparameters()).isEqualTo(best.hyperparameters());
        assertThat(there(manifest.evaluation()).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(heard).extracting(TrainingProgress::done).isSorted().endsWith(1.0);
        assertThat(heard)
                .extracting(TrainingProgress::stage)
                .startsWith(Stage.SEARCHING)
                .endsWith(Stage.FITTING);
    }

    @ParameterizedTest
    @CsvSource({"1, 30", "30, 1", "1, 100000", "60, 12"})
    void train_everyoneHasEverything_isSearchedTestedAndFittedAllTheSame(int users, int songs) throws Exception {
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        for (int cell = 0; cell < users * songs; cell++) {
            cells.add(1 + cell / songs, 1 + cell % songs, 1);
        }
        TrainingSpec spec = new TrainingSpec(small(4, 2), Open.NOTHING, TuningSpace.ALL, true, null);
        JobFolder jobFolder = JobFolder.create(folder.resolve("job"), spec, JOB, cells.build());

        Worker.train(jobFolder, heard::add);

        StoredModel stored = ModelFiles.read(jobFolder.model());
        assertThat(stored.model().users()).isEqualTo(users);
        assertThat(stored.model().songs()).isEqualTo(songs);
        assertThat(stored.manifest().fit().losses()).allMatch(Double::isFinite);
        assertThat(there(stored.manifest().evaluation()).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void train_tunedWithTooFewUsersToTellThemApart_takesTheHyperparametersAsTheyAre() throws Exception {
        TrainingSpec spec = new TrainingSpec(small(8, 3), Open.NOTHING, TuningSpace.ALL, true, null);
        JobFolder jobFolder = JobFolder.create(folder.resolve("job"), spec, JOB, communities(49));
        Worker.train(jobFolder, heard::add);

        ModelManifest manifest = ModelFiles.read(jobFolder.model()).manifest();
        assertThat(manifest.fit().trials()).isEmpty();
        assertThat(manifest.provenance().hyperparameters()).isEqualTo(small(8, 3));
        assertThat(heard.get(heard.size() - 1).done()).isEqualTo(1);
    }

    @Test
    void sample_largeTable_keepsWholeUsersOfAboutThatManyInteractions() {
        InteractionMatrix all = communities(400);

        InteractionMatrix sample = TrialRunner.sample(all, 3000, 7);

        assertThat(sample.interactions()).isBetween(2400, 3600);
        assertThat(sample.history(3).fingerprint())
                .isEqualTo(all.history(all.userIndexOf(sample.userIds()[3])).fingerprint());
        assertThat(TrialRunner.sample(all, 6000, 7)).isSameAs(all);
    }

    @ParameterizedTest
    @CsvSource({"8, 40", "5, 25"})
    void train_fewUsersWithSessions_isTestedOnTheirLastFive(int users, int sessions) throws Exception {
        EvaluationSummary evaluation =
                there(train(evenings(users), small(8, EPOCHS), true, null).evaluation());

        assertThat(evaluation.ranking().heldOut()).isEqualTo(HeldOut.SESSIONS);
        assertThat(evaluation.testUsers()).isEqualTo(sessions);
        assertThat(evaluation.verdict() == Verdict.INSUFFICIENT).isEqualTo(sessions < 30);
        assertThat(there(evaluation.ranking().ndcgAt10()).mean()).isPositive();
        assertThat(heard).hasSize(2 * EPOCHS);
    }

    /** Ten sessions of each user, a day apart, with six of a hundred songs each, and one that nobody had before. */
    private static InteractionMatrix evenings(int users) {
        SplittableRandom random = new SplittableRandom(3);
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        for (int session = 0; session < 10; session++) {
            for (int user = 1; user <= users; user++) {
                long start = 1_700_000_000L + 86_400L * session;
                for (int k = 0; k < 6; k++) {
                    cells.addListen(user, 1 + random.nextInt(100), start + 200L * k);
                }
                cells.addListen(user, 200 + session, start + 1200);
            }
        }
        return cells.build();
    }

    @Test
    void train_fewUsers_isInsufficientButMeasured() throws Exception {
        EvaluationSummary evaluation =
                there(train(communities(50), small(8, EPOCHS), true, null).evaluation());

        assertThat(evaluation.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(evaluation.testUsers()).isEqualTo(50);
        assertThat(there(evaluation.ranking().ndcgAt10()).mean()).isPositive();
    }

    @Test
    void train_singleInteraction_isInsufficientAndStillAModel() throws Exception {
        InteractionMatrix one = new InteractionMatrixBuilder().add(1, 1, 1).build();

        ModelManifest manifest = train(one, small(4, 2), true, null);

        assertThat(manifest.evaluation()).isEqualTo(EvaluationSummary.untested());
        assertThat(manifest.size().users()).isEqualTo(1);
        assertThat(heard.get(heard.size() - 1).done()).isEqualTo(0.5);
    }

    @Test
    void train_evaluationNotAskedFor_fitsOnce() throws Exception {
        ModelManifest manifest = train(communities(120), small(8, EPOCHS), false, null);

        assertThat(manifest.evaluation()).isNull();
        assertThat(heard).hasSize(EPOCHS);
    }

    @Test
    void train_explicit_isJudgedByItsTestError() throws Exception {
        Hyperparameters explicit = Hyperparameters.explicitDefaults()
                .withDimension(4)
                .withEpochs(2)
                .withOptimizer(new Optimizer(0.01, 32))
                .withSeed(1);

        ModelManifest manifest = train(communities(60), explicit, true, null);

        EvaluationSummary evaluation = there(manifest.evaluation());
        assertThat(evaluation.errors().rmse())
                .isEqualTo(Math.sqrt(there(manifest.fit().testMse())));
        assertThat(evaluation.errors().meanRmse())
                .isEqualTo(Math.sqrt(there(manifest.fit().meanMse())));
        assertThat(evaluation.verdict())
                .isEqualTo(
                        there(manifest.fit().testMse()) < there(manifest.fit().meanMse())
                                ? Verdict.PASSED
                                : Verdict.FAILED);
        assertThat(heard).hasSize(2);
    }

    @Test
    void communities_areOfUsersWhoCanBeTestedOn() {
        assertThat(HoldOut.random(communities(120), 1).tests()).hasSize(120);
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private ModelManifest train(
            InteractionMatrix matrix,
            Hyperparameters hyperparameters,
            boolean evaluate,
            @Nullable Hyperparameters incumbent)
            throws Exception {
        TrainingSpec spec = new TrainingSpec(hyperparameters, Open.NOTHING, null, evaluate, incumbent);
        JobFolder jobFolder = JobFolder.create(folder.resolve("job"), spec, JOB, matrix);
        Worker.train(jobFolder, heard::add);
        return ModelFiles.read(jobFolder.model()).manifest();
    }

    private static Hyperparameters small(int dimension, int epochs) {
        return Hyperparameters.implicitDefaults().withDimension(dimension).withEpochs(epochs);
    }

    // Users of ten communities, each with fifteen of its community's thirty songs.
    private static InteractionMatrix communities(int users) {
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        SplittableRandom random = new SplittableRandom(5);
        for (int user = 1; user <= users; user++) {
            for (int song : random.ints(0, 30).distinct().limit(15).toArray()) {
                cells.add(user, 30 * (user % 10) + song, 1 + song % 4);
            }
        }
        return cells.build();
    }
}
