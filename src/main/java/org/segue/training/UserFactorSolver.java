package org.segue.training;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.Neighbors;
import org.segue.ranking.FoldIn;

/**
 * The end of an implicit training: every user's embedding is folded in anew for the final song embeddings, so that each
 * score served comes from a solved row and its reasons add up to it.
 */
public final class UserFactorSolver {

    private UserFactorSolver() {}

    /**
     * Solves every user.
     *
     * @param interactions users × songs
     * @param hyperparameters λ, α0, confidence and how songs age count
     * @param songFactors songs × dimension
     * @param threads how many threads share the users; the answer does not depend on it
     * @return users × dimension; zeros for a user without songs
     */
    public static float[] userFactors(
            InteractionMatrix interactions, Hyperparameters hyperparameters, float[] songFactors, int threads) {
        FactorModel songs = new FactorModel(
                hyperparameters.loss(),
                new int[0],
                new long[0],
                new float[0],
                interactions.songIds(),
                songFactors,
                hyperparameters.recencyOrNone(),
                Neighbors.NONE);
        FoldIn foldIn = new FoldIn(songs);
        int dimension = songs.dimension();
        float[] factors = new float[Math.multiplyExact(interactions.users(), dimension)];
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            // A parallel stream inside a pool stays in it: a training may be told to leave processors to others.
            pool.submit(() -> IntStream.range(0, interactions.users())
                            .parallel()
                            .forEach(user -> {
                                float[] solved =
                                        foldIn.solve(interactions.history(user)).embedding();
                                System.arraycopy(solved, 0, factors, user * dimension, dimension);
                            }))
                    .join();
        } finally {
            pool.shutdown();
        }
        return factors;
    }
}
