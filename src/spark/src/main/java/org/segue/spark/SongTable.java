package org.segue.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.mode;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.segue.catalog.NameText;
import org.segue.songmodel.SongModelManifest;

/**
 * The songs of a training, numbered as the song model has them: most listeners first, in two digits, then by key.
 *
 * <pre>number int, key, artist, title, album?, mbid?, artistMbid?, listeners long</pre>
 *
 * <p>Spelled and identified as most listeners have it, the first in the order of text where as many have another. Two keys never have one MBID: more listeners, then the first
 * key, have it.
 */
final class SongTable {

    private static final StructType NUMBERED = new StructType()
            .add("number", "int", false)
            .add("key", "string", false)
            .add("artist", "string", false)
            .add("title", "string", false)
            .add("album", "string")
            .add("mbid", "string")
            .add("artistMbid", "string")
            .add("listeners", "long", false);

    /** No cleaned name has it. One text and not a structure: of those mode() counts equal ones apart. */
    private static final String LINE = "\n";

    private static final UserDefinedFunction TWO_DIGITS =
            udf((UDF1<Long, Long>) SongModelManifest::twoDigits, DataTypes.LongType);
    private static final UserDefinedFunction CLEANED =
            udf((UDF1<String, String>) name -> name == null ? null : NameText.cleaned(name), DataTypes.StringType);

    private SongTable() {}

    /**
     * The songs of cells.
     *
     * @param cells of listeners who count
     * @param minListeners songs with fewer are left out
     */
    static Dataset<Row> of(SparkSession spark, Dataset<Row> cells, int minListeners) {
        Dataset<Row> songs = cells.groupBy("key")
                .agg(
                        count(lit(1)).as("listeners"),
                        mode(
                                        concat_ws(
                                                LINE,
                                                CLEANED.apply(col("named.artist")),
                                                CLEANED.apply(col("named.title"))),
                                        true)
                                .as("spelled"),
                        mode(col("named.album"), true).as("album"),
                        mode(col("identified.mbid"), true).as("mbid"),
                        mode(col("identified.artistMbid"), true).as("artistMbid"))
                .filter(col("listeners").geq(minListeners));
        Dataset<Row> owned = songs.withColumn(
                "owns",
                row_number()
                        .over(Window.partitionBy(coalesce(col("mbid"), col("key")))
                                .orderBy(col("listeners").desc(), col("key"))));
        JavaRDD<Row> sorted = owned.select(
                        col("key"),
                        substring_index(col("spelled"), LINE, 1),
                        substring_index(col("spelled"), LINE, -1),
                        CLEANED.apply(col("album")),
                        when(col("owns").equalTo(1), col("mbid")),
                        col("artistMbid"),
                        TWO_DIGITS.apply(col("listeners")).as("listeners"))
                .sort(col("listeners").desc(), col("key"))
                .javaRDD();
        return spark.createDataFrame(
                sorted.zipWithIndex().map(song -> numbered(song._1(), Math.toIntExact(song._2()))), NUMBERED);
    }

    private static Row numbered(Row song, int number) {
        Object[] values = new Object[song.size() + 1];
        values[0] = number;
        for (int k = 0; k < song.size(); k++) {
            values[k + 1] = song.get(k);
        }
        return RowFactory.create(values);
    }
}
