package org.segue.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.EvaluationSummary;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.ModelManifest;
import org.segue.model.ModelManifest.Fit;
import org.segue.model.ModelManifest.Provenance;
import org.segue.model.ModelManifest.Size;
import org.segue.model.Recency;
import org.segue.model.StoredModel;
import org.segue.model.Trial;

/**
 * A whole training: search hyperparameters, test them, fit them to all data. The test part of the hold-out is put aside first,
 * so that the search sees nothing of it. For one thread.
 */
final class TrainingPipeline {

    private static final Logger LOG = Logger.getLogger(TrainingPipeline.class);

    /** Work of all trials together: HetRec Last.fm 2K takes about a minute for it on two cores. */
    private static final double SEARCH_BUDGET = 4.8e11;

    /** How long a search takes beside an evaluation and the last fit, for the progress that people see. */
    private static final double SEARCH_PART = 0.8;

    private final FactorTraining training;
    private final TrainingSpec spec;
    private final WorkerJob job;
    private final ProgressListener listener;
    private final ProgressTracker tracker;

    /**
     * A training.
     *
     * @param training fits
     * @param spec what to train
     * @param job how
     * @param listener hears how it goes on
     */
    TrainingPipeline(FactorTraining training, TrainingSpec spec, WorkerJob job, ProgressListener listener) {
        this.training = training;
        this.spec = spec;
        this.job = job;
        this.listener = listener;
        this.tracker = new ProgressTracker(
                listener,
                spec.searches() ? SEARCH_PART : 0,
                job.searchLimitSeconds(),
                epochsInAll(spec.hyperparameters()));
    }

    /**
     * Does it all.
     *
     * @throws TrainingDivergedException if the loss is no longer a number
     */
    StoredModel run(InteractionMatrix interactions) {
        HoldOutEvaluation holdOut = spec.holdsSongsOut()
                ? new HoldOutEvaluation(training, interactions, spec, job.threads(), tracker)
                : null;
        Found found = spec.searches()
                ? search(interactions, holdOut == null ? interactions : holdOut.trainingPart())
                : new Found(spec.hyperparameters(), List.of());
        EvaluationSummary tested = holdOut == null ? null : holdOut.of(found.hyperparameters);
        TrainedModel trained =
                training.train(interactions, found.hyperparameters, job.threads(), tracker.next(Stage.FITTING));
        Fit fit = trained.fit().after(found.trials);
        EvaluationSummary evaluation = spec.evaluate() && tested == null ? ofErrors(fit) : tested;
        Recency recency = found.hyperparameters.recencyOrNone();
        FactorModel model = trained.model()
                .with(
                        recency,
                        new NeighborFinder(interactions, found.hyperparameters.seed(), job.threads()).of(recency));
        ModelManifest manifest = new ModelManifest(
                new Provenance(Instant.now(), software(), found.hyperparameters, job.measure()),
                new Size(model.users(), model.songs(), interactions.interactions()),
                fit,
                evaluation);
        return new StoredModel(model, manifest);
    }

    private record Found(Hyperparameters hyperparameters, List<Trial> trials) {}

    private Found search(InteractionMatrix all, InteractionMatrix visible) {
        TuningSpace tuning = Objects.requireNonNull(spec.tuning());
        Hyperparameters start = spec.hyperparameters();
        TrialRunner trials = new TrialRunner(training, visible, start.seed(), job.threads(), tracker);
        if (!trials.canTell()) {
            LOG.infof("There are fewer than %d users to search on: the hyperparameters stay", TrialRunner.MIN_USERS);
            tracker.searchDone(epochsInAll(start));
            return new Found(start, List.of());
        }
        List<Trial> tried = new ArrayList<>();
        SearchBudget budget = new SearchBudget(SEARCH_BUDGET, job.searchLimitSeconds(), System::nanoTime);
        HyperparameterSearch search = new HyperparameterSearch(
                trials,
                new SearchSpace(
                        tuning,
                        SearchSpace.maxDimension((long) all.users() + all.songs()),
                        trials.usualUnobservedWeight(),
                        trials.songsPerUser()),
                budget,
                trial -> tell(trial, tried));
        boolean scales = tuning.unobservedWeight();
        Hyperparameters first = scales ? trials.forSample(start) : start;
        // Before the search and after it.
        budget.spend(2 * trials.workOfRecency(first));
        TrialRunner.Timed timed = trials.withBestRecency(first);
        tell(new Trial(2, first, timed.before(), budget.seconds()), tried);
        Hyperparameters best = search.run(timed.hyperparameters(), scales ? incumbent(trials) : spec.incumbent());
        double searched = budget.seconds();
        timed = trials.withBestRecency(best);
        best = timed.hyperparameters();
        tell(new Trial(5, best, timed.reached(), budget.seconds() - searched), tried);
        if (budget.isCut()) {
            LOG.warnf(
                    "The search was cut short after %.0f seconds, by segue.training.search-limit: what it found may not be the best",
                    budget.seconds());
        }
        best = scales ? trials.forAll(best) : best;
        tracker.searchDone(epochsInAll(best));
        return new Found(best, tried);
    }

    private void tell(Trial trial, List<Trial> tried) {
        tried.add(trial);
        listener.trialDone(trial);
    }

    private @Nullable Hyperparameters incumbent(TrialRunner trials) {
        Hyperparameters incumbent = spec.incumbent();
        return incumbent == null ? null : trials.forSample(incumbent);
    }

    private int epochsInAll(Hyperparameters hyperparameters) {
        int epochs = hyperparameters.epochs();
        Hyperparameters incumbent = spec.incumbent();
        return spec.holdsSongsOut() ? 2 * epochs + (incumbent == null ? 0 : incumbent.epochs()) : epochs;
    }

    private static EvaluationSummary ofErrors(Fit fit) {
        Double testMse = fit.testMse();
        Double meanMse = fit.meanMse();
        return testMse == null || meanMse == null
                ? EvaluationSummary.untested()
                : EvaluationSummary.ofErrors(testMse, meanMse);
    }

    // The jar's manifest says it; classes in a folder, as in a test, have none.
    private static String software() {
        String version = TrainingPipeline.class.getPackage().getImplementationVersion();
        return "Segue " + Objects.requireNonNullElse(version, "development");
    }
}
