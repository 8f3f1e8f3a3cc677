package org.segue.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.segue.model.FactorModel;
import org.segue.model.SongEmbeddings;
import org.segue.ranking.linalg.Vectors;

/**
 * The songs of a model laid out for exact top-N search.
 *
 * <p>Songs are sorted by the length of their embedding, longest first, and cut into blocks of {@value #BLOCK_SONGS}. Inside
 * a block one array holds one dimension of all its songs, so that the scan adds {@code u[k] · block[k][j]} to the score of
 * every song {@code j} at once: loops that HotSpot turns into vector instructions. (One array a dimension, not one a block:
 * with an offset into a shared array HotSpot vectorizes neither of the loops.) Embeddings in bytes stay bytes.
 *
 * <p>By Cauchy and Schwarz no score of a block exceeds ‖u‖ times its longest embedding. The blocks descend by that length,
 * so the scan ends, still exact, at the first block whose bound lies below the n-th best score.
 *
 * <p>Immutable, safe for any thread. A query allocates one block's scores and the answer, nothing that grows with the
 * catalog.
 */
final class SongBlocks {

    /** Few enough songs for their scores to stay in the first-level cache, many enough to pay for the loop around them. */
    static final int BLOCK_SONGS = 256;

    private final int dimension;
    private final int[] songIds;
    private final int[] order;
    private final float[] lengths;
    private final SongBlock[] blocks;
    private final float[] longest;

    /** Copies the song embeddings of a model. */
    SongBlocks(FactorModel model) {
        dimension = model.dimension();
        lengths = lengths(model);
        order = descending(lengths);
        songIds = new int[order.length];
        Arrays.setAll(songIds, i -> model.songIds()[order[i]]);
        blocks = new SongBlock[(order.length + BLOCK_SONGS - 1) / BLOCK_SONGS];
        longest = new float[blocks.length];
        for (int b = 0; b < blocks.length; b++) {
            int from = b * BLOCK_SONGS;
            int to = Math.min(from + BLOCK_SONGS, order.length);
            blocks[b] = SongBlock.of(model.embeddings(), Arrays.copyOfRange(order, from, to));
            longest[b] = lengths[order[from]];
        }
    }

    /** Number of songs. */
    int songs() {
        return songIds.length;
    }

    /**
     * The best songs of an embedding.
     *
     * @param embedding what the songs are multiplied with, {@code [dimension]}
     * @param n the most songs to answer with, not negative
     * @param eligible which songs, by database key, may be in the answer; asked only for songs good enough to be
     * @return best first, the smaller key first where scores are equal
     */
    List<ScoredSong> top(float[] embedding, int n, IntPredicate eligible) {
        TopN top = new TopN(Math.min(n, songs()));
        scan(embedding, eligible, top);
        return top.drain();
    }

    /** Offers every song that may enter, and answers with the number of blocks read. */
    int scan(float[] embedding, IntPredicate eligible, TopN top) {
        Scan scan = begin(embedding, NeighborScores.NONE, eligible, top);
        scan.run(0);
        return scan.next;
    }

    /**
     * A scan that has read nothing yet.
     *
     * @param added what is added to the score of each song
     * @param eligible which songs, by database key, may be in the answer
     * @param top takes what may enter
     */
    Scan begin(float[] embedding, NeighborScores added, IntPredicate eligible, TopN top) {
        if (blocks.length > 0 && embedding.length != dimension) {
            throw new IllegalArgumentException(
                    "illegal embedding: length %d, must be %d".formatted(embedding.length, dimension));
        }
        return new Scan(embedding, added, eligible, top);
    }

    /** No sum of a product of at most {@code product} and what is added is larger, rounding and underflow included. */
    private double bound(double product, float added) {
        double least = product + dimension * Float.MIN_VALUE;
        return added == 0 ? least : (least + added) * (1 + 0x1p-22) + Float.MIN_VALUE;
    }

