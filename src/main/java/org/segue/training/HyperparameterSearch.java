package org.segue.training;

import static org.segue.model.Hyperparameters.readable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Hyperparameters;
import org.segue.model.Trial;

/**
 * Looks for the recipe that ranks a hold-out best, since the best α0 and λ of two tables may differ by a factor of 100.
 *
 * <ol>
 *   <li>Recipes spread evenly over the logarithms of α0 and λ α0 around the usual α0 of such a table, every other one with
 *       weighted plays, and those known to do well, are fitted for a third of the epochs.
 *   <li>The best few of them are fitted whole (successive halving: Jamieson and Talwalkar, "Non-stochastic Best Arm
 *       Identification and Hyperparameter Optimization", AISTATS 2016).
 *   <li>From the best, one value at a time is moved for as long as that helps (pattern search: Hooke and Jeeves, "'Direct
 *       Search' Solution of Numerical and Statistical Problems", J. ACM 1961): a longer embedding, α0 and λ up and down, the
 *       other weighting of plays.
 *   <li>The best recipe is fitted twice as long, and again, while that ranks the hold-out better: until it has converged.
 * </ol>
 *
 * <p>The budget counts work, so that the same seed and data give the same recipe on any machine; the clock only cuts a search
 * that takes too long. For one thread.
 */
final class HyperparameterSearch {

    /** Recipes that are spread over α0 and λ at first. */
    static final int SPREAD = 10;

    /** Recipes of those that are fitted whole. */
    static final int SURVIVORS = 4;

    /** The first fits take this part of the epochs: enough to tell the good from the bad, not the best from the good. */
    static final int EPOCHS_PER_EARLY_EPOCH = 3;

    static final int MAX_DIMENSION = 512;

    static final int MAX_EPOCHS = 120;

    /** Both tables, with Adam's two moments, are then at most 1.6 GB. */
    private static final long MAX_FACTORS = 1L << 27;

    // The best α0 of a table is within these factors of what its density tells. What matters most beside is the product
    // λ α0, the weight of all songs not heard on the length of an embedding: so that product and α0 are searched, which
    // depend on each other less than α0 and λ do.
    private static final double MIN_UNOBSERVED_WEIGHT = 0.02;
    private static final double MAX_UNOBSERVED_WEIGHT = 5;
    private static final double MIN_PRODUCT = 2e-4;
    private static final double MAX_PRODUCT = 4e-2;
    private static final double MAX_REGULARIZATION = 0.1;

    /** How far a value is moved, and then, when no move helps any more, moved again. */
    private static final double[] STEPS = {2, Math.sqrt(2)};

    /**
     * A longer embedding costs memory and time in every request, more epochs cost time in every training: they have to gain
     * this part of the NDCG.
     */
    private static final double WORTH_IT = 0.005;

    private static final double NANOS_PER_SECOND = 1e9;

    /** How well a recipe ranks. */
    interface Scorer {

        /**
         * Fits and measures.
         *
         * @param recipe what to fit
         * @param share the part of the search's budget that this trial takes
         * @return mean NDCG@10
         * @throws TrainingDivergedException if it cannot be fitted
         */
        double score(Hyperparameters recipe, double share);

        /** The α0 that suits the interactions as far as their number tells: the search looks around it. */
        double usualUnobservedWeight();

        /** Multiplications that fitting takes, roughly. */
        double work(Hyperparameters recipe);
    }

    private final Scorer scorer;
    private final TuningSpace tuning;
    private final double budget;
    private final double limitSeconds;
    private final int largestDimension;
    private final Consumer<Trial> listener;
    private final LongSupplier nanoTime;
    private final long startedAtNanos;
    private final List<Trial> trials = new ArrayList<>();
    private double spent;

    /**
     * A search.
     *
     * @param scorer fits and measures
     * @param tuning what may change
     * @param budget multiplications that all trials may take together
     * @param limitSeconds how long they may take
     * @param largestDimension embeddings are not made longer than that
     * @param listener told after each trial
     * @param nanoTime the clock
     */
    HyperparameterSearch(
            Scorer scorer,
            TuningSpace tuning,
            double budget,
            double limitSeconds,
            int largestDimension,
            Consumer<Trial> listener,
            LongSupplier nanoTime) {
        this.scorer = scorer;
        this.tuning = tuning;
        this.budget = budget;
        this.limitSeconds = limitSeconds;
        this.largestDimension = largestDimension;
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.startedAtNanos = nanoTime.getAsLong();
    }

