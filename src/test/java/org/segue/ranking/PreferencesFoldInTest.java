package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.segue.interactions.Bans;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.interactions.Preferences;
import org.segue.interactions.Preferences.Preference;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.Objective;
import org.segue.testsupport.FactorModels;

class PreferencesFoldInTest {

    private static final Hyperparameters SETTINGS =
            FactorModels.settings(Objective.IMPLICIT, 6, 0.01, 0.05, ConfidenceWeighting.LOG);

    private final FactorModel model = FactorModels.random(SETTINGS, 200, 4);
    private final FoldIn foldIn = new FoldIn(model);

    @Test
    void solve_loves_countLikeSoManySongsHeard() {
        UserHistory loves = history(Map.of(30, Preferences.LOVE));
        float before = score(history(Map.of()), 30);

        assertThat(score(loves, 30)).isGreaterThan(before).isLessThan(1.001f);
        assertThat(foldIn.solve(history(Map.of(20, 1f))).embedding())
                .isEqualTo(foldIn.solve(history(Map.of())).embedding());
    }

    @Test
    void solve_dislikes_pullTheSongToZero() {
        int best = 10;
        for (int songId : history(Map.of()).songIds()) {
            best = score(history(Map.of()), songId) > score(history(Map.of()), best) ? songId : best;
        }
        float before = score(history(Map.of()), best);

        assertThat(before).isGreaterThan(0.3f);
        assertThat(Math.abs(score(history(Map.of(best, Preferences.DISLIKE)), best)))
                .isLessThan(before / 2);
        assertThat(score(history(Map.of(best, 1000 * Preferences.DISLIKE)), best))
                .isCloseTo(0, within(0.01f));
    }

    @Test
    void contributions_withEveryKindOfPreference_sumToEveryScore() {
        FoldInResult solution = foldIn.solve(history(Map.of(
                20,
                Preferences.DISLIKE,
                40,
                Preferences.LOVE,
                55,
                9f,
                70,
                Preferences.LOVE,
                1990,
                Preferences.DISLIKE)));
        assertThat(solution.songs()).isEqualTo(6);
        for (Explanation explanation : solution.explain(model.songIds(), 6)) {
            assertThat(explanation.strongest().stream()
                            .mapToDouble(Explanation.Contribution::value)
                            .sum())
                    .isCloseTo(score(solution, explanation.songId()), within(1e-4));
        }
    }

    @Test
    void explanation_dislikedSongs_areNoReasons() {
        FoldInResult solution = foldIn.solve(history(Map.of(20, Preferences.DISLIKE, 1990, Preferences.DISLIKE)));

        assertThat(solution.explain(new int[] {100}, 50).get(0).strongest())
                .extracting(Explanation.Contribution::songId)
                .containsExactlyInAnyOrder(10, 500);
    }

    @ParameterizedTest
    @EnumSource(Objective.class)
    void solve_dislikesAlone_sayNothing(Objective objective) {
        FactorModel some =
                FactorModels.random(FactorModels.settings(objective, 6, 0.01, 0.05, ConfidenceWeighting.NONE), 50, 4);
        UserHistory history = new UserHistory(
                0, new int[0], new float[0], new long[0], preferences(Map.of(20, Preferences.DISLIKE)), Bans.NONE);

        assertThat(new FactorRecommender(some).embed(history)).isEmpty();
    }

    @Test
    void solve_explicitLove_hasTheHighestRating() {
        FactorModel rated = FactorModels.random(
                FactorModels.settings(Objective.EXPLICIT, 6, 0.01, 0, ConfidenceWeighting.NONE), 50, 4);
        FoldInTerms known =
                FoldInTerms.of(history(Map.of(20, Preferences.LOVE, 30, Preferences.DISLIKE, 40, 2f)), rated);

        assertThat(IntStream.range(0, known.size()).map(known::songId)).containsExactly(10, 20, 30, 40, 500);
        assertThat(known.weights()).containsExactly(1, 5, 5, 2, 1);
        assertThat(IntStream.range(0, known.size()).mapToDouble(known::pull))
                .containsExactly(3.0, 25.0, 0.0, 10.0, 5.0);
    }

    // Values as ratings: 3, 4 and 5; as plays the logarithms count.
    private static UserHistory history(Map<Integer, Float> weights) {
        return new UserHistory(
                0, new int[] {10, 20, 500}, new float[] {3, 4, 5}, new long[0], preferences(weights), Bans.NONE);
    }

    private static Preferences preferences(Map<Integer, Float> weights) {
        Map<Integer, Preference> bySong = new TreeMap<>();
        weights.forEach((songId, weight) -> bySong.put(songId, new Preference(weight, true)));
        return Preferences.of(bySong);
    }

    private float score(UserHistory history, int songId) {
        return (float) score(foldIn.solve(history), songId);
    }

    private double score(FoldInResult solution, int songId) {
        double sum = 0;
        int row = model.songIndexOf(songId) * model.dimension();
        for (int k = 0; k < model.dimension(); k++) {
            sum += (double) solution.embedding()[k] * model.songFactors()[row + k];
        }
        return sum;
    }
}
