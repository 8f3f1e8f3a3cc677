package org.segue.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segue.ranking.linalg.Vectors;
import scala.Tuple2;

/**
 * What a shard does in a round: solves each row of a user, adds up what songs want to know of it, forgets it again.
 *
 * <p>Without state, and in one fixed order: run again on another machine it makes the same bits. For one thread.
 */
final class ShardPass {

    private final Shard shard;
    private final UserSolver solver;
    private final int dimension;

    /** Embeddings of the shard's songs alone, one after the other. */
    private final float[] songs;

    /** d + 1 values a song of the shard. */
    private final float[] ofSongs;

    private final RowSums ofRows;

    /**
     * A pass.
     *
     * @param table embeddings of all songs
     */
    ShardPass(Shard shard, UserSolver solver, EmbeddingTable table) {
        this.shard = shard;
        this.solver = solver;
        this.dimension = table.dimension();
        this.songs = table.gathered(shard.songs());
        this.ofSongs = new float[Math.multiplyExact(shard.songs().length, dimension + 1)];
        this.ofRows = new RowSums(dimension);
    }

    /** The sums over all rows, by the keys of {@link SongSums}. To be asked for once. */
    List<Tuple2<Long, byte[]>> sums() {
        for (int row = 0; row < shard.rows(); row++) {
            addRow(shard.rowStart()[row], shard.rowStart()[row + 1]);
        }
        List<Tuple2<Long, byte[]>> blocks = new ArrayList<>();
        blocks.add(new Tuple2<>(SongSums.keyOfRows(shard.number()), ofRows.toBytes()));
        blocks.addAll(SongSums.blocks(shard.number(), shard.songs(), ofSongs, dimension + 1));
        return blocks;
    }

    private void addRow(int from, int to) {
        int[] places = Arrays.copyOfRange(shard.places(), from, to);
        UserSolver.Solved row = solver.solve(songs, places, Arrays.copyOfRange(shard.plays(), from, to));
        ofRows.add(row.embedding(), row.weight(), row.loss());
        for (int k = 0; k < places.length; k++) {
            addCell(row.embedding(), (float) row.weights()[k], places[k]);
        }
    }

    // Σ c (ŷ − 1) p and Σ c ŷ².
    private void addCell(float[] embedding, float weight, int place) {
        float score = Vectors.fastDot(embedding, songs, place * dimension);
        float pull = weight * (score - 1);
        int at = place * (dimension + 1);
        for (int f = 0; f < dimension; f++) {
            ofSongs[at + f] += pull * embedding[f];
        }
        ofSongs[at + dimension] += weight * score * score;
    }
}
