package org.segue.songmodel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a song model says of itself: {@code manifest.json}, one flat object.
 *
 * @param size how much it holds
 * @param loss what its embeddings minimize, and so what folding a listener in minimizes
 * @param time what time is to it
 * @param listeners whose listening is in it
 * @param run how the training was cut up, which decides its last bits
 * @param origin where it comes from
 * @param entries the other files in it, by name, in their order
 */
public record SongModelManifest(
        Size size, Loss loss, Time time, Listeners listeners, Run run, Origin origin, Map<String, Entry> entries) {

    /** The format that this program writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    /** The most songs of a song model. */
    public static final int MAX_SONGS = 10_000_000;

    /** The greatest dimension. */
    public static final int MAX_DIMENSION = 512;

    /** Keeps the entries as they are. */
    public SongModelManifest {
        entries = Map.copyOf(entries);
    }

    /** A manifest of files that are not written yet. */
    public SongModelManifest(Size size, Loss loss, Time time, Listeners listeners, Run run, Origin origin) {
        this(size, loss, time, listeners, run, origin, Map.of());
    }

    /**
     * How much it holds.
     *
     * @param keyVersion version of the recording keys
     * @param dimension d, length of an embedding
     * @param songs number of songs
     */
    public record Size(int keyVersion, int dimension, int songs) {}

    /**
     * What its embeddings minimize.
     *
     * @param alpha0 α0, weight of all pairs at 0
     * @param lambda λ
     * @param nu power of what multiplies λ; 1 for all that Segue makes
     * @param lambdaScale what multiplies λ: {@code weight} for n + α0 m, {@code count} for n
     * @param confidence how plays weigh: {@code none} or {@code log}
     */
    public record Loss(double alpha0, double lambda, double nu, String lambdaScale, String confidence) {

        /** What multiplies λ: the weight of all pairs of a row. */
        public static final String WEIGHT = "weight";

        /** What multiplies λ: the number of interactions of a row. */
        public static final String COUNT = "count";
    }

    /**
     * What time is to it. Half-lives in seconds, null for none.
     *
     * @param beta β, what neighbors of songs heard add while a session goes on; 0 for nothing
     * @param betaFresh β at the start of a session
     * @param foldIn half-life of a song in a listener's embedding
     * @param inSession half-life of a song's neighbors while a session goes on
     * @param fresh half-life of a song's neighbors at the start of the next
     * @param undatedWeight what a song without a time counts beside others that have one, 0 to 1
     */
    public record Time(
            double beta,
            double betaFresh,
            @Nullable Double foldIn,
            @Nullable Double inSession,
            @Nullable Double fresh,
            double undatedWeight) {

        /** Time is nothing, and neighbors add nothing. */
        public static final Time NONE = new Time(0, 0, null, null, null, 1);
    }

    /**
     * Whose listening is in it.
     *
     * @param users how many listeners it was trained on, two digits
     * @param minListeners the fewest listeners of a song in it, and of two neighbors together
     * @param isPrivate whether it may tell what single listeners play
     */
    public record Listeners(long users, int minListeners, boolean isPrivate) {

        /** So many listeners hide each of them. */
        public static final int MIN = 5;

        /** Rounds the users. */
        public Listeners {
            users = twoDigits(users);
        }
    }

    /**
     * How a training was cut up.
     *
     * @param shards number of parts that users were in
     * @param threads number of threads that shared the songs
     * @param seed where every random choice started
     */
    public record Run(int shards, int threads, long seed) {}

    /**
     * Where it comes from.
     *
     * @param createdAt when it was written
     * @param software what wrote it, name and version
     * @param source what it was trained on
     * @param license SPDX identifier of the data's license, null if unknown
     */
    public record Origin(
            Instant createdAt,
            String software,
            Source source,
            @Nullable String license) {}

    /**
     * What it was trained on.
     *
     * @param name of the data
     * @param url where they are
     * @param period which part of them
     */
    public record Source(
            @Nullable String name,
            @Nullable String url,
            @Nullable String period) {

        /** Nothing is said. */
        public static final Source UNKNOWN = new Source(null, null, null);
    }

    /**
     * A file in it.
     *
     * @param size in bytes
     * @param sha256 checksum, in lower-case hexadecimal
     */
    public record Entry(long size, String sha256) {}

    /** A count with all but its first two digits rounded away, half to even. */
    public static long twoDigits(long count) {
        return BigDecimal.valueOf(count)
                .round(new MathContext(2, RoundingMode.HALF_EVEN))
                .longValueExact();
    }

    /** Names of the other files in it, in their order. */
    List<String> entryNames() {
        return entries.size() == SongModelEntries.REQUIRED.size()
                ? SongModelEntries.REQUIRED
                : SongModelEntries.WITH_ARTISTS;
    }

    /** What is said of a file in it. */
    Entry entry(String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    /** The same with the files that were written. */
    SongModelManifest with(Map<String, Entry> written) {
        return new SongModelManifest(size, loss, time, listeners, run, origin, written);
    }
}
