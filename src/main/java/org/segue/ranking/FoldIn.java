package org.segue.ranking;

import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters.Loss;
import org.segue.model.Objective;
import org.segue.ranking.linalg.SymmetricMatrix;
import org.segue.ranking.linalg.Vectors;
import org.segue.ranking.linalg.WeightedRows;

/**
 * Solves a user's embedding exactly, with the songs of a model frozen: for someone whom the model has not seen, or whose
 * listening has changed since.
 *
 * <p>With the embeddings q of the n known songs of a history,
 *
 * <pre>
 * implicit: p = A⁻¹ Σ w t q,  A = α0 QᵀQ + Σ w q qᵀ + λ r I               (w the confidence of each song, t = 1)
 * explicit: p = A⁻¹ Σ w t q,  A = Σ w q qᵀ + λ n I                          (w = 1, t the rating of each song)
 * </pre>
 *
 * which is the minimum of the training objective in p (Hu, Koren and Volinsky, ICDM 2008; r by the model's {@link
 * org.segue.model.RegularizationScale}). What the
 * user says of songs changes w and t: a love weighs more, a dislike has the target 0 ({@link FoldInTerms}). Songs that the
 * model has no embedding of, and values that are not finite, are left out.
 *
 * <p>Immutable after construction, which computes QᵀQ once; safe for any thread. A solve allocates d × d doubles and two
 * numbers a song, and takes d² n / 2 + d³ / 6 multiplications.
 */
public final class FoldIn {

    /**
     * Least λ of the explicit solve. An explicit training may have none, and then a user with fewer songs than dimensions has
     * no unique solution; this decides for the shortest embedding, and is little beside songs of about length 1.
     */
    static final double MIN_EXPLICIT_REGULARIZATION = 1e-3;

    private final FactorModel model;
    private final Loss loss;
    private final int dimension;
    private final SymmetricMatrix unobserved;

    /**
     * Computes the Gram matrix of the songs: O(songs · d²).
     *
     * @throws IllegalArgumentException if an embedding of a song is not finite
     */
    public FoldIn(FactorModel model) {
        this.model = model;
        this.loss = model.loss();
        this.dimension = model.dimension();
        FactorModel.WholeTable whole = model.whole();
        double factor = implicit() ? loss.unobservedWeight() : 0;
        this.unobserved = whole == null
                ? SymmetricMatrix.gram(model.embeddings()::copyRow, model.songs(), dimension, factor)
                : SymmetricMatrix.of(whole.gram(), dimension, factor);
    }

    /** Solves a user's embedding as it is while a session goes on. */
    public FoldInResult solve(UserHistory history) {
        return solve(FoldInTerms.of(history, model));
    }

    /** Solves the embedding that terms make. */
    FoldInResult solve(FoldInTerms terms) {
        double[] sum = new double[dimension];
        if (terms.size() == 0) {
            return new FoldInResult(terms, unobserved, sum, Vectors.toFloats(sum));
        }
        SymmetricMatrix matrix = unobserved.factorizedSum(terms.weighted(), regularization(terms.size()), sum);
        double[] embedding = sum.clone();
        matrix.solve(embedding);
        return new FoldInResult(terms, matrix, sum, Vectors.toFloats(embedding));
    }

    /**
     * Solves the embedding of somebody of whom nothing is known but a song that the model has no row of.
     *
     * @param song its embedding, finite: {@code [dimension]}
     * @param weight of the song, positive
     */
    float[] solve(float[] song, double weight) {
        double[] sum = new double[dimension];
        WeightedRows term = new WeightedRows(song, new int[1], new double[] {weight}, new float[] {1});
        unobserved.factorizedSum(term, regularization(1), sum).solve(sum);
        return Vectors.toFloats(sum);
    }

    private double regularization(int songs) {
        return implicit()
                ? loss.ridge(songs, model.allSongs())
                : Math.max(loss.regularization(), MIN_EXPLICIT_REGULARIZATION) * songs;
    }

    private boolean implicit() {
        return loss.objective() == Objective.IMPLICIT;
    }
}
