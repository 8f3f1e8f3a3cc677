package org.segue.ranking;

import java.util.List;
import org.segue.ranking.linalg.SymmetricMatrix;

/**
 * A user's embedding p = A⁻¹ Σ w t q as {@link FoldIn} solved it, and what it is made of.
 *
 * <p>A score q_i · p is a sum with one summand for each song that the user knows, {@code w_j t_j q_iᵀ A⁻¹ q_j}: what song j
 * contributes to the score of song i (Hu, Koren and Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM
 * 2008, section 5). Immutable, safe for any thread.
 *
 * @param terms the user's songs that the model knows
 * @param factorized the matrix A
 * @param sum the right-hand side Σ w t q: {@code [dimension]}, shared, not to be written to
 * @param embedding zeros if no song is known: {@code [dimension]}, shared, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record FoldInResult(FoldInTerms terms, SymmetricMatrix factorized, double[] sum, float[] embedding) {

    /** Number of the user's songs that the model knows. */
    public int songs() {
        return terms.size();
    }

    /** Whether the model knows none of the user's songs. */
    public boolean isEmpty() {
        return songs() == 0;
    }

    /** About how much memory it takes. */
    int bytes() {
        int d = embedding.length;
        return Double.BYTES * d * d + (Integer.BYTES + Double.BYTES + Float.BYTES) * songs();
    }

    /**
     * Explains the scores of songs, without what neighbors add to them.
     *
     * @param songIds database keys of songs of the model
     * @param count the most contributions to list for each, not negative
     * @return an explanation for each song, in their order
     * @throws IllegalArgumentException if the model does not know one of the songs
     */
    public List<Explanation> explain(int[] songIds, int count) {
        return explain(songIds, count, NeighborScores.NONE, UntriedSongs.NOTHING);
    }

    /** The same with what neighbors of the same songs add, and of untried songs too. */
    List<Explanation> explain(int[] songIds, int count, NeighborScores neighbors, UntriedSongs untried) {
        return new ContributionSearch(this, neighbors, untried, count).explain(songIds);
    }
}
