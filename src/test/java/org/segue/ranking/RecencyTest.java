package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.segue.interactions.Bans;
import org.segue.interactions.Preferences;
import org.segue.interactions.Preferences.Preference;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Neighbors;
import org.segue.model.Recency;
import org.segue.model.Recency.Moment;
import org.segue.testsupport.FactorModels;

/** Weights and sums by hand: songs 10, 20, 30 and 40 age in an hour, their neighbors in half of one. */
class RecencyTest {

    private static final long NOW = TimedModels.NOW;
    private static final int HOUR = 3600;

    private final Recency recency =
            new Recency(HOUR, new Moment(HOUR / 2.0, 2, 3), new Moment(HOUR, 0.5, 0), 0.1, true);

    // 10 → 30 (.5 in session, .25 fresh), 10 → 40 (.2, .1); 20 → 40 (.4, .3).
    private final Neighbors neighbors =
            new Neighbors(new int[] {0, 2, 3, 3, 3}, new int[] {2, 3, 3}, new float[] {0.5f, 0.2f, 0.4f}, new float[] {
                0.25f, 0.1f, 0.3f
            });

    private final FactorModel model = FactorModels.ofSongs(
                    FactorModels.implicit(2), new float[] {1, 0, 0, 1, 0.8f, 0.1f, 0.1f, 0.8f})
            .with(recency, neighbors);

    private final FactorRecommender recommender = new FactorRecommender(model);

    @Test
    void terms_ofDatedSongs_weighByAgeFromTheLatest() {
        FoldInTerms terms = terms(history(new int[] {10, 20, 30, 40}, NOW - 2 * HOUR, NOW, NOW - 11 * HOUR, 0));

        // 30 weighs 2^-11, less than a thousandth, and is left out; 40 has no time.
        assertThat(terms.rows()).containsExactly(0, 1, 3);
        assertThat(terms.weights()).containsExactly(0.25, 1, 0.1);
        assertThat(terms.moments()).containsExactly(0.0625, 1, 0.1);
    }

    @Test
    void terms_ofUndatedSongs_allWeighOne() {
        assertThat(terms(TimedModels.of(new int[] {10, 40}, new float[] {1, 1})).weights())
                .containsExactly(1, 1);
    }

    @Test
    void terms_ofTheLatestListenOfAnUnknownSong_ageFromTheLatestKnownOne() {
        assertThat(terms(history(new int[] {10, 20, 999}, NOW - HOUR, NOW - 2 * HOUR, NOW))
                        .weights())
                .containsExactly(1, 0.5);
    }

    @Test
    void terms_ofVerdicts_loveAgesAndDislikeDoesNot() {
        FoldInTerms terms = terms(history(
                Map.of(
                        10,
                        new Preference(Preferences.LOVE, true),
                        20,
                        new Preference(Preferences.DISLIKE, true),
                        30,
                        new Preference(2, true)),
                new int[] {10, 20, 40},
                NOW - HOUR,
                NOW - 50 * HOUR,
                NOW));

        // A love an hour old, a dislike, a love that was never heard, a song heard now.
        assertThat(terms.weights()).containsExactly(0.5 * Preferences.LOVE, -Preferences.DISLIKE, 0.2, 1);
        assertThat(terms.moments()).containsExactly(0.25, 0, 0.1, 1);
        FoldInTerms oldLove = terms(
                history(Map.of(10, new Preference(Preferences.LOVE, true)), new int[] {10, 40}, NOW - 50 * HOUR, NOW));
        assertThat(oldLove.weights()).containsExactly(0.1 * Preferences.LOVE, 1);
    }

    @Test
    void terms_ofSeeds_countForTheirNeighborsByTheirWeight() {
        UserHistory seeded = history(new int[] {20}, NOW).withSeeds(Map.of(10, 2f, 30, 1f));

        FoldInTerms terms = terms(seeded);

        assertThat(terms.moments()[0]).isEqualTo(2 * terms.moments()[2]);
        assertThat(terms.moments()[2]).isEqualTo(1);
    }

    @Test
    void terms_ofSeeds_doNotAge() {
        UserHistory seeded = history(new int[] {10, 20}, NOW - 50 * HOUR, NOW).withSeeds(Map.of(10, 1f, 30, 1f));

        FoldInTerms terms = terms(seeded);
        assertThat(terms.rows()).containsExactly(0, 1, 2);
        assertThat(terms.weights()).containsExactly(1 + Preferences.LOVE, 1, Preferences.LOVE);
        assertThat(terms.moments()).containsExactly(1, 1, 1);
    }

    @Test
    void neighborScores_areSumsOverSongsHeard() {
        UserHistory history = history(new int[] {10, 20}, NOW - HOUR, NOW);
        NeighborScores inSession = scores(history, recommender.timing(false));
        NeighborScores fresh = scores(history, recommender.timing(true));

        // In session β = 2 and song 10 is two half-lives old; fresh β = .5 and it is one old.
        assertThat(inSession.of(2)).isCloseTo(2 * 0.25f * 0.5f, within(1e-6f));
        assertThat(inSession.of(3)).isCloseTo(2 * (0.25f * 0.2f + 0.4f), within(1e-6f));
        assertThat(fresh.of(2)).isCloseTo(0.5f * 0.5f * 0.25f, within(1e-6f));
        assertThat(fresh.of(3)).isCloseTo(0.5f * (0.5f * 0.1f + 0.3f), within(1e-6f));
        assertThat(inSession.of(0)).isZero();
    }

