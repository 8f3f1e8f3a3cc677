package org.segue.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.CsrMatrix;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.Hyperparameters;
import org.segue.model.Recency;

/**
 * The trials of a search: a hold-out of its own, inside of what it may see, on which hyperparameters are fitted and measured.
 * Large tables are searched on a random part of their users. For one thread.
 */
final class TrialRunner implements HyperparameterSearch.Scorer {

    /** With fewer users the noise of a mean is larger than what hyperparameters differ by. */
    static final int MIN_USERS = 50;

    /** A search on more would take minutes, and finds the same. */
    static final int MAX_INTERACTIONS = 400_000;

    // A step of a side gathers, multiplies and derives each of its cells and rows: scores, gradient, Gram matrix.
    private static final double PER_CELL_AND_DIMENSION = 6;
    private static final double PER_ROW_AND_SQUARED_DIMENSION = 2;

    // A scan for the first songs leaves most of them out by their bounds.
    private static final double SCANNED = 0.25;
    private static final int RECENCY_TRIALS = 40;
    private static final int UNDATED_RECENCY_TRIALS = 6;

    private final double usualUnobservedWeight;
    private final double weightOfAll;
    private final FitAndScore scores;
    private final FitAndScore nextSession;
    private final ProgressTracker tracker;
    private final long cellsWithSessions;
    private final long rowsWithSessions;
    private final boolean hasUndated;

    /**
     * Splits.
     *
     * @param training fits
     * @param visible what the search may see
     * @param seed where random choices start
     * @param threads how many threads may compute, positive
     * @param tracker is told of the fits
     */
    TrialRunner(FactorTraining training, InteractionMatrix visible, long seed, int threads, ProgressTracker tracker) {
        // Another split than that of the evaluation, also where both start from the same interactions.
        long ownSeed = seed + 1;
        InteractionMatrix sample = sample(visible, MAX_INTERACTIONS, ownSeed);
        boolean sessions = visible.isDated();
        this.usualUnobservedWeight = Hyperparameters.usualUnobservedWeight(sample, sessions);
        this.weightOfAll = Hyperparameters.usualUnobservedWeight(visible, sessions) / usualUnobservedWeight;
        this.scores = new FitAndScore(training, sample, HoldOut.Order.usual(sample), ownSeed, threads);
        this.nextSession = new FitAndScore(training, sample, HoldOut.Order.SESSION, ownSeed, threads);
        this.tracker = tracker;
        CsrMatrix rows = scores.trainingPart().cellsWithSessions();
        this.cellsWithSessions = rows.cells();
        this.rowsWithSessions = rows.rows();
        this.hasUndated = hasUndated(scores.trainingPart());
    }

    private static boolean hasUndated(InteractionMatrix interactions) {
        return IntStream.range(0, interactions.users())
                .mapToObj(interactions::history)
                .anyMatch(history -> Arrays.stream(history.songIds()).anyMatch(song -> history.lastHeard(song) == 0));
    }

    /**
     * Hyperparameters with what time and neighbors are best for them.
     *
     * @param before mean NDCG@10 of what it was before, null if it cannot be fitted
     * @param hyperparameters the best
     * @param reached their mean NDCG@10, not below that of before, null if they cannot be fitted
     */
    record Timed(
            @Nullable Double before,
            Hyperparameters hyperparameters,
            @Nullable Double reached) {}

    /**
     * Looks for what time and neighbors are best for hyperparameters, which two fits tell: of a list that goes on, and of the start of a session.
     */
    Timed withBestRecency(Hyperparameters hyperparameters) {
        try {
            return timed(hyperparameters);
        } catch (TrainingDivergedException e) {
            return new Timed(null, hyperparameters, null);
        }
    }

