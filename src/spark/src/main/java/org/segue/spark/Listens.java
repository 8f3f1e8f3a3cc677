package org.segue.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.NameText;
import org.segue.catalog.RecordingKey;

/**
 * Listens of any source in one shape:
 *
 * <pre>user string, key string, artist string, title string, mbid string?, artistMbid string?, album string?, at long?, plays long</pre>
 *
 * <p>The key is the {@link RecordingKey} of artist and title; {@code at} is in seconds since 1970. Rows without a user, an artist or a title are left out, and plays below one.
 */
final class Listens {

    /** Later than any listen in seconds, earlier than any in milliseconds. */
    private static final long FIRST_MILLISECOND = 100_000_000_000L;

    private static final String MBID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** The key of artist and title as a function of columns; null where either is no name. */
    static final UserDefinedFunction KEY = udf((UDF2<String, String, String>) Listens::key, DataTypes.StringType);

    private Listens() {}

    // Of names as they will stand in the song model: a reader makes the same key of them.
    private static @Nullable String key(@Nullable String artist, @Nullable String title) {
        if (artist == null || title == null) {
            return null;
        }
        String itsArtist = NameText.cleaned(artist);
        String itsTitle = NameText.cleaned(title);
        return itsArtist.isBlank() || itsTitle.isBlank() ? null : RecordingKey.of(itsArtist, itsTitle);
    }

    /**
     * What files hold together.
     *
     * @param format of all of them; null to tell it by each name
     * @throws MissingColumnException if one of them lacks a column
     */
    static Dataset<Row> read(SparkSession spark, List<String> paths, @Nullable ListenFormat format) {
        return paths.stream()
                .map(path -> {
                    ListenFormat its = format == null ? ListenFormat.ofName(path) : format;
                    return canonical(path, its.table(spark, path));
                })
                .reduce(Dataset::union)
                .orElseThrow(() -> new IllegalArgumentException("illegal paths: none"));
    }

    /**
     * The listens of a period.
     *
     * @param from the first day, in UTC
     * @param until the day after the last
     */
    static Dataset<Row> within(Dataset<Row> listens, @Nullable LocalDate from, @Nullable LocalDate until) {
        Dataset<Row> left = from == null ? listens : listens.filter(col("at").geq(startOf(from)));
        return until == null ? left : left.filter(col("at").lt(startOf(until)));
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static Dataset<Row> canonical(String source, Dataset<Row> table) {
        Dataset<Row> named = table.select(
                text(table, source, ListenField.USER).as("user"),
                text(table, source, ListenField.ARTIST).as("artist"),
                text(table, source, ListenField.TITLE).as("title"),
                mbid(table, source, ListenField.MBID).as("mbid"),
                mbid(table, source, ListenField.ARTIST_MBID).as("artistMbid"),
                text(table, source, ListenField.ALBUM).as("album"),
                seconds(table, source).as("at"),
                plays(table, source).as("plays"));
        return named.filter(col("user").notEqual("").and(col("plays").geq(1)))
                .withColumn("key", KEY.apply(col("artist"), col("title")))
                .filter(col("key").isNotNull());
    }

    private static Column text(Dataset<Row> table, String source, ListenField field) {
        return field.in(source, table.columns())
                .map(name -> trim(quoted(name).cast("string")))
                .orElse(lit(null).cast("string"));
    }

    private static Column mbid(Dataset<Row> table, String source, ListenField field) {
        Optional<String> name = field.in(source, table.columns());
        if (name.isEmpty()) {
            return lit(null).cast("string");
        }
        Column column = quoted(name.get());
        // Who of several is meant is not told.
        Column one = type(table, name.get()) instanceof ArrayType
                ? when(size(column).equalTo(1), get(column, lit(0)))
                : column;
        Column lower = lower(trim(one.cast("string")));
        return when(lower.rlike("^" + MBID + "$"), lower);
    }

    private static Column seconds(Dataset<Row> table, String source) {
        Optional<String> name = ListenField.AT.in(source, table.columns());
        if (name.isEmpty()) {
            return lit(null).cast("bigint");
        }
        Column column = quoted(name.get());
        DataType type = type(table, name.get());
        if (type instanceof TimestampType || type instanceof TimestampNTZType) {
            return unix_seconds(column.cast("timestamp"));
        }
        Column number = column.try_cast("bigint");
        Column inSeconds = when(
                        number.geq(FIRST_MILLISECOND), number.divide(1000).cast("bigint"))
                .otherwise(number);
        Column any = coalesce(inSeconds, unix_seconds(try_to_timestamp(column.cast("string"))));
        // Players without a clock say 0.
        return when(any.gt(0), any);
    }

    private static Column plays(Dataset<Row> table, String source) {
        return ListenField.PLAYS
                .in(source, table.columns())
                .map(name -> coalesce(quoted(name).try_cast("bigint"), lit(0L)))
                .orElse(lit(1L));
    }

    private static DataType type(Dataset<Row> table, String column) {
        return table.schema().apply(column).dataType();
    }

    private static Column quoted(String column) {
        return col('`' + column + '`');
    }
}
