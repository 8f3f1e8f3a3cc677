package org.segue.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Hyperparameters;
import org.segue.model.Recency;
import org.segue.model.RegularizationScale;

/**
 * Where a search looks: points that are spread over it, and the moves from one point to its neighbors.
 *
 * <p>The best α0 of a table is within certain factors of what its density tells. What matters most beside is the product λ α0,
 * the weight of all songs not heard on the length of an embedding: so that product and α0 are searched, which depend on each
 * other less than α0 and λ do. Where λ is multiplied by the number of interactions it depends on no α0, and is searched itself.
 *
 * @param tuning what may change
 * @param maxDimension embeddings are not made longer than that
 * @param usualUnobservedWeight the α0 that suits the interactions as far as their number tells
 * @param songsPerUser how many songs a user has in the mean
 */
record SearchSpace(TuningSpace tuning, int maxDimension, double usualUnobservedWeight, double songsPerUser) {

    /** Points that are spread over α0 and λ at first. */
    static final int SPREAD = 12;

    /** Of so many points one has its λ multiplied by the number of interactions. */
    private static final int POINTS_BY_COUNT = 3;

    static final int MAX_DIMENSION = 512;

    /** Every answer costs its square. */
    private static final int MAX_TIED_DIMENSION = 128;

    /** Both tables, with Adam's two moments, are then at most 1.6 GB. */
    private static final long MAX_FACTORS = 1L << 27;

    private static final double MIN_UNOBSERVED_WEIGHT = 0.02;
    private static final double MAX_UNOBSERVED_WEIGHT = 30;
    private static final double MIN_PRODUCT = 2e-4;
    private static final double MAX_PRODUCT = 4e-2;
    private static final double MAX_REGULARIZATION = 0.1;
    private static final double MIN_REGULARIZATION_BY_COUNT = 0.01;
    private static final double MAX_REGULARIZATION_BY_COUNT = 0.2;

    // Roberts, "The Unreasonable Effectiveness of Quasirandom Sequences" (2018): the R2 sequence leaves no gaps and no
    // clumps, however many points are taken.
    private static final double STEP_X = 0.7548776662;
    private static final double STEP_Y = 0.5698402910;

    /**
     * How long embeddings may become.
     *
     * @param rows users and songs
     */
    static int maxDimension(long rows) {
        return (int) Math.max(1, Math.min(MAX_DIMENSION, MAX_FACTORS / Math.max(1, rows)));
    }

    /** Whether users have more songs than a short embedding has dimensions: a longer one then says more of them. */
    boolean supportsMoreThan(int dimension) {
        return dimension < MAX_TIED_DIMENSION && songsPerUser > dimension;
    }

    /** Points that are spread evenly, with what may not change as it is at the start; none if neither α0 nor λ may. */
    Stream<Hyperparameters> spread(Hyperparameters start) {
        if (!tuning.unobservedWeight() && !tuning.regularization()) {
            return Stream.empty();
        }
        SplittableRandom random = new SplittableRandom(start.seed());
        double x = random.nextDouble();
        double y = random.nextDouble();
        return Stream.iterate(1, n -> n + 1).limit(SPREAD).map(n -> {
            double weight = between(MIN_UNOBSERVED_WEIGHT, MAX_UNOBSERVED_WEIGHT, (x + STEP_X * n) % 1);
            Hyperparameters point = start.withUnobservedWeight(Hyperparameters.readable(usualUnobservedWeight * weight))
                    .withConfidence(n % 2 == 0 ? ConfidenceWeighting.LOG : ConfidenceWeighting.NONE);
            return mix(start, regularized(point, n, weight, (y + STEP_Y * n) % 1));
        });
    }

    private static Hyperparameters regularized(Hyperparameters point, int n, double weight, double part) {
        if (n % POINTS_BY_COUNT == 0) {
            double lambda = between(MIN_REGULARIZATION_BY_COUNT, MAX_REGULARIZATION_BY_COUNT, part);
            return point.withRegularization(Hyperparameters.readable(lambda))
                    .withRegularizationScale(RegularizationScale.COUNT);
        }
        double lambda = Math.min(MAX_REGULARIZATION, between(MIN_PRODUCT, MAX_PRODUCT, part) / weight);
        return point.withRegularization(Hyperparameters.readable(lambda));
    }

    private static double between(double least, double most, double part) {
        return least * Math.pow(most / least, part);
    }

    /** The first hyperparameters with those values of the others that may change. */
    Hyperparameters mix(Hyperparameters fixed, Hyperparameters others) {
        Hyperparameters mixed = fixed;
        mixed = tuning.dimension() ? mixed.withDimension(others.dimension()) : mixed;
        mixed = tuning.regularization()
                ? mixed.withRegularization(others.loss().regularization())
                        .withRegularizationScale(others.loss().scale())
                : mixed;
        mixed = tuning.unobservedWeight()
                ? mixed.withUnobservedWeight(others.loss().unobservedWeight())
                : mixed;
        mixed = tuning.confidence() ? mixed.withConfidence(others.loss().confidence()) : mixed;
        return tuning.epochs() ? mixed.withEpochs(others.epochs()) : mixed;
    }

    /** Moves of one value by a factor, up and down: a longer embedding, α0, λ, the other weighting of plays, with sessions or without. */
    List<UnaryOperator<Hyperparameters>> moves(double factor) {
        List<UnaryOperator<Hyperparameters>> moves = new ArrayList<>();
        if (tuning.dimension()) {
            moves.add(this::withLongerEmbedding);
        }
        if (tuning.regularization()) {
            moves.add(point -> withRegularization(point, factor));
            moves.add(point -> withRegularization(point, 1 / factor));
        }
        if (tuning.unobservedWeight()) {
            moves.add(point -> withUnobservedWeight(point, factor));
            moves.add(point -> withUnobservedWeight(point, 1 / factor));
        }
        if (tuning.confidence()) {
            moves.add(SearchSpace::withOtherConfidence);
        }
        moves.add(SearchSpace::withOtherRows);
        return moves;
    }

    private Hyperparameters withLongerEmbedding(Hyperparameters point) {
        int longer = Math.min(maxDimension, 2 * point.dimension());
        return point.withDimension(Math.max(point.dimension(), longer));
    }

    private static Hyperparameters withRegularization(Hyperparameters point, double factor) {
        return point.withRegularization(
                Hyperparameters.readable(factor * point.loss().regularization()));
    }

    private Hyperparameters withUnobservedWeight(Hyperparameters point, double factor) {
        Hyperparameters moved = point.withUnobservedWeight(
                Hyperparameters.readable(factor * point.loss().unobservedWeight()));
        boolean sharesProduct = tuning.regularization() && point.loss().scale() == RegularizationScale.WEIGHT;
        return sharesProduct ? withRegularization(moved, 1 / factor) : moved;
    }

    // Without times there are no sessions.
    private static Hyperparameters withOtherRows(Hyperparameters point) {
        Recency recency = point.recencyOrNone();
        return recency.halfLife() == 0 ? point : point.withRecency(recency.withSessions(!recency.sessions()));
    }

    private static Hyperparameters withOtherConfidence(Hyperparameters point) {
        boolean none = point.loss().confidence() == ConfidenceWeighting.NONE;
        return point.withConfidence(none ? ConfidenceWeighting.LOG : ConfidenceWeighting.NONE);
    }
}
