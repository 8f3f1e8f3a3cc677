package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.ranking.linalg.Vectors;

class NeighborTopTest {

    @ParameterizedTest
    @CsvSource({
        "2000, 50, 0.001, 1",
        "2000, 50, 0.1, 2",
        "2000, 50, 10, 3",
        "2000, 500, 0.1, 4",
        "500, 300, 1, 5",
        "30, 20, 1, 6",
        "2000, 1, 1, 7",
        "3000, 3, 0.00001, 8"
    })
    void top_ofFactorsAndNeighbors_isTheTopOfAFullSort(int songs, int heard, double weight, long seed) {
        FactorModel model = TimedModels.random(songs, weight, seed);
        UserHistory history = TimedModels.history(songs, heard, seed);
        FactorRecommender recommender = new FactorRecommender(model);

        for (boolean isFresh : new boolean[] {false, true}) {
            Timing timing = recommender.timing(isFresh);
            UserEmbedding embedding = recommender.embed(history, timing).orElseThrow();
            List<ScoredSong> sorted = sorted(model, history, embedding);
            for (int n : new int[] {1, 10, 20, songs}) {
                assertThat(recommender.top(embedding, n, songId -> !history.contains(songId)))
                        .isEqualTo(sorted.subList(0, Math.min(n, sorted.size())));
            }
        }
    }

    private static List<ScoredSong> sorted(FactorModel model, UserHistory history, UserEmbedding embedding) {
        List<ScoredSong> scored = new ArrayList<>();
        for (int row = 0; row < model.songs(); row++) {
            if (!history.contains(model.songIds()[row])) {
                float product = Vectors.orderedDot(embedding.values(), model.songFactors(), row * model.dimension());
                scored.add(new ScoredSong(
                        model.songIds()[row], product + embedding.neighbors().of(row)));
            }
        }
        scored.sort(Comparator.comparingDouble((ScoredSong song) -> song.score())
                .reversed()
                .thenComparingInt(ScoredSong::songId));
        return scored;
    }

    @ParameterizedTest
    @CsvSource({"200, 50, 1", "200, 150, 2", "2000, 400, 3"})
    void explain_withNeighbors_addsUpToTheScores(int songs, int heard, long seed) {
        FactorModel model = TimedModels.random(songs, 0.2, seed);
        UserHistory history = TimedModels.history(songs, heard, seed);
        FactorRecommender recommender = new FactorRecommender(model);
        Timing timing = recommender.timing(false);
        UserEmbedding embedding = recommender.embed(history, timing).orElseThrow();
        List<ScoredSong> top = recommender.top(embedding, 80, songId -> !history.contains(songId));
        List<Explanation> explanations = recommender.explain(embedding, history, top, heard);

        for (int i = 0; i < top.size(); i++) {
            Explanation explanation = explanations.get(i);
            double sum = 0;
            double neighbors = 0;
            for (Explanation.Contribution reason : explanation.strongest()) {
                sum += reason.value();
                neighbors += reason.neighbor();
            }
            assertThat(explanation.strongest())
                    .extracting(Explanation.Contribution::songId)
                    .doesNotHaveDuplicates();
            assertThat((double) explanation.total()).isCloseTo(top.get(i).score(), within(1e-4));
            assertThat(sum).isCloseTo(top.get(i).score(), within(1e-4));
            assertThat(neighbors)
                    .isCloseTo(embedding.neighbors().of(model.songIndexOf(explanation.songId())), within(1e-4));
        }
        assertThat(explanations)
                .anySatisfy(explanation -> assertThat(explanation.strongest())
                        .anySatisfy(reason -> assertThat(reason.neighbor()).isPositive()));
    }
}
