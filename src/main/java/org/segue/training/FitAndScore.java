package org.segue.training;

import java.util.concurrent.ForkJoinPool;
import org.segue.evaluation.Evaluator;
import org.segue.evaluation.UserScores;
import org.segue.interactions.HoldOut;
import org.segue.model.Hyperparameters;
import org.segue.ranking.FactorRecommender;
import org.segue.ranking.Recommender;

/** Fits hyperparameters to the training part of one split, and measures recommenders on what was held out. For one thread. */
final class FitAndScore {

    private final FactorTraining training;
    private final HoldOut holdOut;
    private final Evaluator evaluator;
    private final int threads;

    /**
     * A split's scores.
     *
     * @param training fits
     * @param holdOut the split
     * @param evaluator measures on it
     * @param threads how many threads may compute, positive
     */
    FitAndScore(FactorTraining training, HoldOut holdOut, Evaluator evaluator, int threads) {
        this.training = training;
        this.holdOut = holdOut;
        this.evaluator = evaluator;
        this.threads = threads;
    }

    /**
     * Scores of hyperparameters.
     *
     * @throws TrainingDivergedException if the loss is no longer a number
     */
    UserScores of(Hyperparameters hyperparameters, ProgressListener listener) {
        return of(new FactorRecommender(training.train(holdOut.training(), hyperparameters, threads, listener)
                .model()));
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
