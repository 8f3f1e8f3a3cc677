package org.segue.training;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.evaluation.Estimate;
import org.segue.evaluation.EvaluationReport;
import org.segue.evaluation.UserScores;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.EvaluationSummary;
import org.segue.model.EvaluationSummary.Ahead;
import org.segue.model.EvaluationSummary.Baselines;
import org.segue.model.EvaluationSummary.Errors;
import org.segue.model.EvaluationSummary.HeldOut;
import org.segue.model.EvaluationSummary.Incumbent;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.model.EvaluationSummary.Ranking;
import org.segue.model.EvaluationSummary.Scores;
import org.segue.model.EvaluationSummary.Verdict;
import org.segue.model.Hyperparameters;
import org.segue.model.Recency;
import org.segue.ranking.ItemCosineRecommender;
import org.segue.ranking.PopularityRecommender;

/**
 * Tests hyperparameters of the implicit objective: songs are held out, they are fitted to the rest, and so are the incumbent
 * ones if they are others; both and the baselines are measured on the same users. For one thread.
 */
final class HoldOutEvaluation {

    private static final Logger LOG = Logger.getLogger(HoldOutEvaluation.class);

    private final @Nullable Hyperparameters incumbent;
    private final ProgressTracker tracker;
    private final FitAndScore scores;
    private final long seed;

    /**
     * Splits the interactions, by the seed of the hyperparameters.
     *
     * @param training fits
     * @param interactions all there is
     * @param spec the incumbent hyperparameters, and where random choices start
     * @param threads how many threads may compute, positive
     * @param tracker is told of the fits
     */
    HoldOutEvaluation(
            FactorTraining training,
            InteractionMatrix interactions,
            TrainingSpec spec,
            int threads,
            ProgressTracker tracker) {
        this.incumbent = spec.incumbent();
        this.tracker = tracker;
        this.seed = spec.hyperparameters().seed();
        this.scores = new FitAndScore(training, interactions, HoldOut.Order.usual(interactions), seed, threads);
    }

    /** What may be seen before the hyperparameters are decided on. */
    InteractionMatrix trainingPart() {
        return scores.trainingPart();
    }

    /**
     * Fits and measures.
     *
     * @param hyperparameters what to test
     * @throws TrainingDivergedException if their loss is no longer a number
     */
    EvaluationSummary of(Hyperparameters hyperparameters) {
        if (scores.users() == 0) {
            return EvaluationSummary.untested();
        }
        UserScores reached = scores.of(hyperparameters, tracker.next(Stage.EVALUATING));
        Baselines baselines = baselines(hyperparameters.recencyOrNone(), reached);
        Incumbent before = incumbent(hyperparameters, reached);
        Verdict verdict = ActivationPolicy.verdict(
                reached.ndcgAt10().length, baselines.ahead(), before == null ? null : before.ndcgGain());
        HeldOut heldOut = scores.order() == HoldOut.Order.TIME ? HeldOut.LATEST : HeldOut.RANDOM;
        return new EvaluationSummary(
                verdict,
                reached.ndcgAt10().length,
                Ranking.of(heldOut, scores(reached)),
                baselines,
                before,
                Errors.NONE);
    }

    private Baselines baselines(Recency recency, UserScores reached) {
        UserScores popularity = scores.of(PopularityRecommender.of(trainingPart()));
        UserScores itemCosine = scores.of(new ItemCosineRecommender(trainingPart()));
        UserScores sessionCosine = trainingPart().isDated()
                ? scores.of(ItemCosineRecommender.withSessions(
                        trainingPart(), recency.halfLife() == 0 ? Double.POSITIVE_INFINITY : recency.halfLife()))
                : null;
        Ahead ahead = new Ahead(
                interval(reached.ndcgGainOver(popularity, seed)),
                interval(reached.ndcgGainOver(itemCosine, seed)),
                sessionCosine == null ? null : interval(reached.ndcgGainOver(sessionCosine, seed)));
        return new Baselines(
                scores(popularity), scores(itemCosine), sessionCosine == null ? null : scores(sessionCosine), ahead);
    }

    private @Nullable Incumbent incumbent(Hyperparameters hyperparameters, UserScores reached) {
        if (incumbent == null) {
            return null;
        }
        if (incumbent.equalsButForSeed(hyperparameters)) {
            tracker.skip(incumbent.epochs());
            return null;
        }
        try {
            UserScores before = scores.of(incumbent, tracker.nextOfIncumbent(hyperparameters.epochs()));
            return new Incumbent(incumbent, scores(before), interval(reached.ndcgGainOver(before, seed)));
        } catch (TrainingDivergedException e) {
            // What cannot be fitted any more is no reason against what can.
            LOG.warnf("The incumbent hyperparameters cannot be compared with: %s", e.getMessage());
            return new Incumbent(incumbent, null, null);
        }
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
