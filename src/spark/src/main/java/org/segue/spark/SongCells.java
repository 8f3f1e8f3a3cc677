package org.segue.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.segue.interactions.ConfidenceWeighting;

/** How much is heard of each song, in rows of users and sessions. For one thread while it is added to. */
final class SongCells implements Serializable {

    private static final long serialVersionUID = 1;

    /** Weights are summed in whole millionths, about: the same whatever comes first. */
    private static final double ONE = 1 << 20;

    private final int[] rows;
    private final long[] weights;
    private long allRows;
    private long cells;

    private SongCells(int songs) {
        this.rows = new int[songs];
        this.weights = new long[songs];
    }

    /** What is heard in shards. */
    static SongCells of(JavaRDD<Shard> shards, int songs, ConfidenceWeighting confidence) {
        return shards.mapPartitions(
                        some -> List.of(of(() -> some, songs, confidence)).iterator())
                .treeReduce(SongCells::plus);
    }

    /** What is heard in some shards. */
    static SongCells of(Iterable<Shard> shards, int songs, ConfidenceWeighting confidence) {
        SongCells cells = new SongCells(songs);
        shards.forEach(shard -> cells.add(shard, confidence));
        return cells;
    }

    private void add(Shard shard, ConfidenceWeighting confidence) {
        for (int cell = 0; cell < shard.cells(); cell++) {
            rows[shard.song(cell)]++;
            weights[shard.song(cell)] += Math.round(ONE * confidence.weight(shard.plays()[cell]));
        }
        allRows += shard.rows();
        cells += shard.cells();
    }

    private SongCells plus(SongCells other) {
        for (int song = 0; song < rows.length; song++) {
            rows[song] += other.rows[song];
            weights[song] += other.weights[song];
        }
        allRows += other.allRows;
        cells += other.cells;
        return this;
    }

    int songs() {
        return rows.length;
    }

    /** How many rows there are, |U|. */
    long allRows() {
        return allRows;
    }

    /** How many cells there are. */
    long cells() {
        return cells;
    }

    /** How many rows a song is in, n. */
    int rows(int song) {
        return rows[song];
    }

    /** Σ c of a song's cells. */
    double weight(int song) {
        return weights[song] / ONE;
    }
}
