package org.segue.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.segue.benchmark.SyntheticListening;
import org.segue.benchmark.TrainedListening;
import org.segue.interactions.Bans;
import org.segue.interactions.Preferences;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Neighbors;
import org.segue.model.Recency;

/** A fold-in, and a fold-in with the best 20 songs, with and without time and neighbors, d = 64, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TimedRankingBenchmark {

    private static final int N = 20;
    private static final int DIMENSION = 64;
    private static final int SONGS_PER_USER = 4;
    private static final int MAX_SHORT = 1000;
    private static final long NOW = 1_700_000_000;

    /** All songs heard within six half-lives of the embedding: none is left out, most neighbors count. */
    private static final long SPAN = 6 * 3600;

    /** Songs in the catalog. */
    @Param({"5000", "50000", "1000000"})
    public int songs;

    /** Different songs that somebody has heard, two fifths of the catalog at most. */
    @Param({"50", "500", "50000"})
    public int heard;

    /** Whether songs age and have neighbors. */
    @Param({"false", "true"})
    public boolean timed;

    private List<UserHistory> users = List.of();

    @SuppressWarnings("NullAway.Init") // by train
    private FactorRecommender recommender;

    private int next;

    /** Trains the model, and has further users listen. */
    @Setup(Level.Trial)
    public void train() throws IOException {
        int tastes = SyntheticListening.TASTES;
        FactorModel model = TrainedListening.of(songs, Math.max(4, songs / SONGS_PER_USER / tastes) * tastes, DIMENSION)
                .model();
        recommender = new FactorRecommender(timed ? model : model.with(Recency.NONE, Neighbors.NONE));
        int distinct = Math.min(heard, 2 * songs / 5);
        users = new ArrayList<>();
        for (int[] played : SyntheticListening.further(
                songs, TrainedListening.SEED, distinct > MAX_SHORT ? 4 : tastes / 2, distinct)) {
            users.add(history(played));
        }
    }

    private static UserHistory history(int[] played) {
        TreeMap<Integer, Long> last = new TreeMap<>();
        for (int k = 0; k < played.length; k++) {
            last.put(played[k], NOW - SPAN * (played.length - 1 - k) / played.length);
        }
        float[] plays = new float[last.size()];
        Arrays.fill(plays, 1);
        return new UserHistory(
                0,
                last.keySet().stream().mapToInt(Integer::intValue).toArray(),
                plays,
                last.values().stream().mapToLong(Long::longValue).toArray(),
                Preferences.NONE,
                Bans.NONE);
    }

    /** Solves the embedding, and adds up what neighbors add. */
    @Benchmark
    public Object foldIn() {
        return recommender.embed(nextUser());
    }

    /** The same, and the best songs that the user has not heard. */
    @Benchmark
    public List<ScoredSong> foldInAndTop() {
        return recommender.recommend(nextUser(), Selection.unheard(N));
    }

    // A copy: the solve of a long history that was seen before would be remembered.
    private UserHistory nextUser() {
        UserHistory user = users.get(next);
        next = (next + 1) % users.size();
        return user.withSeeds(Map.of());
    }
}
