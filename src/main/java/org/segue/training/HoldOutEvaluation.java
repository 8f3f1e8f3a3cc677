package org.segue.training;

import java.util.List;
import java.util.function.Function;
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
import org.segue.model.FactorModel;
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

    /** Of a few users so many of their last sessions are tested on. */
    private static final int SESSIONS_OF_FEW_USERS = 5;

    private final @Nullable Hyperparameters incumbent;
    private final ProgressTracker tracker;
    private final long seed;
    private final HeldOut heldOut;
    private final InteractionMatrix trainingPart;
    private final List<FitAndScore> splits;

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
        HoldOut usual = HoldOut.of(interactions, seed);
        List<HoldOut> sessions =
                ActivationPolicy.areEnough(HeldOut.RANDOM, usual.tests().size())
                        ? List.of()
                        : HoldOut.lastSessions(interactions, SESSIONS_OF_FEW_USERS);
        List<HoldOut> holdOuts = sessions.isEmpty() ? List.of(usual) : sessions;
        this.heldOut = sessions.isEmpty() ? heldOut(usual.order()) : HeldOut.SESSIONS;
        this.trainingPart =
                sessions.isEmpty() ? usual.training() : HoldOut.beforeLastSessions(interactions, SESSIONS_OF_FEW_USERS);
        this.splits = holdOuts.stream()
                .map(holdOut -> new FitAndScore(training, holdOut, seed, threads))
                .toList();
    }

    /**
     * How a model that has not seen these interactions ranks what is held out of them.
     *
     * @param model whose listeners are folded in
     * @param interactions of those who are tested on
     * @param seed where random choices start
     * @param threads how many threads may compute, positive
     */
    static EvaluationSummary ofForeign(FactorModel model, InteractionMatrix interactions, long seed, int threads) {
        TrainingSpec unsearched =
                new TrainingSpec(Hyperparameters.implicitDefaults().withSeed(seed), null, true);
        FactorTraining none = (matrix, hyperparameters, workers, listener) -> {
            throw new IllegalStateException("a model that was trained elsewhere is not fitted");
        };
        ProgressTracker untold = new ProgressTracker(progress -> {}, 0, 0, 1);
        return new HoldOutEvaluation(none, interactions, unsearched, threads, untold).ofForeign(model);
    }

    private EvaluationSummary ofForeign(FactorModel model) {
        if (splits.stream().allMatch(split -> split.users() == 0)) {
            return EvaluationSummary.untested();
        }
        UserScores reached = each(split -> split.of(model));
        Baselines baselines = baselines(model.recency(), reached);
        int tested = reached.ndcgAt10().length;
        Verdict verdict = ActivationPolicy.verdict(heldOut, tested, baselines.ahead(), null);
        return new EvaluationSummary(
                verdict, tested, Ranking.of(heldOut, scores(reached)), baselines, null, Errors.NONE);
    }

    private static HeldOut heldOut(HoldOut.Order order) {
        return order == HoldOut.Order.TIME ? HeldOut.LATEST : HeldOut.RANDOM;
    }

    /** What may be seen before the hyperparameters are decided on. */
    InteractionMatrix trainingPart() {
        return trainingPart;
    }

    /**
     * Fits and measures.
     *
     * @param hyperparameters what to test
     * @throws TrainingDivergedException if their loss is no longer a number
     */
    EvaluationSummary of(Hyperparameters hyperparameters) {
        if (splits.stream().allMatch(split -> split.users() == 0)) {
            return EvaluationSummary.untested();
        }
        UserScores reached = fitted(hyperparameters, tracker.next(Stage.EVALUATING));
        Baselines baselines = baselines(hyperparameters.recencyOrNone(), reached);
        Incumbent before = incumbent(hyperparameters, reached);
        int tested = reached.ndcgAt10().length;
        Verdict verdict =
                ActivationPolicy.verdict(heldOut, tested, baselines.ahead(), before == null ? null : before.ndcgGain());
        return new EvaluationSummary(
                verdict, tested, Ranking.of(heldOut, scores(reached)), baselines, before, Errors.NONE);
    }

    // Of several fits the last is heard of: they are small, and take no longer than it.
    private UserScores fitted(Hyperparameters hyperparameters, ProgressListener listener) {
        FitAndScore last = splits.get(splits.size() - 1);
        return each(split -> split.of(hyperparameters, split == last ? listener : progress -> {}));
    }

    private UserScores each(Function<FitAndScore, UserScores> scored) {
        return UserScores.joined(splits.stream().map(scored).toList());
    }

    private Baselines baselines(Recency recency, UserScores reached) {
        UserScores popularity = each(split -> split.of(PopularityRecommender.of(split.trainingPart())));
        UserScores itemCosine = each(split -> split.of(new ItemCosineRecommender(split.trainingPart())));
        double halfLife = recency.halfLife() == 0 ? Double.POSITIVE_INFINITY : recency.halfLife();
        UserScores sessionCosine =
                splits.stream().allMatch(split -> split.trainingPart().isDated())
                        ? each(split -> split.of(ItemCosineRecommender.withSessions(split.trainingPart(), halfLife)))
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
            UserScores before = fitted(incumbent, tracker.nextOfIncumbent(hyperparameters.epochs()));
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
