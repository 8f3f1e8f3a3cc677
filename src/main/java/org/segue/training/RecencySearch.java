package org.segue.training;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.segue.model.FactorModel;
import org.segue.model.Recency;
import org.segue.model.Recency.Moment;

/**
 * Looks for what time and neighbors are to a model that is fitted already: one value after the other is set to each of a few, and what ranks best is
 * kept. Nothing is fitted for it. For one thread.
 */
final class RecencySearch {

    private static final List<Double> HALF_LIVES =
            List.of(hours(1), hours(3), hours(12), hours(3 * 24), hours(14 * 24), hours(90 * 24), 0.0);
    private static final List<Double> NEIGHBOR_HALF_LIVES = List.of(300.0, 1200.0, hours(1), hours(3), hours(12));
    private static final List<Double> WEIGHTS = List.of(0.0, 0.3, 0.6, 1.0, 3.0);

    /** Without times neighbors tell little that embeddings do not. */
    private static final List<Double> UNDATED_WEIGHTS = List.of(0.0, 0.01, 0.03, 0.1, 0.3);

    private static final List<Double> FOLLOWS = List.of(0.0, 1.0, 3.0, 6.0);
    private static final List<Double> UNDATED_SONGS = List.of(0.0, 0.01, 0.1);

    /** How well a model ranks. */
    @FunctionalInterface
    interface Scorer {

        /** Mean NDCG@10 of the fitted embeddings with another recency. */
        double score(Recency recency);
    }

    /**
     * What a search came to.
     *
     * @param recency the best
     * @param before what was reached at the start
     * @param reached what the best reaches
     */
    record Found(Recency recency, double before, double reached) {}

    private final Scorer scorer;
    private final double before;
    private Recency best;
    private double most;

    private RecencySearch(Scorer scorer, Recency start) {
        this.scorer = scorer;
        this.best = start;
        this.before = scorer.score(start);
        this.most = before;
    }

    private Found found() {
        return new Found(best, before, most);
    }

    private static double hours(long hours) {
        return Duration.ofHours(hours).toSeconds();
    }

    /**
     * The best for a list that goes on: half-lives, and what neighbors add while a session does.
     *
     * @param hasUndated whether there are songs without a time to weigh
     */
    static Found continuing(Scorer scorer, Recency start, boolean hasUndated) {
        RecencySearch search = new RecencySearch(scorer, start);
        search.tryAll(
                WEIGHTS, value -> best -> best.withInSession(best.inSession().withWeight(value)));
        search.tryAll(HALF_LIVES, value -> best -> best.withHalfLife(value));
        search.tryMoment(Recency::inSession, Recency::withInSession);
        if (hasUndated) {
            search.tryAll(UNDATED_SONGS, value -> best -> best.withUndatedWeight(value));
        }
        return search.found();
    }

    /** The best for the start of a session: what neighbors add then. */
    static Found fresh(Scorer scorer, Recency start) {
        RecencySearch search = new RecencySearch(scorer, start);
        search.tryAll(WEIGHTS, value -> best -> best.withFresh(best.fresh().withWeight(value)));
        search.tryMoment(Recency::fresh, Recency::withFresh);
        return search.found();
    }

    /** The best without times: what neighbors add, always the same. */
    static Found undated(Scorer scorer, Recency start) {
        RecencySearch search = new RecencySearch(scorer, start);
        search.tryAll(UNDATED_WEIGHTS, value -> best -> {
            Moment moment = best.inSession().withWeight(value);
            return best.withInSession(moment).withFresh(moment);
        });
        return search.found();
    }

    private interface With {
        Recency with(Recency recency, Moment moment);
    }

    private interface Of {
        Moment of(Recency recency);
    }

    private void tryMoment(Of of, With with) {
        Stream<Double> shorter =
                NEIGHBOR_HALF_LIVES.stream().filter(seconds -> best.halfLife() == 0 || seconds < best.halfLife());
        tryAll(
                Stream.concat(shorter, Stream.of(best.halfLife())).toList(),
                value -> recency -> with.with(recency, of.of(recency).withHalfLife(value)));
        tryAll(FOLLOWS, value -> recency -> with.with(recency, of.of(recency).withFollows(value)));
        tryAll(WEIGHTS, value -> recency -> with.with(recency, of.of(recency).withWeight(value)));
    }

    private void tryAll(List<Double> values, DoubleFunction<UnaryOperator<Recency>> change) {
        Recency from = best;
        for (double value : values) {
            Recency changed = change.apply(value).apply(from);
            double reached = changed.equals(best) ? most : scorer.score(changed);
            if (reached > most) {
                most = reached;
                best = changed;
            }
        }
    }

    /** Where a search is: whether the interactions are dated, and what they are fitted on. */
    record Place(FitAndScore scores, FactorModel fitted) implements Scorer {

        @Override
        public double score(Recency recency) {
            return scores.mean(scores.with(fitted, recency));
        }
    }
}
