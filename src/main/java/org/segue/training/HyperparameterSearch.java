package org.segue.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.segue.model.Hyperparameters;
import org.segue.model.Trial;

/**
 * Looks for the hyperparameters that rank a hold-out best, since the best α0 and λ of two tables may differ by a factor of 100.
 *
 * <ol>
 *   <li>Where it starts is fitted whole: what is returned has ranked the same hold-out no worse.
 *   <li>Points spread evenly over the logarithms of α0 and λ α0 around the usual α0 of such a table, every other one with
 *       weighted plays, and those known to do well, are fitted for a third of the epochs, at least {@value #MIN_EARLY_EPOCHS}.
 *   <li>The best few of them are fitted whole (successive halving: Jamieson and Talwalkar, "Non-stochastic Best Arm
 *       Identification and Hyperparameter Optimization", AISTATS 2016).
 *   <li>From the best, one value at a time is moved for as long as that helps (pattern search: Hooke and Jeeves, "'Direct
 *       Search' Solution of Numerical and Statistical Problems", J. ACM 1961): a longer embedding, α0 and λ up and down, the
 *       other weighting of plays.
 *   <li>The best are fitted twice as long, and again, while that ranks the hold-out better: until they have converged.
 * </ol>
 *
 * <p>For one thread.
 */
final class HyperparameterSearch {

    /** How many of the first points are fitted whole. */
    static final int SURVIVORS = 4;

    /** The first fits take this part of the epochs: enough to tell the good from the bad, not the best from the good. */
    static final int EPOCHS_PER_EARLY_EPOCH = 3;

    /** After fewer epochs the good cannot be told from the bad either. */
    static final int MIN_EARLY_EPOCHS = 5;

    static final int MAX_EPOCHS = 120;

    /** How far a value is moved, and then, when no move helps any more, moved again. */
    private static final double[] STEPS = {2, Math.sqrt(2)};

    /**
     * A longer embedding costs memory and time in every request, more epochs cost time in every training: they have to gain
     * this part of the NDCG.
     */
    private static final double WORTH_IT = 0.005;

    /**
     * A model is fitted to half as much again as the trials are: where users have more songs than embeddings have dimensions, longer ones may be
     * behind in them by this part, and gain in the model.
     */
    private static final double TIE = 0.01;

    /** How well hyperparameters rank. */
    interface Scorer {

        /**
         * Fits and measures.
         *
         * @param hyperparameters what to fit
         * @param share the part of the search's budget that this trial takes
         * @return mean NDCG@10
         * @throws TrainingDivergedException if they cannot be fitted
         */
        double score(Hyperparameters hyperparameters, double share);

        /** Multiplications that fitting takes, roughly. */
        double work(Hyperparameters hyperparameters);
    }

    private final Scorer scorer;
    private final SearchSpace space;
    private final SearchBudget budget;
    private final Consumer<Trial> listener;
    private final List<Trial> trials = new ArrayList<>();

    /**
     * A search.
     *
     * @param scorer fits and measures
     * @param space where to look
     * @param budget how much all trials may take together
     * @param listener told after each trial
     */
    HyperparameterSearch(Scorer scorer, SearchSpace space, SearchBudget budget, Consumer<Trial> listener) {
        this.scorer = scorer;
        this.space = space;
        this.budget = budget;
        this.listener = listener;
    }

    /**
     * Searches.
     *
     * @param start what is returned if nothing is better; its step size and seed are those of the result
     * @param known others that did well before, null if there are none
     */
    Hyperparameters run(Hyperparameters start, @Nullable Hyperparameters known) {
        Best best = new Best(start);
        best.offer(2, start, 0);
        Set<Hyperparameters> candidates = new LinkedHashSet<>();
        candidates.add(start);
        if (known != null) {
            candidates.add(space.mix(start, known));
        }
        space.spread(start).forEach(candidates::add);
        List<Hyperparameters> survivors = candidates.size() == 1 ? List.of(start) : best(candidates);
        for (Hyperparameters survivor : survivors) {
            best.offer(2, survivor, 0);
        }
        for (double step : STEPS) {
            climb(best, space.moves(step));
        }
        converge(best);
        return best.hyperparameters;
    }

