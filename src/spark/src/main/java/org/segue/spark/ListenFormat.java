package org.segue.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** How files of listens are written; each becomes a table with the columns of {@link ListenField}. */
enum ListenFormat {
    /** Parquet, by the names of its columns; among others that of ListenBrainz' Spark dump. */
    PARQUET {
        @Override
        Dataset<Row> table(SparkSession spark, String path) {
            return spark.read().parquet(path);
        }
    },
    /** Values separated by commas, or by tabs in a file of that name; the first line names the columns. */
    CSV {
        @Override
        Dataset<Row> table(SparkSession spark, String path) {
            String lower = path.toLowerCase(Locale.ROOT);
            boolean isTabs = lower.endsWith(".tsv") || lower.contains(".tsv.");
            return spark.read()
                    .option("header", true)
                    .option("sep", isTabs ? "\t" : ",")
                    .option("escape", "\"")
                    .csv(path);
        }
    },
    /** A JSON object a line, as in ListenBrainz' dump and exports of listens. */
    LISTENBRAINZ {
        @Override
        Dataset<Row> table(SparkSession spark, String path) {
            return spark.read()
                    .schema(LINE)
                    .json(path)
                    .select(
                            coalesce(col("user_id"), col("user_name")).as("user_id"),
                            coalesce(col("listened_at"), col("timestamp")).as("listened_at"),
                            coalesce(col("plays"), lit("1")).as("plays"),
                            col("track_metadata.artist_name"),
                            col("track_metadata.track_name"),
                            col("track_metadata.release_name"),
                            coalesce(
                                            col("track_metadata.additional_info.recording_mbid"),
                                            col("track_metadata.mbid_mapping.recording_mbid"),
                                            col("recording_mbid"))
                                    .as("recording_mbid"),
                            coalesce(
                                            col("track_metadata.additional_info.artist_mbids"),
                                            col("track_metadata.mbid_mapping.artist_mbids"))
                                    .as("artist_mbids"));
        }
    };

    // Numbers are read as text too: a dump has them where an export has words.
    private static final StructType LINE = line();

    private static StructType line() {
        ArrayType texts = DataTypes.createArrayType(DataTypes.StringType);
        StructType ids = new StructType().add("recording_mbid", "string").add("artist_mbids", texts);
        StructType track = new StructType()
                .add("artist_name", "string")
                .add("track_name", "string")
                .add("release_name", "string")
                .add("additional_info", ids)
                .add("mbid_mapping", ids);
        return new StructType()
                .add("user_id", "string")
                .add("user_name", "string")
                .add("listened_at", "string")
                .add("timestamp", "string")
                .add("plays", "string")
                .add("recording_mbid", "string")
                .add("track_metadata", track);
    }

    /** The table that files hold. */
    abstract Dataset<Row> table(SparkSession spark, String path);

    /** The format of a file by its name; Parquet of one that tells nothing, as folders are. */
    static ListenFormat ofName(String path) {
        String lower = path.toLowerCase(Locale.ROOT).replaceAll("\\.(gz|bz2|zst|lz4|snappy)$", "");
        if (lower.matches(".*\\.(csv|tsv|txt)")) {
            return CSV;
        }
        return lower.matches(".*\\.(jsonl?|ndjson|listens)") ? LISTENBRAINZ : PARQUET;
    }
}