    /** Reads blocks, longest embeddings first. For one thread. */
    final class Scan {
        private final float[] embedding;
        private final NeighborScores added;
        private final IntPredicate eligible;
        private final TopN top;
        private final double reach;
        private final float[] scores = new float[BLOCK_SONGS];
        private float required = Float.NEGATIVE_INFINITY;
        private int next;

        private Scan(float[] embedding, NeighborScores added, IntPredicate eligible, TopN top) {
            this.embedding = embedding;
            this.added = added;
            this.eligible = eligible;
            this.top = top;
            // One factor for all blocks: what underflow can add, half the smallest float a product, the bound allows
            // for.
            this.reach = Vectors.norm(embedding) * Vectors.roundingOf(dimension);
        }

        /** Leaves out what scores less: as many songs as are wanted are known to reach it. */
        void require(float score) {
            required = score;
        }

        private float threshold() {
            return Math.max(required, top.threshold());
        }

        /** Number of songs read so far. */
        int songsRead() {
            return Math.min(next * BLOCK_SONGS, songIds.length);
        }

        /** Offers songs of further blocks until none that is left, with so much added to its product, could enter. */
        void run(float mostAdded) {
            // Not the other way round: a length that is not a number ends nothing.
            while (next < blocks.length && !(bound(reach * longest[next], mostAdded) < threshold())) {
                blocks[next].multiply(embedding, scores);
                if (added.isEmpty()) {
                    offer();
                } else {
                    offerWithAdded();
                }
                next++;
            }
        }

        private void offer() {
            int from = next * BLOCK_SONGS;
            int to = Math.min(from + BLOCK_SONGS, songIds.length);
            float[] products = scores;
            float threshold = top.threshold();
            for (int i = from; i < to; i++) {
                if (products[i - from] >= threshold) {
                    offer(songIds[i], products[i - from]);
                    threshold = top.threshold();
                }
            }
        }

        // What is added is looked up where it could matter.
        private void offerWithAdded() {
            int from = next * BLOCK_SONGS;
            int to = Math.min(from + BLOCK_SONGS, songIds.length);
            float[] products = scores;
            float most = added.largest();
            float threshold = threshold();
            for (int i = from; i < to; i++) {
                if (products[i - from] + most >= threshold) {
                    float score = products[i - from] + added.of(order[i]);
                    if (score >= threshold) {
                        offer(songIds[i], score);
                        threshold = threshold();
                    }
                }
            }
        }

        private void offer(int songId, float score) {
            if (top.admits(songId, score) && eligible.test(songId)) {
                top.offer(songId, score);
            }
        }

        /** Whether a song is still unread and could enter with what is added to its score. */
        boolean isWorthScoring(int row, float sum) {
            return bound(reach * lengths[row], sum) >= threshold() && isUnread(row);
        }

        // Songs are in the order of length, and of row where lengths are equal.
        private boolean isUnread(int row) {
            if (next == 0) {
                return true;
            }
            int last = order[songsRead() - 1];
            return lengths[row] < lengths[last] || (lengths[row] == lengths[last] && row > last);
        }
    }

    // Rounded up, so that sorting them as floats and bounding by the first of a block are both sound.
    private static float[] lengths(FactorModel model) {
        int d = model.dimension();
        float[] lengths = new float[model.songs()];
        SongEmbeddings.Reader reader = model.embeddings().reader();
        for (int i = 0; i < lengths.length; i++) {
            reader.moveTo(i);
            lengths[i] = Math.nextUp((float) Vectors.norm(reader.values(), reader.from(), d));
        }
        return lengths;
    }

    // Bits of floats that are not negative sort as the floats do.
    private static int[] descending(float[] lengths) {
        long[] keys = new long[lengths.length];
        Arrays.setAll(keys, i -> ((long) ~Float.floatToIntBits(lengths[i]) << 32) | i);
        Arrays.parallelSort(keys);
        int[] order = new int[keys.length];
        Arrays.setAll(order, i -> (int) keys[i]);
        return order;
    }
}
