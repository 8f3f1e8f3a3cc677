package org.segue.training;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.segue.evaluation.Evaluator;
import org.segue.evaluation.UserScores;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.Recency;
import org.segue.ranking.FactorRecommender;
import org.segue.ranking.Recommender;

/** Fits hyperparameters to the training part of one split, and measures recommenders on what was held out. For one thread. */
final class FitAndScore {

    private final FactorTraining training;
    private final HoldOut holdOut;
    private final Evaluator evaluator;
    private final NeighborFinder neighbors;
    private final int threads;

    /**
     * Splits.
     *
     * @param training fits
     * @param interactions what is split
     * @param order which songs are held out
     * @param seed where random choices start
     * @param threads how many threads may compute, positive
     */
    FitAndScore(FactorTraining training, InteractionMatrix interactions, HoldOut.Order order, long seed, int threads) {
        this(training, HoldOut.of(interactions, order, seed), seed, threads);
    }

    /**
     * Takes a split.
     *
     * @param training fits
     * @param holdOut the split
     * @param seed where random choices start
     * @param threads how many threads may compute, positive
     */
    FitAndScore(FactorTraining training, HoldOut holdOut, long seed, int threads) {
        this.training = training;
        this.holdOut = holdOut;
        this.evaluator = new Evaluator(holdOut, seed);
        this.neighbors = new NeighborFinder(holdOut.training(), seed, threads);
        this.threads = threads;
    }

    /** What is fitted to. */
    InteractionMatrix trainingPart() {
        return holdOut.training();
    }

    /** How the songs that are held out were chosen. */
    HoldOut.Order order() {
        return holdOut.order();
    }

    /** Number of users that scores are of. */
    int users() {
        return evaluator.users();
    }

    /**
     * Scores of hyperparameters.
     *
     * @throws TrainingDivergedException if the loss is no longer a number
     */
    UserScores of(Hyperparameters hyperparameters, ProgressListener listener) {
        return of(fit(hyperparameters, listener));
    }

    /**
     * Fits hyperparameters.
     *
     * @throws TrainingDivergedException if the loss is no longer a number
     */
    FactorModel fit(Hyperparameters hyperparameters, ProgressListener listener) {
        FactorModel fitted = training.train(trainingPart(), hyperparameters, threads, listener)
                .model();
        return with(fitted, hyperparameters.recencyOrNone());
    }

    /** The same embeddings with another meaning of time, and the neighbors that it asks for. */
    FactorModel with(FactorModel fitted, Recency recency) {
        return fitted.with(recency, neighbors.of(recency));
    }

    /** Scores of a model that was fitted to the training part. */
    UserScores of(FactorModel fitted) {
        FactorRecommender factors = new FactorRecommender(fitted);
        return of(holdOut.order() == HoldOut.Order.SESSION ? factors.fresh() : factors);
    }

    /** Mean NDCG@10 of a model that was fitted to the training part. */
    double mean(FactorModel fitted) {
        return Arrays.stream(of(fitted).ndcgAt10()).average().orElse(0);
    }

    /** Scores of a recommender that has seen the training part alone. */
    UserScores of(Recommender recommender) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            // A parallel stream inside a pool stays in it: a training may be told to leave processors to others.
            return pool.submit(() -> evaluator.score(recommender)).join();
        } finally {
            pool.shutdown();
        }
    }
}
