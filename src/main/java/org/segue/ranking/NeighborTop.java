package org.segue.ranking;

import java.util.List;
import java.util.function.IntPredicate;
import org.segue.model.FactorModel;
import org.segue.model.SongEmbeddings;
import org.segue.ranking.linalg.Vectors;

/**
 * Exact top-N search where neighbors add to some scores. They add nothing below 0, so a first look at the songs that most is added to tells a
 * score that the n-th song reaches at least. The scan of the longest embeddings adds what is added as it goes, and ends where no song could enter
 * without neighbors; of the shorter ones, those that could enter with what is added to them, by Cauchy and Schwarz, are scored one by one, or
 * scanned if they are many.
 *
 * @param songs for the scan
 * @param model the same songs
 */
record NeighborTop(SongBlocks songs, FactorModel model) {

    /** To score one song by itself takes as long as so many of a scan. */
    private static final int SONGS_OF_A_SCAN = 12;

    /** The best songs, best first, the smaller key first where scores are equal. */
    List<ScoredSong> top(UserEmbedding embedding, int n, IntPredicate eligible) {
        NeighborScores added = embedding.neighbors();
        TopN top = new TopN(Math.min(n, songs.songs()));
        if (added.isEmpty()) {
            songs.scan(embedding.values(), eligible, top);
            return top.drain();
        }
        SongBlocks.Scan scan = songs.begin(embedding.values(), added, eligible, top);
        scan.require(reached(embedding, n, eligible));
        scan.run(0);
        if (candidates(scan, added) * SONGS_OF_A_SCAN > songs.songs() - scan.songsRead()) {
            scan.run(added.largest());
        } else {
            offer(embedding, scan, eligible, top);
        }
        return top.drain();
    }

    private static long candidates(SongBlocks.Scan scan, NeighborScores added) {
        long candidates = 0;
        for (int c = 0; c < added.size(); c++) {
            candidates += scan.isWorthScoring(added.row(c), added.sum(c)) ? 1 : 0;
        }
        return candidates;
    }

    private void offer(UserEmbedding embedding, SongBlocks.Scan scan, IntPredicate eligible, TopN top) {
        NeighborScores added = embedding.neighbors();
        SongEmbeddings.Reader reader = model.embeddings().reader();
        for (int c = 0; c < added.size(); c++) {
            int row = added.row(c);
            if (scan.isWorthScoring(row, added.sum(c))) {
                float score = score(embedding, row, added.sum(c), reader);
                if (top.admits(model.songIds()[row], score) && eligible.test(model.songIds()[row])) {
                    top.offer(model.songIds()[row], score);
                }
            }
        }
    }

    /** A score that the n-th best song reaches: the lowest of those n that most is added to. */
    private float reached(UserEmbedding embedding, int n, IntPredicate eligible) {
        NeighborScores added = embedding.neighbors();
        if (added.size() < n) {
            return Float.NEGATIVE_INFINITY;
        }
        TopN most = new TopN(n);
        for (int c = 0; c < added.size(); c++) {
            float sum = added.sum(c);
            if (sum >= most.threshold()) {
                int songId = model.songIds()[added.row(c)];
                if (most.admits(songId, sum) && eligible.test(songId)) {
                    most.offer(songId, sum);
                }
            }
        }
        return most.isFull() ? lowest(embedding, most.drain()) : Float.NEGATIVE_INFINITY;
    }

    private float lowest(UserEmbedding embedding, List<ScoredSong> sums) {
        float lowest = Float.POSITIVE_INFINITY;
        SongEmbeddings.Reader reader = model.embeddings().reader();
        for (ScoredSong song : sums) {
            lowest = Math.min(lowest, score(embedding, model.songIndexOf(song.songId()), song.score(), reader));
        }
        return lowest;
    }

    private static float score(UserEmbedding embedding, int row, float added, SongEmbeddings.Reader reader) {
        reader.moveTo(row);
        return Vectors.orderedDot(embedding.values(), reader.values(), reader.from()) + added;
    }
}
