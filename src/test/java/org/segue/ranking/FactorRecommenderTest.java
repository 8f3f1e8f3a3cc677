package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.testsupport.AlternatingLeastSquares;
import org.segue.testsupport.FactorModels;

class FactorRecommenderTest extends RecommenderContract {

    @Override
    FactorRecommender learnedFrom(InteractionMatrix interactions) {
        return new FactorRecommender(AlternatingLeastSquares.fit(interactions, FactorModels.implicit(8), 5));
    }

    @Override
    boolean answersWithoutHistory() {
        return false;
    }

    @Test
    void recommend_checkerboard_isTheWithheldSong() {
        assertThat(firstSongs()).isEqualTo(withheldSongs());
    }

    @Test
    void embed_historyOfTheTraining_isTheStoredEmbedding() {
        FactorRecommender recommender = learnedFrom(checkerboard);
        UserEmbedding embedding = recommender.embed(checkerboard.history(3)).orElseThrow();

        assertThat(embedding.strategy()).isEqualTo(Strategy.TRAINED);
        assertThat(embedding.solution()).isNull();
        assertThat(embedding.values())
                .isEqualTo(Arrays.copyOfRange(recommender.model().userFactors(), 3 * 8, 4 * 8));
    }

    @Test
    void embed_historyThatHasGrown_isFoldedIn() {
        FactorRecommender recommender = learnedFrom(checkerboard);
        UserHistory trained = checkerboard.history(3);
        int[] songIds = IntStream.concat(Arrays.stream(trained.songIds()), IntStream.of(4))
                .sorted()
                .toArray();
        float[] ones = new float[songIds.length];
        Arrays.fill(ones, 1);
        UserEmbedding embedding =
                recommender.embed(new UserHistory(4, songIds, ones)).orElseThrow();

        assertThat(embedding.strategy()).isEqualTo(Strategy.FOLDED_IN);
        assertThat(embedding.solution()).isNotNull();
        assertThat(embedding.values())
                .isNotEqualTo(recommender.embed(trained).orElseThrow().values());
    }

    @Test
    void embed_songsUnknownOrNone_isEmpty() {
        FactorRecommender recommender = learnedFrom(checkerboard);

        assertThat(recommender.embed(new UserHistory(4, new int[0], new float[0])))
                .isEmpty();
        assertThat(recommender.embed(new UserHistory(4, new int[] {999}, new float[] {1})))
                .isEmpty();
    }

    @Test
    void recommend_songsOfLengthZero_saysNothing() {
        FactorModel model = FactorModels.ofSongs(FactorModels.implicit(2), new float[8]);

        assertThat(new FactorRecommender(model)
                        .recommend(new UserHistory(1, new int[] {10}, new float[] {1}), Selection.unheard(2)))
                .isEmpty();
    }

    @Test
    void recommend_equalEmbeddings_comeByKey() {
        FactorModel model =
                FactorModels.ofSongs(FactorModels.implicit(2), new float[] {1, 0, 1, 0, 2, 0, 1, 0, 0, 1, 1, 0});

        assertThat(new FactorRecommender(model)
                        .recommend(new UserHistory(1, new int[] {20}, new float[] {1}), Selection.unheard(9)))
                .extracting(ScoredSong::songId)
                .containsExactly(30, 10, 40, 60, 50);
    }

    @Test
    void cost_ofALongHistory_isThatOfTheSolveUntilItIsSolved() {
        FactorModel model = FactorModels.random(FactorModels.implicit(8), 2_000, 1);
        FactorRecommender recommender = new FactorRecommender(model);
        float[] plays = new float[1_500];
        Arrays.fill(plays, 1);
        UserHistory history = new UserHistory(
                77, IntStream.rangeClosed(1, 1_500).map(i -> 10 * i).toArray(), plays);

        assertThat(recommender.cost(history, 0)).isEqualTo(1_500 * 32 + 8 * 8 * 8 / 6);
        assertThat(recommender.cost(history, 2)).isEqualTo(1_500 * 32 + 8 * 8 * 8 / 6 + 2 * (64 + 1_500 * 8));
        FoldInResult solved = recommender.embed(history).orElseThrow().solution();
        assertThat(recommender.cost(history, 0)).isZero();
        assertThat(recommender.embed(history).orElseThrow().solution()).isSameAs(solved);
    }

    @Test
    void explain_aLongHistory_allocatesLittle() {
        FactorRecommender recommender =
                new FactorRecommender(FactorModels.random(FactorModels.implicit(128), 51_000, 1));
        float[] plays = new float[50_000];
        Arrays.fill(plays, 1);
        UserHistory history = new UserHistory(
                77, IntStream.rangeClosed(1, 50_000).map(i -> 10 * i).toArray(), plays);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        UserEmbedding embedding = recommender.embed(history).orElseThrow();
        List<ScoredSong> songs = recommender.top(embedding.values(), 500, id -> !history.isKnown(id));
        assertThat(recommender.explain(embedding, history, songs, 3)).hasSize(500);

        // The answer is not counted: each of its songs takes some 300 bytes with three reasons.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before - songs.size() * 300L)
                .isLessThan(2_000_000);
    }

    // The stored embedding was solved last, so its reasons are those of the same solve.
    @Test
    void explain_ofTrainedAndFoldedIn_explainsTheScores() {
        FactorRecommender recommender = learnedFrom(checkerboard);
        UserHistory trained = checkerboard.history(3);
        for (UserHistory history : List.of(trained, new UserHistory(77, trained.songIds(), trained.values()))) {
            UserEmbedding embedding = recommender.embed(history).orElseThrow();
            List<ScoredSong> songs = recommender.top(embedding.values(), 10, id -> !history.isKnown(id));
            List<Explanation> explanations = recommender.explain(embedding, history, songs, 3);
            assertThat(explanations).hasSameSizeAs(songs);
            for (int i = 0; i < songs.size(); i++) {
                assertThat(explanations.get(i).songId()).isEqualTo(songs.get(i).songId());
                assertThat(explanations.get(i).total()).isCloseTo(songs.get(i).score(), within(1e-4f));
            }
        }
    }
}