    /** Multiplications that it takes to look for what is best of time and neighbors, roughly. */
    double workOfRecency(Hyperparameters hyperparameters) {
        boolean dated = scores.order() == HoldOut.Order.TIME;
        double dimension = hyperparameters.dimension();
        double ofUser = SCANNED * dimension * scores.trainingPart().songs() + dimension * dimension * dimension / 6;
        return (dated ? 2 : 1) * work(hyperparameters)
                + (dated ? RECENCY_TRIALS : UNDATED_RECENCY_TRIALS) * scores.users() * ofUser;
    }

    private Timed timed(Hyperparameters hyperparameters) {
        Recency start = hyperparameters.recencyOrNone();
        RecencySearch.Place goingOn =
                new RecencySearch.Place(scores, scores.fit(hyperparameters, tracker.nextTrial(0)));
        RecencySearch.Found found = scores.order() == HoldOut.Order.TIME
                ? RecencySearch.continuing(goingOn, start, hasUndated)
                : RecencySearch.undated(goingOn, start);
        Recency best = found.recency();
        if (scores.order() == HoldOut.Order.TIME && nextSession.users() >= MIN_USERS) {
            RecencySearch.Place next = new RecencySearch.Place(
                    nextSession, nextSession.fit(hyperparameters.withRecency(best), tracker.nextTrial(0)));
            best = RecencySearch.fresh(next, best).recency();
        }
        return new Timed(found.before(), with(hyperparameters, best), found.reached());
    }

    // Where nothing was said of time, and nothing found, nothing is said.
    private static Hyperparameters with(Hyperparameters hyperparameters, Recency best) {
        return best.equals(hyperparameters.recencyOrNone()) ? hyperparameters : hyperparameters.withRecency(best);
    }

    /** Whether there are enough users to tell hyperparameters apart. */
    boolean canTell() {
        return scores.users() >= MIN_USERS;
    }

    /**
     * Hyperparameters for all that the search may see, as they have to be for the sample, where fewer songs share the same
     * weight.
     */
    Hyperparameters forSample(Hyperparameters hyperparameters) {
        return scaled(hyperparameters, 1 / weightOfAll);
    }

    /** Hyperparameters for the sample, as they have to be for all that the search may see. */
    Hyperparameters forAll(Hyperparameters hyperparameters) {
        return scaled(hyperparameters, weightOfAll);
    }

    private static Hyperparameters scaled(Hyperparameters hyperparameters, double factor) {
        return factor == 1
                ? hyperparameters
                : hyperparameters.withUnobservedWeight(
                        Hyperparameters.readable(factor * hyperparameters.loss().unobservedWeight()));
    }

    /** The α0 that suits the interactions as far as their number tells: the search looks around it. */
    double usualUnobservedWeight() {
        return usualUnobservedWeight;
    }

    /** How many songs a user has in the mean. */
    double songsPerUser() {
        InteractionMatrix part = scores.trainingPart();
        return part.interactions() / (double) part.users();
    }

    @Override
    public double score(Hyperparameters hyperparameters, double share) {
        double[] ndcg = scores.of(hyperparameters, tracker.nextTrial(share)).ndcgAt10();
        return Arrays.stream(ndcg).average().orElseThrow();
    }

    @Override
    public double work(Hyperparameters hyperparameters) {
        InteractionMatrix part = scores.trainingPart();
        boolean sessions = hyperparameters.recencyOrNone().sessions();
        double rows = (sessions ? rowsWithSessions : part.users()) + (double) part.songs();
        double cells = sessions ? cellsWithSessions : part.interactions();
        double dimension = hyperparameters.dimension();
        return hyperparameters.epochs()
                * dimension
                * (PER_CELL_AND_DIMENSION * cells + PER_ROW_AND_SQUARED_DIMENSION * rows * dimension);
    }

    /** All of it, or so many randomly chosen users that about {@code most} interactions are left. */
    static InteractionMatrix sample(InteractionMatrix all, int most, long seed) {
        if (all.interactions() <= most) {
            return all;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double part = most / (double) all.interactions();
        return all.ofUsers(IntStream.range(0, all.users())
                .filter(user -> random.nextDouble() < part)
                .toArray());
    }
}
