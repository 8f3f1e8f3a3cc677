package org.segue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * Songs that go with each song:
 *
 * <pre>s_ij = |R_i ∩ R_j| / √(|R_i| |R_j|)</pre>
 *
 * where R_i are the rows of listeners and of sessions that have song i, cut as {@link RowTable} says. Two songs are neighbors if enough listeners have both; a listener's sessions
 * count once. Whole numbers are added alone: the same whatever comes first.
 */
final class NeighborPairs {

    private static final StructType PAIRS = new StructType()
            .add("song", "int", false)
            .add("other", "int", false)
            .add("rows", "int", false);
    private static final StructType COUNTS =
            new StructType().add("number", "int", false).add("rows", "long", false);

    private NeighborPairs() {}

    /**
     * The nearest neighbors of each song: {@code song, other, similarity float, place}, at most so many a song.
     *
     * @param minListeners who must have both
     */
    static Dataset<Row> nearest(SparkSession spark, JavaRDD<Shard> shards, int minListeners, int most) {
        Dataset<Row> pairs = spark.createDataFrame(shards.flatMap(NeighborPairs::pairs), PAIRS)
                .groupBy("song", "other")
                .agg(sum("rows").as("together"), count(lit(1)).as("listeners"))
                .filter(col("listeners").geq(minListeners));
        Dataset<Row> counts = spark.createDataFrame(shards.flatMap(NeighborPairs::counts), COUNTS)
                .groupBy("number")
                .agg(sum("rows").as("rows"));
        Dataset<Row> similar = pairs.join(counts.toDF("song", "n"), "song")
                .join(counts.toDF("other", "m"), "other")
                .withColumn(
                        "similarity",
                        col("together")
                                .divide(sqrt(col("n").cast("double").multiply(col("m"))))
                                .cast("float"));
        Dataset<Row> turned =
                similar.select(col("other").as("song"), col("song").as("other"), col("similarity"));
        return similar.select("song", "other", "similarity")
                .union(turned)
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy("song")
                                        .orderBy(col("similarity").desc(), col("other"))))
                .filter(col("place").leq(most));
    }

    // Each pair once for each listener who has both, with the number of rows that have both.
    private static Iterator<Row> pairs(Shard shard) {
        return IntStream.range(0, shard.users())
                .boxed()
                .flatMap(user -> {
                    UserPairs pairs = new UserPairs();
                    for (int row = shard.userStart()[user]; row < shard.userStart()[user + 1]; row++) {
                        pairs.add(paired(shard, row));
                    }
                    return pairs.counted();
                })
                .map(pair -> RowFactory.create(pair.song(), pair.other(), pair.rows()))
                .iterator();
    }

    private static Iterator<Row> counts(Shard shard) {
        long[] rows = new long[shard.songs().length];
        for (int cell = 0; cell < shard.cells(); cell++) {
            rows[shard.places()[cell]] += shard.paired()[cell];
        }
        return IntStream.range(0, rows.length)
                .filter(place -> rows[place] > 0)
                .mapToObj(place -> RowFactory.create(shard.songs()[place], rows[place]))
                .iterator();
    }

    private static int[] paired(Shard shard, int row) {
        return IntStream.range(shard.rowStart()[row], shard.rowStart()[row + 1])
                .filter(cell -> shard.paired()[cell] == 1)
                .map(shard::song)
                .toArray();
    }
}
