package org.segue.spark;

import java.util.Arrays;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.ranking.linalg.SymmetricMatrix;
import org.segue.ranking.linalg.Vectors;
import org.segue.ranking.linalg.WeightedRows;

/**
 * Solves rows of users exactly for the songs as they are, as the service folds a listener in:
 *
 * <pre>p = A⁻¹ b,  A = α0 QᵀQ + Σ c q qᵀ + λ (n + α0 |I|) I,  b = Σ c q,  min_p L_u = Σ c − bᵀp</pre>
 *
 * <p>Immutable; safe for any thread.
 */
final class UserSolver {

    private final Objective objective;
    private final ConfidenceWeighting confidence;
    private final SymmetricMatrix unobserved;
    private final int allSongs;

    /**
     * For songs.
     *
     * @param confidence c by plays
     * @param unobserved α0 QᵀQ
     * @param allSongs how many songs there are, |I|
     */
    UserSolver(Objective objective, ConfidenceWeighting confidence, SymmetricMatrix unobserved, int allSongs) {
        this.objective = objective;
        this.confidence = confidence;
        this.unobserved = unobserved;
        this.allSongs = allSongs;
    }

    /**
     * A solved row. Immutable by agreement.
     *
     * @param embedding p
     * @param weights c of each cell
     * @param loss what is left of its loss
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
    record Solved(float[] embedding, double[] weights, double loss) {

        double weight() {
            return Arrays.stream(weights).sum();
        }
    }

    /**
     * Solves a row.
     *
     * @param songs embeddings, one after the other
     * @param chosen which of them the row has
     * @param plays of each of those
     */
    Solved solve(float[] songs, int[] chosen, float[] plays) {
        double[] weights = new double[chosen.length];
        Arrays.setAll(weights, k -> confidence.weight(plays[k]));
        float[] ones = new float[chosen.length];
        Arrays.fill(ones, 1);
        double[] pulled = new double[objective.dimension()];
        SymmetricMatrix matrix = unobserved.factorizedSum(
                new WeightedRows(songs, chosen, weights, ones), objective.ridge(chosen.length, allSongs), pulled);
        double[] solved = pulled.clone();
        matrix.solve(solved);
        double loss = Arrays.stream(weights).sum() - Vectors.dot(pulled, solved);
        return new Solved(Vectors.toFloats(solved), weights, loss);
    }
}
