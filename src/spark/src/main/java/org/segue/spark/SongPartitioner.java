package org.segue.spark;

import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/** Spreads the blocks of {@link SongSums} by their chunk, round robin, as popular songs come first; sums of rows go to partition 0. */
final class SongPartitioner extends Partitioner {

    private static final long serialVersionUID = 1;

    private final int partitions;

    SongPartitioner(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        return (SongSums.chunk((Long) key) + 1) % partitions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SongPartitioner same && same.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return partitions;
    }
}