    private NeighborScores scores(UserHistory history, Timing timing) {
        return new NeighborSums(model).of(FoldInTerms.of(history, model, timing), timing);
    }

    @Test
    void recommend_afterASessionOfAnotherKind_turnsTheList() {
        Selection unheard = Selection.unheard(1);
        UserHistory before = history(new int[] {10, 20}, NOW, NOW - 5 * HOUR);
        UserHistory after = history(new int[] {10, 20}, NOW, NOW + 5 * HOUR);

        assertThat(recommender.recommend(before, unheard))
                .extracting(ScoredSong::songId)
                .containsExactly(30);
        assertThat(recommender.recommend(after, unheard))
                .extracting(ScoredSong::songId)
                .containsExactly(40);
    }

    @Test
    void recommend_undatedHistoryWithoutNeighbors_isTheSameToTheLastDigit() {
        FactorModel plain = FactorModels.random(FactorModels.implicit(16), 500, 1);
        Recency noNeighbors = recency.withInSession(Moment.NONE).withFresh(Moment.NONE);
        FactorModel timed = plain.with(noNeighbors, Neighbors.NONE);
        for (int seed = 0; seed < 5; seed++) {
            UserHistory dated = TimedModels.history(500, 30, seed);
            UserHistory undated = new UserHistory(77, dated.songIds(), dated.values());

            assertThat(new FactorRecommender(timed).recommend(undated, Selection.unheard(50)))
                    .isEqualTo(new FactorRecommender(plain).recommend(undated, Selection.unheard(50)))
                    .isEqualTo(new FactorRecommender(plain).recommend(dated, Selection.unheard(50)));
        }
    }

    @Test
    void embed_trainedUser_isStoredForTheModelsHalfLifeAlone() {
        UserHistory history = history(new int[] {10, 20}, NOW - HOUR, NOW);
        FactorModel trained = new FactorModel(
                model.loss(),
                new int[] {77},
                new long[] {history.datedFingerprint()},
                new float[] {3, 4},
                model.songIds(),
                model.songFactors(),
                recency,
                neighbors);
        FactorRecommender stored = new FactorRecommender(trained);

        assertThat(stored.embed(history, stored.timing(true)).orElseThrow().values())
                .containsExactly(3, 4);
        assertThat(stored.embed(history, When.ALWAYS.timing(recency, history, NOW))
                        .orElseThrow()
                        .strategy())
                .isEqualTo(Strategy.FOLDED_IN);
        UserHistory later = history(new int[] {10, 20}, NOW - HOUR, NOW + 1);
        assertThat(stored.embed(later, stored.timing(true)).orElseThrow().strategy())
                .isEqualTo(Strategy.FOLDED_IN);
    }

    @Test
    void timing_ofEachWhen_isWhatWasAskedFor() {
        UserHistory playing = history(new int[] {10}, NOW - 60);
        UserHistory before = history(new int[] {10}, NOW - HOUR);

        assertThat(When.BY_MODEL.timing(recency, playing, NOW)).isEqualTo(Timing.of(recency, false));
        assertThat(When.BY_MODEL.timing(recency, before, NOW)).isEqualTo(Timing.of(recency, true));
        assertThat(When.NOW.timing(recency, before, NOW)).isEqualTo(Timing.of(recency, false));
        Timing lately = When.LATELY.timing(recency, playing, NOW);
        assertThat(lately.songs().halfLife()).isEqualTo(14 * 24 * HOUR);
        assertThat(lately.neighbors().halfLife()).isEqualTo(14 * 24 * HOUR);
        assertThat(When.ALWAYS.timing(recency, playing, NOW).songs().halfLife()).isInfinite();
        Timing ofSixHours = When.ofHalfLife("PT6H").orElseThrow().timing(recency, playing, NOW);
        assertThat(ofSixHours.songs().halfLife()).isEqualTo(6 * HOUR);
        assertThat(ofSixHours.neighbors().halfLife()).isEqualTo(HOUR / 2.0);
        assertThat(When.ofHalfLife("PT5M")
                        .orElseThrow()
                        .timing(recency, playing, NOW)
                        .neighbors()
                        .halfLife())
                .isEqualTo(300);
    }

    private FoldInTerms terms(UserHistory history) {
        return FoldInTerms.of(history, model);
    }

    private static UserHistory history(int[] songIds, long... times) {
        return history(Map.of(), songIds, times);
    }

    private static UserHistory history(Map<Integer, Preference> said, int[] songIds, long... times) {
        float[] plays = new float[songIds.length];
        Arrays.fill(plays, 1);
        return new UserHistory(77, songIds, plays, times, Preferences.of(new TreeMap<>(said)), Bans.NONE);
    }
}
