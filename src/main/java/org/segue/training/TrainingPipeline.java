package org.segue.training;

import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.EvaluationSummary;
import org.segue.model.Hyperparameters;
import org.segue.model.Objective;
import org.segue.model.Trial;

/**
 * A whole job: search a recipe, test it, fit it to all data. The test part of the hold-out is put aside first, so that the
 * search sees nothing of it. For one thread.
 */
final class TrainingPipeline {

    private static final Logger LOG = Logger.getLogger(TrainingPipeline.class);

    /** Work of all trials together: HetRec Last.fm 2K takes about a minute for it on two cores. */
    private static final double SEARCH_BUDGET = 4e11;

    /** How long a search takes beside an evaluation and the last fit, for the progress that people see. */
    private static final double SEARCH_PART = 0.8;

    private final FactorTraining training;
    private final WorkerJob job;
    private final ProgressTracker fits;

    /**
     * A job's training.
     *
     * @param training fits
     * @param job what was asked for
     * @param listener hears how it goes on
     */
    TrainingPipeline(FactorTraining training, WorkerJob job, ProgressListener listener) {
        this.training = training;
        this.job = job;
        this.fits = new ProgressTracker(
                listener, isSearched() ? SEARCH_PART : 0, job.searchLimitSeconds(), epochsInAll(job.hyperparameters()));
    }

    /**
     * Does it all.
     *
     * @throws TrainingDivergedException if the recipe's loss is no longer a number
     */
    TrainedRecipe run(InteractionMatrix interactions) {
        HoldOutEvaluation evaluation = isRanked() ? new HoldOutEvaluation(training, interactions, job, fits) : null;
        InteractionMatrix visible = evaluation == null ? interactions : evaluation.trainingPart();
        Found found = isSearched() ? search(interactions, visible) : new Found(job.hyperparameters(), List.of());
        EvaluationSummary tested = evaluation == null ? null : evaluation.of(found.recipe);
        TrainedModel trained = training.train(interactions, found.recipe, job.threads(), fits.next(Stage.FITTING));
        EvaluationSummary summary = job.evaluate() && tested == null ? ofErrors(trained.testError()) : tested;
        return new TrainedRecipe(found.recipe, found.trials, summary, trained);
    }

    private record Found(Hyperparameters recipe, List<Trial> trials) {}

    private Found search(InteractionMatrix all, InteractionMatrix visible) {
        TuningSpace tuning = Objects.requireNonNull(job.tuning());
        Hyperparameters start = job.hyperparameters();
        TrialRunner trials = new TrialRunner(training, visible, start.seed(), job.threads(), fits);
        if (!trials.canTell()) {
            LOG.infof("There are fewer than %d users to search on: the recipe stays", TrialRunner.MIN_USERS);
            fits.searchDone(epochsInAll(start));
            return new Found(start, List.of());
        }
        HyperparameterSearch search = new HyperparameterSearch(
                trials,
                tuning,
                SEARCH_BUDGET,
                job.searchLimitSeconds(),
                HyperparameterSearch.largestDimension((long) all.users() + all.songs()),
                fits::trialDone,
                System::nanoTime);
        Hyperparameters best = tuning.unobservedWeight()
                ? trials.forAll(search.run(trials.forSample(start), former(trials)))
                : search.run(start, job.former());
        fits.searchDone(epochsInAll(best));
        return new Found(best, search.trials());
    }

    private @Nullable Hyperparameters former(TrialRunner trials) {
        Hyperparameters former = job.former();
        return former == null ? null : trials.forSample(former);
    }

    private boolean isSearched() {
        return isImplicit() && job.tuning() != null;
    }

    // An explicit recipe holds its test part out while the one and only fit runs.
    private boolean isRanked() {
        return isImplicit() && job.evaluate();
    }

    private boolean isImplicit() {
        return job.hyperparameters().objective() == Objective.IMPLICIT;
    }

    private int epochsInAll(Hyperparameters recipe) {
        int epochs = recipe.epochs();
        Hyperparameters former = job.former();
        return isRanked() ? 2 * epochs + (former == null ? 0 : former.epochs()) : epochs;
    }

    private static EvaluationSummary ofErrors(TrainedModel.@Nullable TestError error) {
        return error == null ? EvaluationSummary.untested() : EvaluationSummary.ofErrors(error.model(), error.mean());
    }
}
