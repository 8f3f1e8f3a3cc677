package org.segue.cli;

import org.segue.evaluation.Evaluator;
import org.segue.evaluation.SessionCosine;
import org.segue.evaluation.SplitScores;
import org.segue.interactions.HoldOut;
import org.segue.model.FactorModel;
import org.segue.ranking.FactorRecommender;
import org.segue.ranking.ItemCosineRecommender;
import org.segue.ranking.PopularityRecommender;
import org.segue.ranking.Recommender;

/**
 * Scores of a model and of the baselines on the same splits.
 *
 * @param model of the model
 * @param popularity of recommending what most users have
 * @param itemCosine of recommending what has the same listeners
 * @param sessionCosine of recommending what has the same listeners and sessions, with a searched half-life; nothing where no times are known
 */
record SplitContest(SplitScores model, SplitScores popularity, SplitScores itemCosine, SplitScores sessionCosine) {

    /** A contest without a split. */
    SplitContest() {
        this(new SplitScores(), new SplitScores(), new SplitScores(), new SplitScores());
    }

    /**
     * The contest on one split.
     *
     * @param fitted fitted to the split's training part
     * @param seed where the choice of users starts
     */
    static SplitContest of(HoldOut holdOut, FactorModel fitted, long seed) {
        Evaluator evaluator = new Evaluator(holdOut, seed);
        SplitContest contest = new SplitContest();
        FactorRecommender factors = new FactorRecommender(fitted);
        add(contest.model, evaluator, holdOut.order() == HoldOut.Order.SESSION ? factors.fresh() : factors);
        add(contest.popularity, evaluator, PopularityRecommender.of(holdOut.training()));
        add(contest.itemCosine, evaluator, new ItemCosineRecommender(holdOut.training()));
        if (holdOut.training().isDated()) {
            add(contest.sessionCosine, evaluator, SessionCosine.of(holdOut.training(), holdOut.order(), seed));
        }
        return contest;
    }

    private static void add(SplitScores scores, Evaluator evaluator, Recommender recommender) {
        scores.add(evaluator.userIds(), evaluator.score(recommender));
    }

    /** Adds the splits of another. */
    void add(SplitContest other) {
        model.add(other.model);
        popularity.add(other.popularity);
        itemCosine.add(other.itemCosine);
        sessionCosine.add(other.sessionCosine);
    }
}
