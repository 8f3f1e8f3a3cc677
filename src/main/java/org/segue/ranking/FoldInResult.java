package org.segue.ranking;

import java.util.List;
import org.segue.model.FactorModel;
import org.segue.ranking.linalg.SymmetricMatrix;
import org.segue.ranking.linalg.Vectors;

/**
 * A user's embedding p = A⁻¹ Σ w t q as {@link FoldIn} solved it, and what it is made of.
 *
 * <p>A score q_i · p is a sum with one summand for each song that the user knows, {@code w_j t_j q_iᵀ A⁻¹ q_j}: what song j
 * contributes to the score of song i (Hu, Koren and Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM
 * 2008, section 5). Immutable, safe for any thread; meant to live as long as one answer.
 *
 * @param model whose songs are scored
 * @param terms the user's songs that the model knows
 * @param factorized the matrix A
 * @param embedding zeros if no song is known: {@code [dimension]}, shared, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record FoldInResult(FactorModel model, FoldInTerms terms, SymmetricMatrix factorized, float[] embedding) {

    /** Database keys of the user's songs that the model knows, ascending; shared, not to be written to. */
    public int[] songIds() {
        return terms.songIds();
    }

    /** Whether the model knows none of the user's songs. */
    public boolean isEmpty() {
        return terms.songIds().length == 0;
    }

    /**
     * What each of {@link #songIds()} contributes to the score of a song, in the same order. The sum is the score, but for
     * rounding to floats. d² + n d multiplications.
     *
     * @param songId database key of a song of the model
     * @throws IllegalArgumentException if the model does not know the song
     */
    public double[] contributions(int songId) {
        double[] target = model.songEmbedding(songId);
        if (target == null) {
            throw new IllegalArgumentException("illegal songId: %d, the model does not know it".formatted(songId));
        }
        double[] contributions = new double[terms.songIds().length];
        if (!isEmpty()) {
            factorized.solve(target);
            for (int j = 0; j < contributions.length; j++) {
                contributions[j] = terms.weights()[j] * Vectors.dot(terms.embeddings()[j], target);
            }
        }
        return contributions;
    }

    /**
     * Explains the score of a song.
     *
     * @param songId database key of a song of the model
     * @param count the most contributions to list, not negative
     * @throws IllegalArgumentException if the model does not know the song
     */
    public Explanation explain(int songId, int count) {
        double[] contributions = contributions(songId);
        TopN strongest = new TopN(Math.min(count, contributions.length));
        double total = 0;
        for (int j = 0; j < contributions.length; j++) {
            // A song that should score 0 cannot contribute anything.
            if (terms.weights()[j] != 0) {
                strongest.offer(terms.songIds()[j], (float) contributions[j]);
            }
            total += contributions[j];
        }
        List<Explanation.Contribution> listed = strongest.drain().stream()
                .map(song -> new Explanation.Contribution(song.songId(), song.score(), ""))
                .toList();
        return new Explanation(songId, listed, (float) total);
    }
}
