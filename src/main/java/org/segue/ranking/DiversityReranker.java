package org.segue.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.segue.catalog.SongStats;
import org.segue.model.OutOfRangeException;

/**
 * How far an answer may stray from the plain ranking. Of a pool of the best songs (five times as many as are wanted, at
 * least 100) each gets the value
 *
 * <pre>
 * v = (1 − w) · relevance + w · novelty,  w = 0.6 · adventure
 * </pre>
 *
 * where relevance is the score and novelty is −log2 of the number of users who have the song, both scaled to 0 … 1 over the
 * pool. With adventure alone the songs of the greatest v are the answer; as these maximize a sum of both, the mean novelty of
 * an answer never falls when adventure rises. With diversity the songs are picked one after the other by maximal marginal
 * relevance (Carbonell and Goldstein, SIGIR 1998): each time the one with the greatest
 *
 * <pre>
 * (1 − diversity) · v − diversity · (largest cosine of its embedding with a song picked before)
 * </pre>
 *
 * Songs keep the scores of the ranking. What is equal comes in the order of the ranking.
 *
 * @param diversity 0 to 1
 * @param adventure 0 to 1
 */
public record DiversityReranker(double diversity, double adventure) {

    /** The plain ranking. */
    public static final DiversityReranker NONE = new DiversityReranker(0, 0);

    /**
     * The weight of novelty in the most adventurous answer: there NDCG@10 is about half of the plain ranking's (HetRec Last.fm
     * 2K .124 of .250, radio playlists .164 of .301); at 1 it would be a sixth.
     */
    static final double MAX_NOVELTY = 0.6;

    private static final int POOL_FACTOR = 5;
    private static final int MIN_POOL = 100;

    /** Checks the ranges. */
    public DiversityReranker {
        require(diversity, "diversity");
        require(adventure, "adventure");
    }

    /** Whether the ranking stays as it is. */
    boolean isNone() {
        return diversity == 0 && adventure == 0;
    }

    /**
     * Songs of a ranking that is asked for as many as are needed to choose from.
     *
     * @param n the most songs to choose
     * @param ranking answers with its best songs, best first
     * @param songs who has them
     * @param embeddings how alike they are
     */
    List<ScoredSong> rerank(
            int n, IntFunction<List<ScoredSong>> ranking, SongStats songs, NormalizedEmbeddings embeddings) {
        return choose(ranking.apply(pool(n)), n, songs, embeddings);
    }

    /** How many of the best songs are needed to choose {@code n} from. */
    int pool(int n) {
        return isNone() ? n : Math.max(MIN_POOL, POOL_FACTOR * n);
    }

    /** About how many multiplications it takes to choose {@code n} songs with embeddings of a length. */
    long cost(int n, long dimension) {
        return diversity == 0 ? 0 : (long) pool(n) * n * dimension;
    }

    /**
     * Chooses from a pool: pool · n · d multiplications if diversity is asked for.
     *
     * @param pool best first
     * @param n the most songs to choose
     * @param songs who has them
     * @param embeddings how alike they are
     */
    List<ScoredSong> choose(List<ScoredSong> pool, int n, SongStats songs, NormalizedEmbeddings embeddings) {
        if (isNone()) {
            return pool.subList(0, Math.min(n, pool.size()));
        }
        double[] values = values(pool, songs);
        Closeness closeness = new Closeness(diversity == 0 ? new float[0][] : embeddings.of(pool), pool.size());
        List<ScoredSong> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(n, pool.size())) {
            int best = best(values, closeness.closest, chosen.isEmpty());
            chosen.add(pool.get(best));
            values[best] = Double.NaN;
            closeness.choose(best);
        }
        return List.copyOf(chosen);
    }

    /**
     * The largest cosine of each song of a pool with one chosen so far. One array holds one dimension of all songs, so that a
     * choice is compared with all of them at once, in loops that HotSpot turns into vector instructions: each sum adds up in
     * the order of the dimensions all the same.
     */
    private static final class Closeness {

        private final double[][] dimensions;
        private final double[] cosines;
        private final double[] closest;

        /** Nothing is chosen; without vectors all cosines are 0. */
        Closeness(float[][] vectors, int pool) {
            dimensions = new double[vectors.length == 0 ? 0 : vectors[0].length][pool];
            for (int i = 0; i < vectors.length; i++) {
                for (int k = 0; k < dimensions.length; k++) {
                    dimensions[k][i] = vectors[i][k];
                }
            }
            cosines = new double[pool];
            closest = new double[pool];
            Arrays.fill(closest, dimensions.length == 0 ? 0 : -1);
        }

        void choose(int song) {
            Arrays.fill(cosines, 0);
            for (double[] values : dimensions) {
                add(cosines, values[song], values);
            }
            raise(closest, cosines);
        }

        private static void add(double[] to, double a, double[] x) {
            for (int i = 0; i < to.length; i++) {
                to[i] += a * x[i];
            }
        }

        private static void raise(double[] to, double[] x) {
            for (int i = 0; i < to.length; i++) {
                to[i] = Math.max(to[i], x[i]);
            }
        }
    }

    // A song that was chosen has no value any more, and loses every comparison.
    private int best(double[] values, double[] closest, boolean first) {
        int best = -1;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            double value = first ? values[i] : (1 - diversity) * values[i] - diversity * closest[i];
            if (value > greatest) {
                greatest = value;
                best = i;
            }
        }
        return best;
    }

    private double[] values(List<ScoredSong> pool, SongStats songs) {
        double[] relevance = new double[pool.size()];
        double[] novelty = new double[pool.size()];
        for (int i = 0; i < relevance.length; i++) {
            relevance[i] = pool.get(i).score();
            novelty[i] = adventure == 0 ? 0 : novelty(pool.get(i), songs);
        }
        scale(relevance);
        scale(novelty);
        double[] values = new double[relevance.length];
        double weight = MAX_NOVELTY * adventure;
        for (int i = 0; i < values.length; i++) {
            values[i] = (1 - weight) * relevance[i] + weight * novelty[i];
        }
        return values;
    }

    /** How few have a song: the fewer, the greater. */
    static double novelty(ScoredSong song, SongStats songs) {
        return -StrictMath.log(Math.max(1, songs.listeners(song.songId()))) / StrictMath.log(2);
    }

    private static void scale(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double range = most > least ? most - least : 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - least) / range;
        }
    }

    private static void require(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new OutOfRangeException(name, value, "0 to 1");
        }
    }
}
