package org.segue.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Shards as a data set of their own, Parquet, a row a shard: one that is lost is one read. */
final class ShardFiles {

    private static final StructType SCHEMA = new StructType()
            .add("number", "int", false)
            .add("userStart", "binary", false)
            .add("rowStart", "binary", false)
            .add("places", "binary", false)
            .add("plays", "binary", false)
            .add("paired", "binary", false)
            .add("songs", "binary", false);

    private ShardFiles() {}

    /**
     * Writes the shards of rows.
     *
     * @param rows as {@link RowTable} has them
     * @param shards how many
     */
    static void write(SparkSession spark, Dataset<Row> rows, int shards, String path) {
        JavaRDD<Row> built = rows.repartitionById(shards, col("shard"))
                .sortWithinPartitions("shard", "user", "row", "number")
                .select("shard", "user", "row", "number", "plays", "paired")
                .javaRDD()
                .mapPartitions(ShardFiles::shards);
        spark.createDataFrame(built, SCHEMA).write().mode(SaveMode.Overwrite).parquet(path);
    }

    /** Reads them, in no order. */
    static JavaRDD<Shard> read(SparkSession spark, String path) {
        return spark.read().schema(SCHEMA).parquet(path).javaRDD().map(ShardFiles::shard);
    }

    private static Iterator<Row> shards(Iterator<Row> sorted) {
        List<Row> shards = new ArrayList<>();
        Cursor cursor = new Cursor();
        while (sorted.hasNext()) {
            cursor.take(sorted.next(), shards);
        }
        cursor.end(shards);
        return shards.iterator();
    }

    /** Where in the sorted cells a partition is. A partition may hold several shards, or none. */
    private static final class Cursor {

        private int number = -1;
        private String user = "";
        private long row = -1;
        private ShardBuilder builder = new ShardBuilder(-1);

        void take(Row cell, List<Row> shards) {
            boolean isNewShard = cell.getInt(0) != number;
            if (isNewShard) {
                end(shards);
                number = cell.getInt(0);
                builder = new ShardBuilder(number);
            }
            boolean isNewUser = isNewShard || !cell.getString(1).equals(user);
            if (isNewUser) {
                user = cell.getString(1);
                builder.user();
            }
            if (isNewUser || cell.getLong(2) != row) {
                row = cell.getLong(2);
                builder.row();
            }
            builder.cell(cell.getInt(3), (float) cell.getLong(4), cell.getBoolean(5));
        }

        void end(List<Row> shards) {
            if (number >= 0) {
                shards.add(row(builder.build()));
            }
        }
    }

    private static Row row(Shard shard) {
        return RowFactory.create(
                shard.number(),
                PackedArrays.bytes(shard.userStart()),
                PackedArrays.bytes(shard.rowStart()),
                PackedArrays.bytes(shard.places()),
                PackedArrays.bytes(shard.plays()),
                shard.paired(),
                PackedArrays.bytes(shard.songs()));
    }

    private static Shard shard(Row row) {
        return new Shard(
                row.getInt(0),
                PackedArrays.ints(row.getAs(1)),
                PackedArrays.ints(row.getAs(2)),
                PackedArrays.ints(row.getAs(3)),
                PackedArrays.floats(row.getAs(4)),
                row.getAs(5),
                PackedArrays.ints(row.getAs(6)));
    }
}
