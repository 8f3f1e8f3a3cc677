package org.segue.ranking;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
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
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;
import org.segue.model.Neighbors;
import org.segue.model.Recency;

/** The best 20 songs for one user after the other, with embeddings of d = 64, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RankingBenchmark {

    private static final int N = 20;
    private static final int DIMENSION = 64;
    private static final int SONGS_PER_USER = 4;
    private static final int EXCLUDED_SONGS = 50;
    private static final int EXCLUDED_ARTISTS = 10;

    /** Songs in the catalogue. */
    @Param({"50000", "1000000"})
    public int songs;

    private List<UserHistory> users = List.of();
    private float[][] embeddings = new float[0][];

    @SuppressWarnings("NullAway.Init") // by train
    private FactorRecommender recommender;

    private NormalizedEmbeddings units = NormalizedEmbeddings.NONE;
    private SongStats table = SongStats.EMPTY;
    private Set<Integer> excludedSongs = Set.of();
    private Set<Integer> excludedArtists = Set.of();
    private int next;

    /** Trains the model and solves the users; excludes what would be recommended most often. */
    @Setup(Level.Trial)
    public void train() throws IOException {
        int taste = SyntheticListening.TASTES;
        TrainedListening listening =
                TrainedListening.of(songs, Math.max(4, songs / SONGS_PER_USER / taste) * taste, DIMENSION);
        users = listening.users();
        table = listening.songs();
        recommender = new FactorRecommender(listening.model().with(Recency.NONE, Neighbors.NONE));
        units = new NormalizedEmbeddings(listening.model());
        embeddings = users.stream()
                .map(user -> recommender.embed(user).orElseThrow().values())
                .toArray(float[][]::new);
        exclude(recommender.recommend(users.get(0), Selection.unheard(EXCLUDED_SONGS)));
    }

    private void exclude(List<ScoredSong> best) {
        excludedSongs = new HashSet<>();
        excludedArtists = new HashSet<>();
        for (ScoredSong song : best) {
            excludedSongs.add(song.songId());
            if (excludedArtists.size() < EXCLUDED_ARTISTS) {
                excludedArtists.add(table.artistOf(song.songId()));
            }
        }
    }

    /** Songs that the user has not heard. */
    @Benchmark
    public List<ScoredSong> plain() {
        return recommend(table::isHeard, 0, DiversityReranker.NONE);
    }

    /** Without 50 songs and 10 artists, at most one song of an artist. */
    @Benchmark
    public List<ScoredSong> filtered() {
        return recommend(
                songId -> table.isHeard(songId)
                        && !excludedSongs.contains(songId)
                        && !excludedArtists.contains(table.artistOf(songId)),
                1,
                DiversityReranker.NONE);
    }

    /** As unlike each other as half of the weight can make them. */
    @Benchmark
    public List<ScoredSong> diverse() {
        return recommend(table::isHeard, 0, new DiversityReranker(0.5, 0));
    }

    private List<ScoredSong> recommend(IntPredicate allowed, int maxPerArtist, DiversityReranker variety) {
        int user = next;
        next = (next + 1) % users.size();
        Selection selection = new Selection(N, true, allowed);
        List<ScoredSong> pool = ArtistCap.take(
                (n, open) -> recommender.top(
                        embeddings[user], n, songId -> selection.admits(songId, users.get(user)) && open.test(songId)),
                variety.pool(N),
                maxPerArtist,
                table);
        return variety.choose(pool, N, table, units);
    }
}
