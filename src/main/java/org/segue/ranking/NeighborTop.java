package org.segue.ranking;

import java.util.List;
import java.util.function.IntPredicate;
import org.segue.model.FactorModel;
import org.segue.ranking.linalg.Vectors;

/**
 * Exact top-N search where neighbors add to some scores. As they add nothing below 0, only the songs that they are added to can gain: of
 * those, the ones that could enter by Cauchy and Schwarz are scored one by one, and merged with the scan of all others, which then ends
 * earlier. Where most songs gain, the scan adds what is added as it goes.
 *
 * @param songs for the scan
 * @param model the same songs
 */
record NeighborTop(SongBlocks songs, FactorModel model) {

    /** The best songs, best first, the smaller key first where scores are equal. */
    List<ScoredSong> top(UserEmbedding embedding, int n, IntPredicate eligible) {
        NeighborScores added = embedding.neighbors();
        TopN top = new TopN(Math.min(n, songs.songs()));
        if (added.isEmpty() || added.isDense()) {
            songs.scan(embedding.values(), added, eligible, top);
            return top.drain();
        }
        offer(embedding, reached(embedding, n, eligible), eligible, top);
        songs.scan(
                embedding.values(),
                NeighborScores.NONE,
                songId -> !added.contains(model.songIndexOf(songId)) && eligible.test(songId),
                top);
        return top.drain();
    }

    private void offer(UserEmbedding embedding, float least, IntPredicate eligible, TopN top) {
        NeighborScores added = embedding.neighbors();
        double reach = Vectors.norm(embedding.values()) * Vectors.roundingOf(model.dimension());
        for (int c = 0; c < added.size(); c++) {
            int row = added.row(c);
            double bound = songs.bound(reach * songs.length(row), added.sum(c));
            if (bound >= least && bound >= top.threshold()) {
                float score = score(embedding, row, added.sum(c));
                if (top.admits(model.songIds()[row], score) && eligible.test(model.songIds()[row])) {
                    top.offer(model.songIds()[row], score);
                }
            }
        }
    }

    /** A score that the n-th best song reaches: the lowest of those n that most is added to. */
    private float reached(UserEmbedding embedding, int n, IntPredicate eligible) {
        NeighborScores added = embedding.neighbors();
        TopN most = new TopN(Math.min(n, added.size()));
        for (int c = 0; c < added.size(); c++) {
            float sum = added.sum(c);
            if (sum >= most.threshold()) {
                int songId = model.songIds()[added.row(c)];
                if (most.admits(songId, sum) && eligible.test(songId)) {
                    most.offer(songId, sum);
                }
            }
        }
        if (added.size() < n || !most.isFull()) {
            return Float.NEGATIVE_INFINITY;
        }
        float least = Float.POSITIVE_INFINITY;
        for (ScoredSong song : most.drain()) {
            least = Math.min(least, score(embedding, model.songIndexOf(song.songId()), song.score()));
        }
        return least;
    }

    private float score(UserEmbedding embedding, int row, float added) {
        return Vectors.orderedDot(embedding.values(), model.songFactors(), row * model.dimension()) + added;
    }
}
