package org.segue.spark;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What listeners have heard, song by song, and whose listening counts:
 *
 * <pre>user, key, plays long, first long?, last long?, named {at, artist, title, album}, identified {at, mbid, artistMbid}?</pre>
 *
 * <p>{@code named} and {@code identified} are as the listener's latest listen has it, of those that have an id.
 */
final class Cells {

    private static final int SECONDS_A_DAY = 86_400;

    private Cells() {}

    /**
     * Which listeners count. The others are left out whole: who plays everything is a shop, a radio or a test, and would make every song more popular.
     *
     * @param minSongs the fewest songs
     * @param maxSongs the most songs
     * @param maxListensADay the most listens on a day with any, on average
     */
    record Bounds(int minSongs, int maxSongs, int maxListensADay) {}

    /** The cells of listens. */
    static Dataset<Row> of(Dataset<Row> listens) {
        return listens.groupBy("user", "key")
                .agg(
                        sum("plays").as("plays"),
                        min("at").as("first"),
                        max("at").as("last"),
                        max(struct("at", "artist", "title", "album")).as("named"),
                        max(when(col("mbid").isNotNull(), struct("at", "mbid", "artistMbid")))
                                .as("identified"));
    }

    /** The listeners who count, one column. */
    static Dataset<Row> listeners(Dataset<Row> listens, Dataset<Row> cells, Bounds bounds) {
        Dataset<Row> ofSize = cells.groupBy("user")
                .agg(count(lit(1)).as("songs"))
                .filter(col("songs").between(bounds.minSongs, bounds.maxSongs))
                .select("user");
        Dataset<Row> restless = listens.filter(col("at").isNotNull())
                .groupBy(col("user"), floor(col("at").divide(SECONDS_A_DAY)).as("day"))
                .agg(sum("plays").as("listens"))
                .groupBy("user")
                .agg(avg("listens").as("mean"))
                .filter(col("mean").gt(bounds.maxListensADay))
                .select("user");
        return ofSize.join(restless, new String[] {"user"}, "left_anti");
    }
}
