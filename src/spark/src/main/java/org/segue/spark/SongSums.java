package org.segue.spark;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import scala.Tuple2;

/**
 * What the rows of users add up to for each song, d + 1 floats a song: the gradient's part Σ c (ŷ − 1) p and the curvature's Σ c ŷ².
 *
 * <p>They leave a shard as blocks, one a chunk of the table, each with those songs alone that the shard has:
 * {@code number of songs, places in the chunk, values}.
 */
final class SongSums {

    /** The key's part that is the shard; the chunk is above it, so that blocks are sorted by chunk, then shard. */
    private static final int SHARD_BITS = 20;

    /** The most shards. */
    static final int MAX_SHARDS = 1 << SHARD_BITS;

    private SongSums() {}

    /** Key of the block that has no song: the {@link RowSums} of a shard. */
    static long keyOfRows(int shard) {
        return shard;
    }

    /** Key of a block. */
    static long key(int chunk, int shard) {
        return ((chunk + 1L) << SHARD_BITS) | shard;
    }

    /** The chunk of a block; −1 for the sums of rows. */
    static int chunk(long key) {
        return (int) (key >> SHARD_BITS) - 1;
    }

    /**
     * The blocks of a shard.
     *
     * @param songs rows of the table, ascending
     * @param sums {@code songs × width}
     * @param width values of a song
     */
    static List<Tuple2<Long, byte[]>> blocks(int shard, int[] songs, float[] sums, int width) {
        List<Tuple2<Long, byte[]>> blocks = new ArrayList<>();
        for (int from = 0; from < songs.length; ) {
            int chunk = EmbeddingTable.chunkNumber(songs[from]);
            int to = from;
            while (to < songs.length && EmbeddingTable.chunkNumber(songs[to]) == chunk) {
                to++;
            }
            blocks.add(new Tuple2<>(key(chunk, shard), block(songs, sums, width, from, to)));
            from = to;
        }
        return blocks;
    }

    private static byte[] block(int[] songs, float[] sums, int width, int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES
                + (to - from) * Short.BYTES
                + Math.multiplyExact(to - from, Math.multiplyExact(width, Float.BYTES)));
        bytes.putInt(to - from);
        for (int k = from; k < to; k++) {
            bytes.putShort((short) EmbeddingTable.rowInChunk(songs[k]));
        }
        bytes.asFloatBuffer().put(sums, from * width, (to - from) * width);
        return bytes.array();
    }

    /**
     * Adds a block.
     *
     * @param to sums of the chunk, {@code rows × width}
     */
    static void add(byte[] block, double[] to, int width) {
        ByteBuffer bytes = ByteBuffer.wrap(block);
        int songs = bytes.getInt();
        int values = bytes.position() + songs * Short.BYTES;
        for (int k = 0; k < songs; k++) {
            int at = bytes.getShort() * width;
            for (int f = 0; f < width; f++) {
                to[at + f] += bytes.getFloat(values + (k * width + f) * Float.BYTES);
            }
        }
    }
}
