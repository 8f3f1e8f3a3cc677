package org.segue.training;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.Hyperparameters;

/**
 * The best embedding of each user for given song embeddings, solved and not searched (Hu, Koren, Volinsky 2008, §4):
 *
 * <pre>p = (α0 QᵀQ + Σ c q qᵀ + λ (n + α0 |I|) 1)⁻¹ Σ c q</pre>
 *
 * <p>The sums run over the user's n songs. A training ends with it, so that every score served comes from a solved row.
 */
public final class ExactSolve {

    private static final int ROWS_A_TURN = 64;
    // Far below any λ worth setting; keeps the pivots positive when λ and α0 are 0.
    private static final double SMALLEST_PIVOT = 1e-9;

    private final InteractionMatrix interactions;
    private final Hyperparameters hyperparameters;
    private final float[] songFactors;
    private final int dimension;
    private final double[] weightedGram;

    private ExactSolve(InteractionMatrix interactions, Hyperparameters hyperparameters, float[] songFactors) {
        this.interactions = interactions;
        this.hyperparameters = hyperparameters;
        this.songFactors = songFactors;
        this.dimension = hyperparameters.dimension();
        this.weightedGram = gram(songFactors, dimension, hyperparameters.unobservedWeight());
    }

    /**
     * Solves every user.
     *
     * @param interactions users × songs
     * @param hyperparameters dimension, λ, α0 and confidence count
     * @param songFactors songs × dimension
     * @param threads how many threads share the users; the answer does not depend on it
     * @return users × dimension; zeros for a user without songs
     */
    public static float[] userFactors(
            InteractionMatrix interactions, Hyperparameters hyperparameters, float[] songFactors, int threads) {
        ExactSolve solve = new ExactSolve(interactions, hyperparameters, songFactors);
        float[] factors = new float[Math.multiplyExact(interactions.users(), solve.dimension)];
        AtomicInteger next = new AtomicInteger();
        Thread[] workers = IntStream.range(0, threads)
                .mapToObj(i -> new Thread(() -> solve.takeTurns(next, factors), "exact-solve-" + i))
                .toArray(Thread[]::new);
        for (Thread worker : workers) {
            worker.start();
        }
        for (Thread worker : workers) {
            joinUninterruptibly(worker);
        }
        return factors;
    }

    private void takeTurns(AtomicInteger next, float[] factors) {
        double[] a = new double[dimension * dimension];
        double[] b = new double[dimension];
        int users = interactions.users();
        for (int from = next.getAndAdd(ROWS_A_TURN); from < users; from = next.getAndAdd(ROWS_A_TURN)) {
            for (int user = from; user < Math.min(users, from + ROWS_A_TURN); user++) {
                solve(user, a, b);
                for (int k = 0; k < dimension; k++) {
                    factors[user * dimension + k] = (float) b[k];
                }
            }
        }
    }

    // Only the lower triangle of a is used.
    private void solve(int user, double[] a, double[] b) {
        Arrays.fill(b, 0);
        System.arraycopy(weightedGram, 0, a, 0, a.length);
        for (int k = interactions.rowStart()[user]; k < interactions.rowStart()[user + 1]; k++) {
            double confidence = hyperparameters.confidence().weight(interactions.values()[k]);
            addSong(interactions.songIndexes()[k], confidence, a, b);
        }
        double ridge = hyperparameters.regularization()
                * (interactions.rowLength(user) + hyperparameters.unobservedWeight() * interactions.songs());
        for (int k = 0; k < dimension; k++) {
            a[k * dimension + k] += ridge;
        }
        decompose(a);
        substitute(a, b);
    }

    private void addSong(int song, double confidence, double[] a, double[] b) {
        int at = song * dimension;
        for (int i = 0; i < dimension; i++) {
            double scaled = confidence * songFactors[at + i];
            b[i] += scaled;
            int row = i * dimension;
            for (int j = 0; j <= i; j++) {
                a[row + j] += scaled * songFactors[at + j];
            }
        }
    }

    private void decompose(double[] a) {
        for (int i = 0; i < dimension; i++) {
            int rowI = i * dimension;
            for (int j = 0; j <= i; j++) {
                int rowJ = j * dimension;
                double sum = a[rowI + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[rowI + k] * a[rowJ + k];
                }
                a[rowI + j] = i == j ? Math.sqrt(Math.max(sum, SMALLEST_PIVOT)) : sum / a[rowJ + j];
            }
        }
    }

    private void substitute(double[] a, double[] b) {
        for (int i = 0; i < dimension; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= a[i * dimension + k] * b[k];
            }
            b[i] = sum / a[i * dimension + i];
        }
        for (int i = dimension - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < dimension; k++) {
                sum -= a[k * dimension + i] * b[k];
            }
            b[i] = sum / a[i * dimension + i];
        }
    }

    private static double[] gram(float[] factors, int dimension, double weight) {
        double[] gram = new double[dimension * dimension];
        for (int at = 0; at < factors.length; at += dimension) {
            for (int i = 0; i < dimension; i++) {
                double scaled = weight * factors[at + i];
                for (int j = 0; j <= i; j++) {
                    gram[i * dimension + j] += scaled * factors[at + j];
                }
            }
        }
        return gram;
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
