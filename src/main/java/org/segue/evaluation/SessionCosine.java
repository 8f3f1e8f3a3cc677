package org.segue.evaluation;

import java.time.Duration;
import java.util.List;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.ranking.ItemCosineRecommender;

/**
 * The baseline of dated interactions: item-cosine over listeners and sessions, with the half-life that finds most in a split of the same kind
 * of what it may see.
 */
public final class SessionCosine {

    /** Half-lives that are tried, the longest first; none is more than all time. */
    private static final List<Double> HALF_LIVES =
            List.of(Double.POSITIVE_INFINITY, days(90), days(14), days(3), hours(12), hours(3), hours(1), hours(1) / 3);

    /** Enough to tell half-lives apart. */
    private static final int USERS = 2000;

    private SessionCosine() {}

    private static double days(long days) {
        return Duration.ofDays(days).toSeconds();
    }

    private static double hours(long hours) {
        return Duration.ofHours(hours).toSeconds();
    }

    /**
     * The recommender for a training part.
     *
     * @param training what it may see
     * @param order how the songs that it will be tested on were chosen
     * @param seed where random choices start
     */
    public static ItemCosineRecommender of(InteractionMatrix training, HoldOut.Order order, long seed) {
        return ItemCosineRecommender.withSessions(training, halfLife(training, order, seed));
    }

    private static double halfLife(InteractionMatrix training, HoldOut.Order order, long seed) {
        HoldOut validation = HoldOut.of(training, order, seed + 1);
        Evaluator evaluator = new Evaluator(validation, USERS, seed);
        double best = HALF_LIVES.get(0);
        double most = -1;
        for (double halfLife : HALF_LIVES) {
            double reached = evaluator
                    .evaluate(ItemCosineRecommender.withSessions(validation.training(), halfLife))
                    .ndcgAt10()
                    .mean();
            if (reached > most) {
                most = reached;
                best = halfLife;
            }
        }
        return best;
    }
}
