package org.segue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.interactions.UserHistory;
import org.segue.ranking.ItemCosineRecommender;
import org.segue.ranking.PopularityRecommender;
import org.segue.ranking.Recommender;
import org.segue.ranking.ScoredSong;
import org.segue.testsupport.RandomInteractions;

class EvaluatorTest {

    private final HoldOut holdOut = HoldOut.random(RandomInteractions.of(80, 150, 1500, 1), 42);
    private final Evaluator evaluator = new Evaluator(holdOut, 42);

    @Test
    void evaluate_recommenderThatKnowsTheAnswer_isPerfect() {
        EvaluationReport report = evaluator.evaluate(clairvoyant());

        assertThat(report.users()).isEqualTo(holdOut.tests().size());
        assertThat(report.ndcgAt10()).isEqualTo(new Estimate(1, 1, 1));
        assertThat(report.recallAt10()).isEqualTo(new Estimate(1, 1, 1));
    }

    @Test
    void evaluate_recommenderThatSaysNothing_isZero() {
        EvaluationReport report = evaluator.evaluate((history, selection) -> List.of());

        assertThat(report.ndcgAt10().mean()).isZero();
        assertThat(report.recallAt10().mean()).isZero();
        assertThat(report.coverage()).isZero();
    }

    @Test
    void evaluate_sameTenSongsForEveryone_coversTen() {
        List<ScoredSong> ten = Arrays.stream(holdOut.training().songIds(), 0, 10)
                .mapToObj(songId -> new ScoredSong(songId, 1))
                .toList();

        EvaluationReport report = evaluator.evaluate((history, selection) -> ten);

        assertThat(report.coverage()).isCloseTo(10.0 / holdOut.training().songs(), within(1e-12));
    }

    /** Shares of the four training users: song 1 all of them (0 bits), song 2 two (1 bit), song 3 one (2 bits). */
    @Test
    void evaluate_novelty_isTheMeanOfBitsWorkedOutByHand() {
        InteractionMatrix training = new InteractionMatrixBuilder()
                .add(1, 1, 1)
                .add(2, 1, 1)
                .add(3, 1, 1)
                .add(4, 1, 1)
                .add(3, 2, 1)
                .add(4, 2, 1)
                .add(4, 3, 1)
                .build();
        List<UserHistory> tests = IntStream.rangeClosed(1, 3)
                .mapToObj(user -> new UserHistory(user, new int[] {3}, new float[] {1}))
                .toList();
        Map<Integer, List<ScoredSong>> answers = Map.of(
                1, List.of(new ScoredSong(1, 3), new ScoredSong(2, 2), new ScoredSong(3, 1)),
                2, List.of(new ScoredSong(3, 1)),
                3, List.of());

        Estimate novelty = new Evaluator(new HoldOut(training, tests, 0, HoldOut.Order.RANDOM), 1)
                .evaluate((history, selection) -> answers.getOrDefault(history.userId(), List.of()))
                .novelty();

        // (0 + 1 + 2) / 3 and 2; the user without an answer does not count.
        assertThat(novelty.mean()).isCloseTo(1.5, within(1e-12));
        assertThat(novelty.low()).isCloseTo(1, within(1e-12));
        assertThat(novelty.high()).isCloseTo(2, within(1e-12));
    }

    @Test
    void evaluate_recommenders_areAskedForUnheardSongsOnTrainingHistories() {
        Set<Integer> asked = ConcurrentHashMap.newKeySet();
        InteractionMatrix training = holdOut.training();
        evaluator.evaluate((history, selection) -> {
            assertThat(selection.n()).isEqualTo(10);
            assertThat(selection.excludeHeard()).isTrue();
            assertThat(history.fingerprint())
                    .isEqualTo(training.history(training.userIndexOf(history.userId()))
                            .fingerprint());
            asked.add(history.userId());
            return List.of();
        });

        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(
                        holdOut.tests().stream().map(UserHistory::userId).toList());
    }

    @Test
    void evaluate_twice_givesTheSameReport() {
        Recommender recommender = PopularityRecommender.of(holdOut.training());

        assertThat(evaluator.evaluate(recommender)).isEqualTo(evaluator.evaluate(recommender));
    }

    @Test
    void evaluate_moreUsersThanWanted_measuresASeededChoice() {
        Evaluator ofThirty = new Evaluator(holdOut, 30, 42);
        UserScores all = evaluator.score(new ItemCosineRecommender(holdOut.training()));
        UserScores chosen = ofThirty.score(new ItemCosineRecommender(holdOut.training()));
        UserScores again = new Evaluator(holdOut, 30, 42).score(new ItemCosineRecommender(holdOut.training()));
        UserScores otherwise = new Evaluator(holdOut, 30, 43).score(new ItemCosineRecommender(holdOut.training()));

        assertThat(ofThirty.users()).isEqualTo(30);
        assertThat(Arrays.stream(chosen.ndcgAt10()).boxed().toList())
                .isSubsetOf(Arrays.stream(all.ndcgAt10()).boxed().toList());
        assertThat(again.ndcgAt10()).isEqualTo(chosen.ndcgAt10());
        assertThat(otherwise.ndcgAt10()).isNotEqualTo(chosen.ndcgAt10());
    }

    @Test
    void compare_model_isReportedBesideBothBaselines() {
        EvaluationReport.Comparison comparison = evaluator.compare(clairvoyant());

        assertThat(comparison.model()).isEqualTo(evaluator.evaluate(clairvoyant()));
        assertThat(comparison.popularity()).isEqualTo(evaluator.evaluate(PopularityRecommender.of(holdOut.training())));
        assertThat(comparison.itemCosine())
                .isEqualTo(evaluator.evaluate(new ItemCosineRecommender(holdOut.training())));
    }

    @Test
    void ndcgGainOver_pairs_isTheMeanOfTheDifferences() {
        UserScores one = new UserScores(new double[] {0.5, 0.7, 0.9}, new double[3], 0, new double[3]);
        UserScores other = new UserScores(new double[] {0.4, 0.6, 0.8}, new double[3], 0, new double[3]);
        Estimate gain = one.ndcgGainOver(other, 1);

        assertThat(gain.mean()).isCloseTo(0.1, within(1e-12));
        assertThat(gain.low()).isCloseTo(0.1, within(1e-12));
        assertThatThrownBy(() -> one.ndcgGainOver(new UserScores(new double[2], new double[2], 0, new double[2]), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void evaluate_emptySplit_isZero() {
        HoldOut empty = HoldOut.random(RandomInteractions.of(1, 1, 0, 1), 1);

        assertThat(new Evaluator(empty, 1).evaluate(clairvoyant()).users()).isZero();
    }

    private Recommender clairvoyant() {
        Map<Integer, int[]> answers =
                holdOut.tests().stream().collect(Collectors.toMap(UserHistory::userId, UserHistory::songIds));
        return (history, selection) -> Arrays.stream(answers.getOrDefault(history.userId(), new int[0]))
                .limit(selection.n())
                .mapToObj(songId -> new ScoredSong(songId, 1))
                .toList();
    }
}
