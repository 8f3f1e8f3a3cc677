package org.segue.spark;

import java.io.Serializable;
import java.util.Arrays;
import org.segue.evaluation.RankingMetrics;
import org.segue.ranking.linalg.Vectors;

/** Somebody of whose songs some are held out, to tell how well they are found. Immutable by agreement. */
final class TestedListener implements Serializable {

    private static final long serialVersionUID = 1;

    /** How many songs are recommended. */
    private static final int TOP = 10;

    private final long place;
    private final int[] known;
    private final float[] plays;
    private final int[] heldOut;

    /**
     * A listener.
     *
     * @param place in the order in which scores are summed
     * @param known songs trained on, ascending
     * @param plays of each of those
     * @param heldOut songs held out, ascending, at least one
     */
    TestedListener(long place, int[] known, float[] plays, int[] heldOut) {
        this.place = place;
        this.known = known;
        this.plays = plays;
        this.heldOut = heldOut;
    }

    long place() {
        return place;
    }

    /** NDCG@10 of the songs held out, in a ranking of all that the listener does not know. */
    double ndcg(UserSolver solver, EmbeddingTable table) {
        int[] all = new int[known.length];
        Arrays.setAll(all, k -> k);
        float[] embedding = solver.solve(table.gathered(known), all, plays).embedding();
        return RankingMetrics.ndcg(top(embedding, table), heldOut, TOP);
    }

    int[] top(float[] embedding, EmbeddingTable table) {
        int[] songs = new int[TOP];
        float[] scores = new float[TOP];
        int size = 0;
        for (int song = 0; song < table.rows(); song++) {
            float score = Vectors.fastDot(embedding, table.chunkOf(song), table.placeOf(song));
            if ((size == TOP && score <= scores[TOP - 1]) || Arrays.binarySearch(known, song) >= 0) {
                continue;
            }
            int at = size < TOP ? size++ : TOP - 1;
            while (at > 0 && scores[at - 1] < score) {
                scores[at] = scores[at - 1];
                songs[at] = songs[at - 1];
                at--;
            }
            scores[at] = score;
            songs[at] = song;
        }
        return Arrays.copyOf(songs, size);
    }
}
