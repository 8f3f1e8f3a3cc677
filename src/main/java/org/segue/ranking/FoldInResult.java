package org.segue.ranking;

import org.segue.model.FactorModel;

/**
 * A user's embedding p = A⁻¹ Σ w t q as {@link FoldIn} solved it, and what it is made of.
 *
 * <p>A score q_i · p is a sum with one summand for each song that the user knows, {@code w_j t_j q_iᵀ A⁻¹ q_j}: what song j
 * contributes to the score of song i (Hu, Koren and Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM
 * 2008, section 5). Immutable, safe for any thread; meant to live as long as one answer.
 */
public final class FoldInResult {

    private final FactorModel model;
    private final FoldInTerms known;
    private final SymmetricMatrix factorised;
    private final float[] embedding;

    FoldInResult(FactorModel model, FoldInTerms known, SymmetricMatrix factorised, double[] embedding) {
        this.model = model;
        this.known = known;
        this.factorised = factorised;
        this.embedding = new float[embedding.length];
        for (int k = 0; k < embedding.length; k++) {
            this.embedding[k] = (float) embedding[k];
        }
    }

    /** The embedding, zeros if no song is known: {@code [dimension]}, shared, not to be written to. */
    public float[] embedding() {
        return embedding;
    }

    /** Database keys of the user's songs that the model knows, ascending; shared, not to be written to. */
    public int[] songIds() {
        return known.songIds();
    }

    /** Whether a song can contribute anything: one that should score 0 cannot. */
    boolean contributes(int place) {
        return known.weights()[place] != 0;
    }

    /** Whether the model knows none of the user's songs. */
    public boolean isEmpty() {
        return known.size() == 0;
    }

    /**
     * What each of {@link #songIds()} contributes to the score of a song, in the same order. The sum is the score, but for
     * rounding to floats. d² + n d multiplications.
     *
     * @param songId database key of a song of the model
     * @throws IllegalArgumentException if the model does not know the song
     */
    public double[] contributions(int songId) {
        int songIndex = model.songIndexOf(songId);
        if (songIndex < 0) {
            throw new IllegalArgumentException("illegal songId: %d, the model does not know it".formatted(songId));
        }
        double[] contributions = new double[known.size()];
        if (!isEmpty()) {
            double[] target = FoldInTerms.embedding(model, songIndex);
            factorised.solve(target);
            for (int j = 0; j < contributions.length; j++) {
                contributions[j] = known.weights()[j] * dot(known.embeddings()[j], target);
            }
        }
        return contributions;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