    /**
     * Searches.
     *
     * @param start the recipe that is returned if nothing is better; its step size and seed are those of the result
     * @param known another recipe that did well before, null if there is none
     */
    Hyperparameters run(Hyperparameters start, @Nullable Hyperparameters known) {
        Set<Hyperparameters> candidates = new LinkedHashSet<>();
        candidates.add(start);
        if (known != null) {
            candidates.add(free(start, known));
        }
        spread(start).forEach(candidates::add);
        List<Hyperparameters> survivors = candidates.size() == 1 ? List.of(start) : best(candidates);
        Best best = new Best(survivors.get(0));
        for (Hyperparameters survivor : survivors) {
            best.offer(2, survivor, 0);
        }
        climb(best);
        converge(best);
        return best.recipe;
    }

    /**
     * How long embeddings may become.
     *
     * @param rows users and songs
     */
    static int largestDimension(long rows) {
        return (int) Math.max(1, Math.min(MAX_DIMENSION, MAX_FACTORS / Math.max(1, rows)));
    }

    /** What was tried, in order. */
    List<Trial> trials() {
        return List.copyOf(trials);
    }

    private List<Hyperparameters> best(Set<Hyperparameters> candidates) {
        record Scored(Hyperparameters recipe, double score) {}
        List<Scored> scored = new ArrayList<>();
        for (Hyperparameters candidate : candidates) {
            int early = Math.max(1, candidate.epochs() / EPOCHS_PER_EARLY_EPOCH);
            scored.add(new Scored(candidate, tried(1, candidate.withEpochs(early))));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored.stream().limit(SURVIVORS).map(Scored::recipe).toList();
    }

    // Roberts, "The Unreasonable Effectiveness of Quasirandom Sequences" (2018): the R2 sequence leaves no gaps and no
    // clumps, however many points are taken.
    private Stream<Hyperparameters> spread(Hyperparameters start) {
        if (!tuning.unobservedWeight() && !tuning.regularization()) {
            return Stream.empty();
        }
        SplittableRandom random = new SplittableRandom(start.seed());
        double x = random.nextDouble();
        double y = random.nextDouble();
        double usualWeight = scorer.usualUnobservedWeight();
        return Stream.iterate(1, n -> n + 1).limit(SPREAD).map(n -> {
            double weight = between(MIN_UNOBSERVED_WEIGHT, MAX_UNOBSERVED_WEIGHT, (x + 0.7548776662 * n) % 1);
            double product = between(MIN_PRODUCT, MAX_PRODUCT, (y + 0.5698402910 * n) % 1);
            Hyperparameters point = start.withUnobservedWeight(readable(usualWeight * weight))
                    .withRegularization(readable(Math.min(MAX_REGULARIZATION, product / weight)))
                    .withConfidence(n % 2 == 0 ? ConfidenceWeighting.LOG : ConfidenceWeighting.NONE);
            return free(start, point);
        });
    }

    private static double between(double least, double most, double part) {
        return least * Math.pow(most / least, part);
    }

    /** The first recipe with those values of the other that may change. */
    private Hyperparameters free(Hyperparameters fixed, Hyperparameters other) {
        Hyperparameters mixed = fixed;
        mixed = tuning.dimension() ? mixed.withDimension(other.dimension()) : mixed;
        mixed = tuning.regularization() ? mixed.withRegularization(other.regularization()) : mixed;
        mixed = tuning.unobservedWeight() ? mixed.withUnobservedWeight(other.unobservedWeight()) : mixed;
        mixed = tuning.confidence() ? mixed.withConfidence(other.confidence()) : mixed;
        return tuning.epochs() ? mixed.withEpochs(other.epochs()) : mixed;
    }

    private void climb(Best best) {
        for (double step : STEPS) {
            climb(best, moves(step));
        }
    }

    private void converge(Best best) {
        boolean gains = tuning.epochs();
        while (gains && best.recipe.epochs() < MAX_EPOCHS) {
            gains = best.offer(4, best.recipe.withEpochs(Math.min(MAX_EPOCHS, 2 * best.recipe.epochs())));
        }
    }

    private static void climb(Best best, List<UnaryOperator<Hyperparameters>> moves) {
        int failures = 0;
        for (int m = 0; failures < moves.size(); m = (m + 1) % moves.size()) {
            boolean moved = false;
            while (best.offer(3, moves.get(m).apply(best.recipe))) {
                moved = true;
            }
            failures = moved ? 0 : failures + 1;
        }
    }

    private List<UnaryOperator<Hyperparameters>> moves(double step) {
        List<UnaryOperator<Hyperparameters>> moves = new ArrayList<>();
        if (tuning.dimension()) {
            moves.add(this::withLongerEmbedding);
        }
        if (tuning.regularization()) {
            moves.add(recipe -> withRegularization(recipe, step));
            moves.add(recipe -> withRegularization(recipe, 1 / step));
        }
        if (tuning.unobservedWeight()) {
            moves.add(recipe -> withUnobservedWeight(recipe, step));
            moves.add(recipe -> withUnobservedWeight(recipe, 1 / step));
        }
        if (tuning.confidence()) {
            moves.add(recipe -> recipe.withConfidence(other(recipe.confidence())));
        }
        return moves;
    }

    private Hyperparameters withLongerEmbedding(Hyperparameters recipe) {
        int longer = Math.min(largestDimension, 2 * recipe.dimension());
        return recipe.withDimension(Math.max(recipe.dimension(), longer));
    }

    private static Hyperparameters withRegularization(Hyperparameters recipe, double factor) {
        return recipe.withRegularization(readable(factor * recipe.regularization()));
    }

    private Hyperparameters withUnobservedWeight(Hyperparameters recipe, double factor) {
        Hyperparameters moved = recipe.withUnobservedWeight(readable(factor * recipe.unobservedWeight()));
        return tuning.regularization() ? withRegularization(moved, 1 / factor) : moved;
    }

    private static ConfidenceWeighting other(ConfidenceWeighting confidence) {
        return confidence == ConfidenceWeighting.NONE ? ConfidenceWeighting.LOG : ConfidenceWeighting.NONE;
    }

    /** The best recipe so far that was fitted whole. */
    private final class Best {

        private Hyperparameters recipe;
        private double score = Double.NEGATIVE_INFINITY;

        Best(Hyperparameters start) {
            this.recipe = start;
        }

        boolean offer(int stage, Hyperparameters other) {
            boolean costs = other.dimension() > recipe.dimension() || other.epochs() > recipe.epochs();
            return offer(stage, other, costs ? WORTH_IT * Math.abs(score) : 0);
        }

        boolean offer(int stage, Hyperparameters other, double margin) {
            double reached = tried(stage, other);
            boolean better = reached > score + margin;
            if (better) {
                recipe = other;
                score = reached;
            }
            return better;
        }
    }

    /** What a recipe reaches; −∞ if it diverges or there is no time left for it. */
    private double tried(int stage, Hyperparameters recipe) {
        Optional<Trial> before = trials.stream()
                .filter(trial -> trial.hyperparameters().equals(recipe))
                .findFirst();
        if (before.isPresent()) {
            return reached(before.get());
        }
        double work = scorer.work(recipe);
        boolean affordable = spent + work <= budget && !isTooLate(work);
        return affordable ? reached(trial(stage, recipe, work)) : Double.NEGATIVE_INFINITY;
    }

    private static double reached(Trial trial) {
        return Objects.requireNonNullElse(trial.ndcgAt10(), Double.NEGATIVE_INFINITY);
    }

    private Trial trial(int stage, Hyperparameters recipe, double work) {
        long from = nanoTime.getAsLong();
        Double score = score(recipe, work / budget);
        spent += work;
        Trial trial = new Trial(stage, recipe, score, (nanoTime.getAsLong() - from) / NANOS_PER_SECOND);
        trials.add(trial);
        listener.accept(trial);
        return trial;
    }

    private @Nullable Double score(Hyperparameters recipe, double share) {
        try {
            return scorer.score(recipe, share);
        } catch (TrainingDivergedException e) {
            return null;
        }
    }

    // The next trial is assumed to go as fast as those before it.
    private boolean isTooLate(double work) {
        double seconds = (nanoTime.getAsLong() - startedAtNanos) / NANOS_PER_SECOND;
        double expected = spent == 0 ? 0 : seconds * work / spent;
        return seconds + expected > limitSeconds;
    }
}
