package org.segue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Rows that are trained on, cell by cell: listeners, and their sessions of two songs and more as further rows.
 *
 * <pre>shard int, user, row long (0 the listener, from 1 on a session), number int, plays long, paired boolean</pre>
 *
 * <p>{@code paired} are the cells that count for neighbors, since pairs grow with the square of a row: the {@value #PAIRED_OF_USER} songs that a listener heard last, else any; the
 * first {@value #PAIRED_OF_SESSION} of a session.
 */
final class RowTable {

    /** Half an hour, as the service cuts sessions. */
    private static final int GAP_SECONDS = 30 * 60;

    private static final int PAIRED_OF_USER = 300;
    private static final int PAIRED_OF_SESSION = 100;

    private RowTable() {}

    /**
     * The rows of listeners, and of their sessions if asked for.
     *
     * @param heldOut what may be trained on
     * @param songs numbered
     * @param shards how many parts users are in
     * @param seed where random choices start
     */
    static Dataset<Row> of(HeldOut heldOut, Dataset<Row> songs, boolean hasSessions, int shards, long seed) {
        Dataset<Row> numbers = songs.select("key", "number");
        Dataset<Row> users = users(heldOut.cells().join(numbers, "key"), seed);
        Dataset<Row> rows = hasSessions
                ? users.unionByName(
                        sessions(heldOut.listens().filter(col("at").isNotNull()).join(numbers, "key")))
                : users;
        return rows.withColumn("shard", shard(shards));
    }

    /** The shard of a listener. */
    static Column shard(int shards) {
        return pmod(xxhash64(col("user")), lit(shards)).cast("int");
    }

    private static Dataset<Row> users(Dataset<Row> cells, long seed) {
        WindowSpec latest = Window.partitionBy("user")
                .orderBy(col("last").desc_nulls_last(), xxhash64(lit(seed), col("user"), col("number")), col("number"));
        return cells.select(
                col("user"),
                lit(0L).as("row"),
                col("number"),
                col("plays"),
                row_number().over(latest).leq(PAIRED_OF_USER).as("paired"));
    }

    private static Dataset<Row> sessions(Dataset<Row> listens) {
        WindowSpec inOrder = Window.partitionBy("user").orderBy("at", "number");
        Column gap = col("at").minus(lag("at", 1).over(inOrder));
        Dataset<Row> cut = listens.withColumn(
                        "begins", when(gap.leq(GAP_SECONDS), 0L).otherwise(1L))
                .withColumn("row", sum("begins").over(inOrder.rowsBetween(Window.unboundedPreceding(), 0)));
        WindowSpec session = Window.partitionBy("user", "row");
        return cut.groupBy("user", "row", "number")
                .agg(sum("plays").as("plays"), min("at").as("first"))
                .withColumn("songs", count(lit(1)).over(session))
                .filter(col("songs").geq(2))
                .select(
                        col("user"),
                        col("row"),
                        col("number"),
                        col("plays"),
                        row_number()
                                .over(session.orderBy("first", "number"))
                                .leq(PAIRED_OF_SESSION)
                                .as("paired"));
    }
}
