package org.segue.spark;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/** From listens to what rounds need: songs, shards, listeners to test on, as data sets in the work folder. Done once for all rounds and for all that resume. */
final class Preparation {

    private static final Logger LOG = LogManager.getLogger(Preparation.class);

    /** Written last: what is there without it is not whole. */
    private static final String DONE = "prepared";

    private static final String SONGS = "songs";
    private static final String SHARDS = "shards";
    private static final String TESTED = "tested";

    private final SparkSession spark;
    private final WorkFolder folder;

    Preparation(SparkSession spark, WorkFolder folder) {
        this.spark = spark;
        this.folder = folder;
    }

    /**
     * What is asked for.
     *
     * @param bounds whose listening counts
     * @param minListeners songs with fewer are left out
     * @param sessions whether sessions are rows too; null: where listens are dated
     * @param shards how many parts users are in
     * @param testedUsers of how many listeners songs are held out
     * @param seed where random choices start
     */
    record Wanted(
            Cells.Bounds bounds,
            int minListeners,
            @Nullable Boolean sessions,
            int shards,
            int testedUsers,
            long seed) {}

    /**
     * What there is.
     *
     * @param listeners how many are trained on
     * @param songs how many
     * @param hasSessions whether sessions are rows too
     */
    record Prepared(long listeners, int songs, boolean hasSessions) {}

    /**
     * Prepares, unless that is done.
     *
     * @param listens as {@link Listens} has them
     * @param what all that decides what comes of it
     * @throws NothingLeftException if no song has enough listeners
     */
    Prepared prepare(Dataset<Row> listens, Wanted wanted, String what) {
        Optional<Prepared> before = done(what);
        if (before.isPresent()) {
            return before.get();
        }
        folder.delete(DONE);
        Prepared prepared = write(listens, wanted);
        folder.write(DONE, out -> {
            out.writeUTF(what);
            out.writeLong(prepared.listeners);
            out.writeInt(prepared.songs);
            out.writeBoolean(prepared.hasSessions);
        });
        return prepared;
    }

    private Optional<Prepared> done(String what) {
        if (folder.names(DONE).isEmpty()) {
            return Optional.empty();
        }
        try {
            return folder.read(
                    DONE,
                    in -> in.readUTF().equals(what)
                            ? Optional.of(new Prepared(in.readLong(), in.readInt(), in.readBoolean()))
                            : Optional.empty());
        } catch (IOException e) {
            LOG.warn("What was prepared before cannot be read", e);
            return Optional.empty();
        }
    }

    private Prepared write(Dataset<Row> listens, Wanted wanted) {
        Dataset<Row> all = Cells.of(listens).persist(StorageLevel.DISK_ONLY());
        Dataset<Row> listeners = Cells.listeners(listens, all, wanted.bounds).persist(StorageLevel.DISK_ONLY());
        Dataset<Row> cells = all.join(listeners, "user");
        boolean isDated = isDated(cells);
        boolean hasSessions = isDated && (wanted.sessions == null || wanted.sessions);
        SongTable.of(spark, cells, wanted.minListeners)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder.path(SONGS));
        Dataset<Row> songs = songs();
        int count = Math.toIntExact(songs.count());
        if (count == 0) {
            throw new NothingLeftException(wanted.minListeners);
        }
        HeldOut heldOut = HeldOut.of(listens.join(listeners, "user"), cells, isDated, wanted.testedUsers, wanted.seed);
        ShardFiles.write(
                spark,
                RowTable.of(heldOut, songs, hasSessions, wanted.shards, wanted.seed),
                wanted.shards,
                folder.path(SHARDS));
        TestedFiles.write(spark, heldOut, songs, folder.path(TESTED));
        Prepared prepared = new Prepared(listeners.count(), count, hasSessions);
        all.unpersist();
        listeners.unpersist();
        return prepared;
    }

    private static boolean isDated(Dataset<Row> cells) {
        Row share = cells.agg(avg(when(col("first").isNull(), 0.0).otherwise(1.0)), count(lit(1)))
                .first();
        return share.getLong(1) > 0 && share.getDouble(0) >= 0.5;
    }

    /** The songs, as {@link SongTable} has them. */
    Dataset<Row> songs() {
        return spark.read().parquet(folder.path(SONGS));
    }

    /** The shards, in no order. */
    JavaRDD<Shard> shards() {
        return ShardFiles.read(spark, folder.path(SHARDS));
    }

    /** The listeners to test on, in no order. */
    JavaRDD<TestedListener> tested() {
        return TestedFiles.read(spark, folder.path(TESTED));
    }
}