    /** What was tried, in order. */
    List<Trial> trials() {
        return List.copyOf(trials);
    }

    private List<Hyperparameters> best(Set<Hyperparameters> candidates) {
        record Scored(Hyperparameters hyperparameters, double score) {}
        List<Scored> scored = new ArrayList<>();
        for (Hyperparameters candidate : candidates) {
            scored.add(new Scored(candidate, reached(1, candidate.withEpochs(earlyEpochs(candidate)))));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored.stream().limit(SURVIVORS).map(Scored::hyperparameters).toList();
    }

    private static int earlyEpochs(Hyperparameters candidate) {
        int part = Math.max(MIN_EARLY_EPOCHS, candidate.epochs() / EPOCHS_PER_EARLY_EPOCH);
        return Math.min(part, candidate.epochs());
    }

    private static void climb(Best best, List<UnaryOperator<Hyperparameters>> moves) {
        int failures = 0;
        for (int m = 0; failures < moves.size(); m = (m + 1) % moves.size()) {
            boolean moved = false;
            while (best.offer(3, moves.get(m).apply(best.hyperparameters))) {
                moved = true;
            }
            failures = moved ? 0 : failures + 1;
        }
    }

    private void converge(Best best) {
        boolean gains = space.tuning().epochs();
        while (gains && best.hyperparameters.epochs() < MAX_EPOCHS) {
            int epochs = Math.min(MAX_EPOCHS, 2 * best.hyperparameters.epochs());
            gains = best.offer(4, best.hyperparameters.withEpochs(epochs));
        }
    }

    /** The best so far that were fitted whole. */
    private final class Best {

        private Hyperparameters hyperparameters;
        private double score = Double.NEGATIVE_INFINITY;

        Best(Hyperparameters start) {
            this.hyperparameters = start;
        }

        boolean offer(int stage, Hyperparameters other) {
            return offer(stage, other, margin(other) * Math.abs(score));
        }

        private double margin(Hyperparameters other) {
            if (other.dimension() > hyperparameters.dimension()) {
                return space.supportsMoreThan(hyperparameters.dimension()) ? -TIE : WORTH_IT;
            }
            return other.epochs() > hyperparameters.epochs() ? WORTH_IT : 0;
        }

        boolean offer(int stage, Hyperparameters other, double margin) {
            double reached = reached(stage, other);
            boolean better = reached > score + margin;
            if (better) {
                hyperparameters = other;
                score = reached;
            }
            return better;
        }
    }

    /** What hyperparameters reach; −∞ if they diverge or nothing is left of the budget for them. */
    private double reached(int stage, Hyperparameters hyperparameters) {
        Optional<Trial> before = trials.stream()
                .filter(trial -> trial.hyperparameters().equals(hyperparameters))
                .findFirst();
        if (before.isPresent()) {
            return reached(before.get());
        }
        double work = scorer.work(hyperparameters);
        return budget.affords(work) ? reached(trial(stage, hyperparameters, work)) : Double.NEGATIVE_INFINITY;
    }

    private static double reached(Trial trial) {
        return Objects.requireNonNullElse(trial.ndcgAt10(), Double.NEGATIVE_INFINITY);
    }

    private Trial trial(int stage, Hyperparameters hyperparameters, double work) {
        double from = budget.seconds();
        Double score = score(hyperparameters, budget.spend(work));
        Trial trial = new Trial(stage, hyperparameters, score, budget.seconds() - from);
        trials.add(trial);
        listener.accept(trial);
        return trial;
    }

    private @Nullable Double score(Hyperparameters hyperparameters, double share) {
        try {
            return scorer.score(hyperparameters, share);
        } catch (TrainingDivergedException e) {
            return null;
        }
    }
}
