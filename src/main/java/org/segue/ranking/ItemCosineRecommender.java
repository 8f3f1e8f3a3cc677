package org.segue.ranking;

import java.util.Arrays;
import java.util.List;
import org.segue.interactions.CsrMatrix;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;

/**
 * Ranks songs by how much their listeners overlap with those of the songs that the user has heard: the item-cosine baseline
 * of evaluations.
 *
 * <p>With U_i the users who have heard song i, {@code sim(i, j) = |U_i ∩ U_j| / √(|U_i| |U_j|)}, and the score of song i is
 * the sum of sim(i, j) over the songs j of the history (over itself too, with 1, if it is one of them). The sum is taken a
 * user at a time,
 *
 * <pre>
 * score_i = 1/√|U_i| · Σ_{v ∈ U_i} Σ_{j ∈ history, j heard by v} 1/√|U_j|
 * </pre>
 *
 * so no matrix of songs × songs ever exists. Of someone with no song that others have heard it says nothing.
 *
 * <p>Immutable, safe for any thread. Unlike what serves requests it allocates a number a song and a number a user for each
 * query.
 */
public final class ItemCosineRecommender implements Recommender {

    private final InteractionMatrix byUser;
    private final CsrMatrix bySong;
    private final double[] inverseLengths;

    /** Keeps the interactions and a transposed copy of them. */
    public ItemCosineRecommender(InteractionMatrix interactions) {
        byUser = interactions;
        bySong = interactions.cells().transpose();
        inverseLengths = new double[interactions.songs()];
        Arrays.setAll(inverseLengths, i -> bySong.rowLength(i) == 0 ? 0 : 1 / Math.sqrt(bySong.rowLength(i)));
    }

    @Override
    public List<ScoredSong> recommend(UserHistory history, Selection selection) {
        double[] userWeights = userWeights(history);
        double[] sums = new double[byUser.songs()];
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
        double[] weights = new double[byUser.users()];
        for (int songId : history.songIds()) {
            int song = byUser.songIndexOf(songId);
            if (song >= 0) {
                for (int k = bySong.rowStart()[song]; k < bySong.rowStart()[song + 1]; k++) {
                    weights[bySong.columnIndexes()[k]] += inverseLengths[song];
                }
            }
        }
        return weights;
    }

    private void addSongs(int user, double weight, double[] sums) {
        for (int k = byUser.rowStart()[user]; k < byUser.rowStart()[user + 1]; k++) {
            sums[byUser.songIndexes()[k]] += weight;
        }
    }

    private List<ScoredSong> top(double[] sums, UserHistory history, Selection selection) {
        TopN top = new TopN(Math.min(selection.n(), sums.length));
        for (int i = 0; i < sums.length; i++) {
            int songId = byUser.songIds()[i];
            float score = (float) (sums[i] * inverseLengths[i]);
            if (top.admits(songId, score) && selection.admits(songId, history)) {
                top.offer(songId, score);
            }
        }
        return top.drain();
    }
}
