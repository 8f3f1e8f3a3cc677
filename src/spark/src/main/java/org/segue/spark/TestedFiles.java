package org.segue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** {@link TestedListener}s as a data set, Parquet, a row each. It does not say who they are. */
final class TestedFiles {

    private static final StructType SCHEMA = new StructType()
            .add("place", "long", false)
            .add("known", "binary", false)
            .add("plays", "binary", false)
            .add("heldOut", "binary", false);

    private TestedFiles() {}

    /**
     * Writes who is tested. A song held out that has no number cannot be found; a listener without any other is not tested.
     *
     * @param songs numbered
     */
    static void write(SparkSession spark, HeldOut heldOut, Dataset<Row> songs, String path) {
        Dataset<Row> numbers = songs.select("key", "number");
        Dataset<Row> missing = heldOut.tested()
                .join(numbers, "key")
                .groupBy("user")
                .agg(sort_array(collect_list(struct(col("number"), lit(0L).as("plays"))))
                        .as("missing"));
        Dataset<Row> known = heldOut.cells()
                .join(missing.select("user"), "user")
                .join(numbers, "key")
                .groupBy("user")
                .agg(sort_array(collect_list(struct("number", "plays"))).as("known"));
        JavaRDD<Row> listeners = known.join(missing, "user")
                .sort("user")
                .select("known", "missing")
                .javaRDD()
                .zipWithIndex()
                .map(listener -> row(
                        listener._2(), listener._1().getList(0), listener._1().getList(1)));
        spark.createDataFrame(listeners, SCHEMA)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(path);
    }

    private static Row row(long place, List<Row> known, List<Row> missing) {
        float[] plays = new float[known.size()];
        for (int k = 0; k < plays.length; k++) {
            plays[k] = (float) known.get(k).getLong(1);
        }
        return RowFactory.create(
                place,
                PackedArrays.bytes(numbers(known)),
                PackedArrays.bytes(plays),
                PackedArrays.bytes(numbers(missing)));
    }

    private static int[] numbers(List<Row> cells) {
        return cells.stream().mapToInt(cell -> cell.getInt(0)).toArray();
    }

    /** Reads them, in no order. */
    static JavaRDD<TestedListener> read(SparkSession spark, String path) {
        return spark.read()
                .schema(SCHEMA)
                .parquet(path)
                .javaRDD()
                .map(row -> new TestedListener(
                        row.getLong(0),
                        PackedArrays.ints(row.getAs(1)),
                        PackedArrays.floats(row.getAs(2)),
                        PackedArrays.ints(row.getAs(3))));
    }
}
