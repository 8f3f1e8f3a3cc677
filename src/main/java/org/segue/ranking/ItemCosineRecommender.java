package org.segue.ranking;

import java.util.Arrays;
import java.util.List;
import org.segue.interactions.CsrMatrix;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;

/**
 * Ranks songs by how much their listeners overlap with those of the songs that the user has heard: the item-cosine baseline
 * of evaluations. Sessions may count as listeners, and what was heard longer ago less.
 *
 * <p>With U_i the rows (users, or users and sessions) that have song i, {@code sim(i, j) = |U_i ∩ U_j| / √(|U_i| |U_j|)}, and the
 * score of song i is the sum of {@code v_j sim(i, j)} over the songs j of the history (over itself too, if it is one of them),
 * with v_j by {@link Aging}. The sum is taken a row at a time,
 *
 * <pre>
 * score_i = 1/√|U_i| · Σ_{v ∈ U_i} Σ_{j ∈ history, j of v} v_j/√|U_j|
 * </pre>
 *
 * so no matrix of songs × songs ever exists. Of someone with no song that others have heard it says nothing.
 *
 * <p>Immutable, safe for any thread. Unlike what serves requests it allocates a number a song and a number a row for each
 * query.
 */
public final class ItemCosineRecommender implements Recommender {

    private final InteractionMatrix interactions;
    private final Aging aging;
    private final CsrMatrix rows;
    private final CsrMatrix bySong;
    private final double[] inverseLengths;

    /** Over listeners, every song alike. Keeps the interactions and a transposed copy of them. */
    public ItemCosineRecommender(InteractionMatrix interactions) {
        this(interactions, interactions.cells(), Double.POSITIVE_INFINITY);
    }

    private ItemCosineRecommender(InteractionMatrix interactions, CsrMatrix rows, double halfLife) {
        this.interactions = interactions;
        this.aging = new Aging(halfLife, 0);
        this.rows = rows;
        this.bySong = rows.transpose();
        this.inverseLengths = new double[interactions.songs()];
        Arrays.setAll(inverseLengths, i -> bySong.rowLength(i) == 0 ? 0 : 1 / Math.sqrt(bySong.rowLength(i)));
    }

    /**
     * Over listeners and sessions.
     *
     * @param halfLife seconds in which the weight of a song heard halves, infinite for never
     */
    public static ItemCosineRecommender withSessions(InteractionMatrix interactions, double halfLife) {
        return new ItemCosineRecommender(interactions, interactions.cellsWithSessions(), halfLife);
    }

    @Override
    public List<ScoredSong> recommend(UserHistory history, Selection selection) {
        double[] userWeights = userWeights(history);
        double[] sums = new double[interactions.songs()];
        boolean anyone = false;
        for (int v = 0; v < userWeights.length; v++) {
            if (userWeights[v] > 0) {
                addSongs(v, userWeights[v], sums);
                anyone = true;
            }
        }
        return anyone ? top(sums, history, selection) : List.of();
    }

    private double[] userWeights(UserHistory history) {
        double[] weights = new double[rows.rows()];
        Aging.Clock clock = aging.of(history, songId -> true);
        for (int songId : history.songIds()) {
            int song = interactions.songIndexOf(songId);
            double weight = song < 0 ? 0 : clock.weight(history.lastHeard(songId));
            if (weight > 0) {
                for (int k = bySong.rowStart()[song]; k < bySong.rowStart()[song + 1]; k++) {
                    weights[bySong.columnIndexes()[k]] += weight * inverseLengths[song];
                }
            }
        }
        return weights;
    }

    private void addSongs(int row, double weight, double[] sums) {
        for (int k = rows.rowStart()[row]; k < rows.rowStart()[row + 1]; k++) {
            sums[rows.columnIndexes()[k]] += weight;
        }
    }

    private List<ScoredSong> top(double[] sums, UserHistory history, Selection selection) {
        TopN top = new TopN(Math.min(selection.n(), sums.length));
        for (int i = 0; i < sums.length; i++) {
            int songId = interactions.songIds()[i];
            float score = (float) (sums[i] * inverseLengths[i]);
            if (top.admits(songId, score) && selection.admits(songId, history)) {
                top.offer(songId, score);
            }
        }
        return top.drain();
    }
}
