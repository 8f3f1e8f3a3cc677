package org.segue.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Neighbors;
import org.segue.model.Recency;

/** Somebody with 50 songs whom the model has not seen: the embedding, and the reasons for 20 songs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FoldInBenchmark {

    private static final int KNOWN_SONGS = 50;
    private static final int EXPLAINED_SONGS = 20;
    private static final int REASONS = 3;
    private static final int SONGS = 5000;
    private static final int USERS = 12 * SyntheticListening.TASTES;

    /** Length of an embedding. */
    @Param({"64", "256"})
    public int dimension;

    private List<UserHistory> users = List.of();
    private List<int[]> explained = List.of();
    private List<FoldInResult> solutions = List.of();

    @SuppressWarnings("NullAway.Init") // by train
    private FoldIn foldIn;

    private int next;

    /** Trains the model, takes 50 songs each of users who have more, and ranks for them. */
    @Setup(Level.Trial)
    public void train() throws IOException {
        TrainedListening listening = TrainedListening.of(SONGS, USERS, dimension);
        FactorModel plain = listening.model().with(Recency.NONE, Neighbors.NONE);
        foldIn = new FoldIn(plain);
        users = listening.users().stream()
                .filter(user -> user.size() >= KNOWN_SONGS)
                .map(FoldInBenchmark::shortened)
                .toList();
        FactorRecommender recommender = new FactorRecommender(plain);
        solutions = users.stream().map(foldIn::solve).toList();
        explained = new ArrayList<>();
        for (UserHistory user : users) {
            explained.add(recommender.recommend(user, Selection.unheard(EXPLAINED_SONGS)).stream()
                    .mapToInt(ScoredSong::songId)
                    .toArray());
        }
    }

    private static UserHistory shortened(UserHistory user) {
        return new UserHistory(
                user.userId(), Arrays.copyOf(user.songIds(), KNOWN_SONGS), Arrays.copyOf(user.values(), KNOWN_SONGS));
    }

    /** Solves one user. */
    @Benchmark
    public float[] embedding() {
        return foldIn.solve(users.get(nextUser())).embedding();
    }

    /** Explains the 20 best songs of a user who is solved. */
    @Benchmark
    public List<Explanation> reasons() {
        int user = nextUser();
        return solutions.get(user).explain(explained.get(user), REASONS);
    }

    private int nextUser() {
        int user = next;
        next = (next + 1) % users.size();
        return user;
    }
}
