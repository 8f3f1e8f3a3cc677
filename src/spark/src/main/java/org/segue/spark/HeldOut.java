package org.segue.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Songs of some listeners that are not trained on, to tell by how well they are found. Of each {@code max(1, ⌊n / 5⌋)}: those first heard last, and then nothing of the listener
 * counts from the first of them on; where times are not known, any.
 *
 * @param listens what is trained on
 * @param cells what is trained on
 * @param tested cells held out: {@code user, key}
 */
record HeldOut(Dataset<Row> listens, Dataset<Row> cells, Dataset<Row> tested) {

    private static final int ONE_OF = 5;

    /**
     * Holds out.
     *
     * @param cells of listeners who count
     * @param isDated whether most listens have a time
     * @param users how many listeners, any; 0 for none
     * @param seed where random choices start
     */
    static HeldOut of(Dataset<Row> listens, Dataset<Row> cells, boolean isDated, int users, long seed) {
        if (users == 0) {
            return new HeldOut(listens, cells, cells.select("user", "key").limit(0));
        }
        Dataset<Row> chosen = cells.groupBy("user")
                .agg(count(lit(1)).as("songs"))
                .filter(col("songs").geq(ONE_OF))
                .orderBy(xxhash64(lit(seed), col("user")), col("user"))
                .limit(users);
        Dataset<Row> latest = cells.join(broadcast(chosen), "user")
                .withColumn(
                        "place", row_number().over(Window.partitionBy("user").orderBy(order(isDated, seed))))
                .filter(col("place")
                        .leq(greatest(lit(1), col("songs").divide(ONE_OF).cast("int"))));
        return isDated ? byTime(listens, cells, latest) : atRandom(listens, cells, latest);
    }

    private static Column[] order(boolean isDated, long seed) {
        Column random = xxhash64(lit(seed), col("user"), col("key"));
        return isDated
                ? new Column[] {col("first").desc_nulls_last(), random, col("key")}
                : new Column[] {random, col("key")};
    }

    private static HeldOut byTime(Dataset<Row> listens, Dataset<Row> cells, Dataset<Row> latest) {
        Dataset<Row> ends = broadcast(latest.groupBy("user").agg(min("first").as("end")));
        Dataset<Row> before = listens.join(ends, "user")
                .filter(col("at").isNull().or(col("at").lt(col("end"))))
                .drop("end");
        Dataset<Row> others = listens.join(ends, new String[] {"user"}, "left_anti");
        Dataset<Row> untouched = cells.join(ends, new String[] {"user"}, "left_anti");
        Dataset<Row> tested =
                cells.join(ends, "user").filter(col("first").geq(col("end"))).select("user", "key");
        return new HeldOut(others.unionByName(before), untouched.unionByName(Cells.of(before)), tested);
    }

    private static HeldOut atRandom(Dataset<Row> listens, Dataset<Row> cells, Dataset<Row> chosen) {
        Dataset<Row> tested = chosen.select("user", "key");
        return new HeldOut(listens, cells.join(tested, new String[] {"user", "key"}, "left_anti"), tested);
    }
}
