package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Neighbors;
import org.segue.model.Recency;
import org.segue.model.Recency.Moment;
import org.segue.ranking.linalg.Vectors;
import org.segue.testsupport.FactorModels;

/** Rankings with time and neighbors of many kinds of models and histories: each is that of a full sort, and its reasons add up. */
class RankingSweepTest {

    private static final int D = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void recommend_ofRandomCases_isTheTopOfAFullSort_andReasonsAddUp(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            int songs = 1 + random.nextInt(random.nextInt(4) == 0 ? 6000 : 700);
            FactorModel model = model(songs, random);
            UserHistory history =
                    TimedModels.history(songs, Math.min(songs / 2, 1 + random.nextInt(400)), seed + round);
            check(model, history, random);
        }
    }

    private static void check(FactorModel model, UserHistory history, Random random) {
        FactorRecommender recommender = new FactorRecommender(model);
        Timing timing = recommender.timing(random.nextBoolean());
        UserEmbedding embedding = recommender.embed(history, timing).orElse(null);
        if (embedding == null) {
            return;
        }
        Set<Integer> banned = new TreeSet<>();
        for (int k = random.nextInt(50); k > 0; k--) {
            banned.add(10 * (1 + random.nextInt(model.songs())));
        }
        boolean excludesHeard = random.nextInt(3) > 0;
        IntPredicate eligible = songId -> !banned.contains(songId) && !(excludesHeard && history.contains(songId));
        List<ScoredSong> sorted = sorted(model, embedding, eligible);
        int n = 1 + random.nextInt(60);

        List<ScoredSong> top = recommender.top(embedding, n, eligible);

        assertThat(top).isEqualTo(sorted.subList(0, Math.min(n, sorted.size())));
        requireSameVariety(recommender, embedding, eligible, sorted, n);
        for (Explanation explanation : recommender.explain(embedding, history, top, history.size())) {
            float score = top.stream()
                    .filter(song -> song.songId() == explanation.songId())
                    .findFirst()
                    .orElseThrow()
                    .score();
            double sum = explanation.strongest().stream()
                    .mapToDouble(Explanation.Contribution::value)
                    .sum();
            assertThat(sum).isCloseTo(score, within(1e-4 * Math.max(1, Math.abs(score))));
        }
    }

    // The same songs are chosen from the pool that the search finds as from that of the full sort.
    private static void requireSameVariety(
            FactorRecommender recommender,
            UserEmbedding embedding,
            IntPredicate eligible,
            List<ScoredSong> sorted,
            int n) {
        FactorModel model = recommender.model();
        int[] artists = new int[10 * model.songs() + 1];
        Arrays.setAll(artists, songId -> 1 + songId / 70);
        SongStats stats = new SongStats(artists, artists);
        DiversityReranker variety = new DiversityReranker(0.6, 0);
        NormalizedEmbeddings units = new NormalizedEmbeddings(model);
        List<ScoredSong> found = ArtistCap.take(
                (count, open) -> recommender.top(embedding, count, eligible.and(open)), variety.pool(n), 3, stats);
        List<ScoredSong> expected = ArtistCap.take(
                (count, open) -> sorted.stream()
                        .filter(song -> open.test(song.songId()))
                        .limit(count)
                        .toList(),
                variety.pool(n),
                3,
                stats);
        assertThat(variety.choose(found, n, stats, units)).isEqualTo(variety.choose(expected, n, stats, units));
    }

    private static List<ScoredSong> sorted(FactorModel model, UserEmbedding embedding, IntPredicate eligible) {
        List<ScoredSong> scored = new ArrayList<>();
        for (int row = 0; row < model.songs(); row++) {
            float product = Vectors.orderedDot(embedding.values(), model.songFactors(), row * D);
            if (eligible.test(model.songIds()[row])) {
                scored.add(new ScoredSong(
                        model.songIds()[row], product + embedding.neighbors().of(row)));
            }
        }
        scored.sort(Comparator.comparingDouble(ScoredSong::score).reversed().thenComparingInt(ScoredSong::songId));
        return scored;
    }

    // Songs of very different lengths, or of few different embeddings and neighbors, so that many scores are equal.
    private static FactorModel model(int songs, Random random) {
        boolean isCoarse = random.nextInt(3) == 0;
        double spread = random.nextInt(3);
        float[] factors = new float[songs * D];
        for (int song = 0; song < songs; song++) {
            double length = Math.exp(spread * random.nextGaussian());
            for (int k = 0; k < D; k++) {
                factors[song * D + k] = isCoarse ? random.nextInt(3) - 1 : (float) (length * random.nextGaussian());
            }
        }
        double[] weights = {0, 1e-5, 0.01, 1, 100};
        double weight = weights[random.nextInt(weights.length)];
        double halfLife = random.nextInt(3) == 0 ? 0 : 3600;
        Recency recency = new Recency(
                halfLife,
                new Moment(halfLife / (1 + random.nextInt(4)), weight, 1),
                new Moment(halfLife, weight / 2, 0),
                0.1,
                true);
        return FactorModels.ofSongs(FactorModels.implicit(D), factors)
                .with(recency, neighbors(songs, isCoarse, random));
    }

    private static Neighbors neighbors(int songs, boolean isCoarse, Random random) {
        int most = Math.min(songs - 1, 1 + random.nextInt(Neighbors.MAX));
        int[] start = new int[songs + 1];
        int[] rows = new int[songs * most];
        float[] similarities = new float[rows.length];
        for (int song = 0; song < songs; song++) {
            Set<Integer> chosen = new TreeSet<>();
            while (chosen.size() < most) {
                int other = random.nextInt(songs);
                if (other != song) {
                    chosen.add(other);
                }
            }
            start[song + 1] = start[song];
            for (int other : chosen) {
                similarities[start[song + 1]] = isCoarse ? random.nextInt(3) / 2f : random.nextFloat();
                rows[start[song + 1]++] = other;
            }
        }
        return new Neighbors(start, rows, similarities, similarities);
    }
}
