package org.segue.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.segue.model.FactorModel;
import org.segue.ranking.linalg.Vectors;

/**
 * The songs of a model laid out for exact top-N search.
 *
 * <p>Songs are sorted by the length of their embedding, longest first, and cut into blocks of {@value #BLOCK_SONGS}. Inside
 * a block one array holds one dimension of all its songs, so that the scan adds {@code u[k] · block[k][j]} to the score of
 * every song {@code j} at once: loops that HotSpot turns into vector instructions. (One array a dimension, not one a block:
 * with an offset into a shared array HotSpot vectorizes neither of the loops.)
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
    private final float[][][] blocks;
    private final float[] longest;

    /** Copies the song embeddings of a model. */
    SongBlocks(FactorModel model) {
        dimension = model.dimension();
        float[] lengths = lengths(model);
        int[] order = descending(lengths);
        songIds = new int[order.length];
        Arrays.setAll(songIds, i -> model.songIds()[order[i]]);
        blocks = new float[(order.length + BLOCK_SONGS - 1) / BLOCK_SONGS][][];
        longest = new float[blocks.length];
        for (int b = 0; b < blocks.length; b++) {
            int from = b * BLOCK_SONGS;
            blocks[b] = block(model, order, from, Math.min(from + BLOCK_SONGS, order.length));
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
        if (blocks.length == 0) {
            return 0;
        }
        if (embedding.length != dimension) {
            throw new IllegalArgumentException(
                    "illegal embedding: length %d, must be %d".formatted(embedding.length, dimension));
        }
        double reach = boundFactor(embedding);
        float[] scores = new float[BLOCK_SONGS];
        for (int b = 0; b < blocks.length; b++) {
            if (reach * longest[b] + dimension * Float.MIN_VALUE < top.threshold()) {
                return b;
            }
            score(embedding, blocks[b], scores);
            offer(b, scores, eligible, top);
        }
        return blocks.length;
    }

    private void offer(int block, float[] scores, IntPredicate eligible, TopN top) {
        int from = block * BLOCK_SONGS;
        int to = Math.min(from + BLOCK_SONGS, songIds.length);
        for (int i = from; i < to; i++) {
            float score = scores[i - from];
            if (top.admits(songIds[i], score) && eligible.test(songIds[i])) {
                top.offer(songIds[i], score);
            }
        }
    }

    // The one kernel that makes scores: each song's is summed in the same order, in whichever block it lies.
    private static void score(float[] embedding, float[][] block, float[] scores) {
        int songs = block[0].length;
        Arrays.fill(scores, 0f);
        int k = 0;
        for (; k + 4 <= embedding.length; k += 4) {
            addFour(scores, songs, embedding, block, k);
        }
        for (; k < embedding.length; k++) {
            float a = embedding[k];
            float[] values = block[k];
            for (int j = 0; j < songs; j++) {
                scores[j] += a * values[j];
            }
        }
    }

    private static void addFour(float[] scores, int songs, float[] embedding, float[][] block, int k) {
        float a0 = embedding[k];
        float a1 = embedding[k + 1];
        float a2 = embedding[k + 2];
        float a3 = embedding[k + 3];
        float[] v0 = block[k];
        float[] v1 = block[k + 1];
        float[] v2 = block[k + 2];
        float[] v3 = block[k + 3];
        for (int j = 0; j < songs; j++) {
            scores[j] += a0 * v0[j] + a1 * v1[j] + a2 * v2[j] + a3 * v3[j];
        }
    }

    /**
     * ‖u‖, a little enlarged: a float dot product of length d is off by less than d · 2⁻²⁴ · ‖u‖ ‖q‖ (to first order;
     * twice that is allowed for), and a bound must not fall below a score that rounding has lifted. What underflow can add,
     * half the smallest float a product, the scan allows for itself.
     */
    private static double boundFactor(float[] embedding) {
        return Vectors.norm(embedding) * (1 + (embedding.length + 2) * 0x1p-23);
    }

    private static float[][] block(FactorModel model, int[] order, int from, int to) {
        int d = model.dimension();
        float[][] block = new float[d][to - from];
        for (int i = from; i < to; i++) {
            int row = order[i] * d;
            for (int k = 0; k < d; k++) {
                block[k][i - from] = model.songFactors()[row + k];
            }
        }
        return block;
    }

    // Rounded up, so that sorting them as floats and bounding by the first of a block are both sound.
    private static float[] lengths(FactorModel model) {
        int d = model.dimension();
        float[] lengths = new float[model.songs()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.nextUp((float) Vectors.norm(model.songFactors(), i * d, d));
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
