package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    // The stored embedding was solved last, so its reasons are those of the same solve.
    @Test
    void solution_ofTrainedAndFoldedIn_explainsTheScores() {
        FactorRecommender recommender = learnedFrom(checkerboard);
        UserHistory trained = checkerboard.history(3);
        for (UserHistory history : List.of(trained, new UserHistory(77, trained.songIds(), trained.values()))) {
            UserEmbedding embedding = recommender.embed(history).orElseThrow();
            FoldInResult solution = recommender.solution(embedding, history);
            for (ScoredSong song : recommender.top(embedding.values(), 10, id -> !history.isKnown(id))) {
                assertThat(solution.explain(song.songId(), 3).total()).isCloseTo(song.score(), within(1e-4f));
            }
        }
    }
}
