package org.segue.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.Hyperparameters;

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

    private final double usualUnobservedWeight;
    private final double weightOfAll;
    private final FitAndScore scores;
    private final ProgressTracker tracker;

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
        this.usualUnobservedWeight = Hyperparameters.usualUnobservedWeight(sample);
        this.weightOfAll = Hyperparameters.usualUnobservedWeight(visible) / usualUnobservedWeight;
        this.scores = new FitAndScore(training, sample, ownSeed, threads);
        this.tracker = tracker;
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

    @Override
    public double score(Hyperparameters hyperparameters, double share) {
        double[] ndcg = scores.of(hyperparameters, tracker.nextTrial(share)).ndcgAt10();
        return Arrays.stream(ndcg).average().orElseThrow();
    }

    @Override
    public double work(Hyperparameters hyperparameters) {
        InteractionMatrix part = scores.trainingPart();
        double rows = part.users() + (double) part.songs();
        double dimension = hyperparameters.dimension();
        return hyperparameters.epochs()
                * dimension
                * (PER_CELL_AND_DIMENSION * part.interactions() + PER_ROW_AND_SQUARED_DIMENSION * rows * dimension);
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
