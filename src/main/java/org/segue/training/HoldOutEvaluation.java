package org.segue.training;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.evaluation.Estimate;
import org.segue.evaluation.EvaluationReport;
import org.segue.evaluation.Evaluator;
import org.segue.evaluation.UserScores;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.EvaluationSummary;
import org.segue.model.EvaluationSummary.Former;
import org.segue.model.EvaluationSummary.HeldOut;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.model.EvaluationSummary.Scores;
import org.segue.model.EvaluationSummary.Verdict;
import org.segue.model.Hyperparameters;
import org.segue.ranking.ItemCosineRecommender;
import org.segue.ranking.PopularityRecommender;

/**
 * Tests an implicit recipe: songs are held out, the recipe is fitted to the rest, and so is the recipe of the model that
 * answers now if it is another one; both and the baselines are measured on the same users. For one thread.
 */
final class HoldOutEvaluation {

    private static final Logger LOG = Logger.getLogger(HoldOutEvaluation.class);

    private final WorkerJob job;
    private final ProgressTracker fits;
    private final HoldOut holdOut;
    private final Evaluator evaluator;
    private final FitAndScore scores;
    private final long seed;

    /**
     * Splits the interactions, by the recipe's seed.
     *
     * @param training fits
     * @param interactions all there is
     * @param job the former recipe, and where random choices start
     * @param fits is told of the fits
     */
    HoldOutEvaluation(FactorTraining training, InteractionMatrix interactions, WorkerJob job, ProgressTracker fits) {
        this.job = job;
        this.fits = fits;
        this.seed = job.hyperparameters().seed();
        this.holdOut = HoldOut.of(interactions, seed);
        this.evaluator = new Evaluator(holdOut, seed);
        this.scores = new FitAndScore(training, holdOut, evaluator, job.threads());
    }

    /** What may be seen before the recipe is decided on. */
    InteractionMatrix trainingPart() {
        return holdOut.training();
    }

    /**
     * Fits and measures.
     *
     * @param recipe what to test
     * @throws TrainingDivergedException if the recipe's loss is no longer a number
     */
    EvaluationSummary of(Hyperparameters recipe) {
        if (evaluator.users() == 0) {
            return EvaluationSummary.untested();
        }
        UserScores reached = scores.of(recipe, fits.next(Stage.EVALUATING));
        UserScores popularity = scores.of(PopularityRecommender.of(holdOut.training()));
        UserScores itemCosine = scores.of(new ItemCosineRecommender(holdOut.training()));
        Former former = former(recipe, reached);
        Verdict verdict = ActivationPolicy.verdict(
                reached.ndcgAt10().length, mean(reached), mean(popularity), former == null ? null : former.ndcgGain());
        return summary(verdict, reached, scores(popularity), scores(itemCosine), former);
    }

    private @Nullable Former former(Hyperparameters recipe, UserScores reached) {
        Hyperparameters recipeBefore = job.former();
        if (recipeBefore == null) {
            return null;
        }
        if (recipeBefore.isSameRecipeAs(recipe)) {
            fits.skip(recipeBefore.epochs());
            return null;
        }
        try {
            UserScores before = scores.of(recipeBefore, fits.nextOfOther(recipe.epochs()));
            return new Former(recipeBefore, scores(before), interval(reached.ndcgGainOver(before, seed)));
        } catch (TrainingDivergedException e) {
            // What cannot be fitted any more is no reason against what can.
            LOG.warnf("The former recipe cannot be compared with: %s", e.getMessage());
            return new Former(recipeBefore, null, null);
        }
    }

    private EvaluationSummary summary(
            Verdict verdict, UserScores recipe, Scores popularity, Scores itemCosine, @Nullable Former former) {
        Scores own = scores(recipe);
        return new EvaluationSummary(
                verdict,
                recipe.ndcgAt10().length,
                holdOut.order() == HoldOut.Order.LATEST ? HeldOut.LATEST : HeldOut.RANDOM,
                own.ndcgAt10(),
                own.recallAt10(),
                own.coverage(),
                own.novelty(),
                popularity,
                itemCosine,
                former,
                null,
                null);
    }

    private double mean(UserScores scores) {
        return scores.report(seed).ndcgAt10().mean();
    }

    private Scores scores(UserScores scores) {
        EvaluationReport report = scores.report(seed);
        return new Scores(
                interval(report.ndcgAt10()),
                interval(report.recallAt10()),
                report.coverage(),
                interval(report.novelty()));
    }

    private static Interval interval(Estimate estimate) {
        return new Interval(estimate.mean(), estimate.low(), estimate.high());
    }
}
