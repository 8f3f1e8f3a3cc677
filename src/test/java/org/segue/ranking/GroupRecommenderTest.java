package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.interactions.Bans;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.Preferences;
import org.segue.interactions.Preferences.Preference;
import org.segue.interactions.UserHistory;
import org.segue.testsupport.AlternatingLeastSquares;
import org.segue.testsupport.FactorModels;
import org.segue.testsupport.RandomInteractions;

/** A blend of one is a recommender like the others; of several it is what the formula says. */
class GroupRecommenderTest extends RecommenderContract {

    @Override
    Recommender learnedFrom(InteractionMatrix interactions) {
        FactorRecommender factors = factors(interactions);
        return (history, selection) -> new GroupRecommender(
                        factors, List.of(new Member("anna", history)), songId -> true)
                .top(selection.n(), songId -> selection.admits(songId, history));
    }

    @Override
    boolean answersWithoutHistory() {
        return false;
    }

    @Test
    void top_checkerboard_isTheWithheldSong() {
        assertThat(firstSongs()).isEqualTo(withheldSongs());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void top_isTheWholeCatalogueSortedByTheFormula(int people) {
        InteractionMatrix interactions = RandomInteractions.of(60, 90, 900, people);
        FactorRecommender factors = factors(interactions);
        List<Member> members = members(interactions, people);
        Map<Integer, Double> expected = new HashMap<>();
        for (int songId : factors.model().songIds()) {
            expected.put(songId, blended(factors, members, songId));
        }

        List<ScoredSong> all = new GroupRecommender(factors, members, songId -> true).top(1000, songId -> true);

        assertThat(all).hasSameSizeAs(expected.keySet()).isSortedAccordingTo(RecommenderContract::bestFirst);
        assertThat(all)
                .allSatisfy(
                        song -> assertThat((double) song.score()).isCloseTo(expected.get(song.songId()), within(1e-5)));
        assertThat(new GroupRecommender(factors, members, songId -> true).top(7, songId -> songId % 2 == 0))
                .isEqualTo(all.stream()
                        .filter(song -> song.songId() % 2 == 0)
                        .limit(7)
                        .toList());
    }

    // mean − w (mean − least) of the shares, by its words.
    private static double blended(FactorRecommender factors, List<Member> members, int songId) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        for (Member member : members) {
            List<ScoredSong> own = factors.recommend(member.history(), new Selection(1000, false, any -> true));
            double best = own.stream()
                    .filter(song -> !member.history().isKnown(song.songId()))
                    .mapToDouble(ScoredSong::score)
                    .max()
                    .orElseThrow();
            double share = own.stream()
                            .filter(song -> song.songId() == songId)
                            .mapToDouble(ScoredSong::score)
                            .sum()
                    / best;
            sum += share;
            least = Math.min(least, share);
        }
        double mean = sum / members.size();
        return mean - GroupRecommender.MISERY * (mean - least);
    }

    @Test
    void top_peopleOfTwoScenes_prefersWhatNobodyIsMiserableWith() {
        // Four songs that each please one of the two, and one that pleases both a little less.
        float[] factors = {1, 0, 1, 0.05f, 0, 1, 0.05f, 1, 0.6f, 0.6f};
        FactorRecommender recommender = new FactorRecommender(FactorModels.ofSongs(FactorModels.implicit(2), factors));
        List<Member> two = List.of(
                new Member("anna", new UserHistory(1, new int[] {10}, new float[] {1})),
                new Member("ben", new UserHistory(2, new int[] {30}, new float[] {1})));

        assertThat(new GroupRecommender(recommender, two, songId -> true)
                        .top(1, songId -> songId != 10 && songId != 30))
                .extracting(ScoredSong::songId)
                .containsExactly(50);
        assertThat(new GroupRecommender(recommender, two.subList(0, 1), songId -> true).top(1, songId -> songId != 10))
                .extracting(ScoredSong::songId)
                .containsExactly(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void explain_reasonsAddUpToTheScoreAndNameWhoseSongItIs(int people) {
        InteractionMatrix interactions = RandomInteractions.of(60, 90, 900, people);
        FactorRecommender factors = factors(interactions);
        List<Member> members = members(interactions, people);
        GroupRecommender blend = new GroupRecommender(factors, members, songId -> true);
        List<ScoredSong> songs = blend.top(30, songId -> true);

        List<Explanation> explanations = blend.explain(songs, 1000);

        for (int i = 0; i < songs.size(); i++) {
            Explanation explanation = explanations.get(i);
            assertThat(explanation.songId()).isEqualTo(songs.get(i).songId());
            assertThat(explanation.total()).isCloseTo(songs.get(i).score(), within(1e-4f));
            assertThat(explanation.strongest().stream()
                            .mapToDouble(Explanation.Contribution::value)
                            .sum())
                    .isCloseTo(explanation.total(), within(1e-4));
            assertThat(explanation.strongest())
                    .isSortedAccordingTo((a, b) -> Float.compare(b.value(), a.value()))
                    .allSatisfy(
                            reason -> assertThat(history(members, reason.user()).contains(reason.songId()))
                                    .isTrue());
        }
        assertThat(explanations.get(0).strongest())
                .extracting(Explanation.Contribution::user)
                .containsAll(members.stream().map(Member::user).toList());
        assertThat(blend.explain(songs, 2).get(0).strongest())
                .isEqualTo(explanations.get(0).strongest().subList(0, 2));
    }

    @Test
    void strategy_isTrainedOnlyIfEverybodyIs() {
        FactorRecommender factors = factors(checkerboard);
        Member trained = new Member("anna", checkerboard.history(3));
        Member folded = new Member("ben", new UserHistory(999, new int[] {5}, new float[] {1}));

        assertThat(new GroupRecommender(factors, List.of(trained), songId -> true).strategy())
                .isEqualTo(Strategy.TRAINED);
        assertThat(new GroupRecommender(factors, List.of(trained, folded), songId -> true).strategy())
                .isEqualTo(Strategy.FOLDED_IN);
    }

    @Test
    void newBlend_thoseOfWhomNothingCanBeTold_doNotCount() {
        FactorRecommender factors = factors(checkerboard);
        Member known = new Member("anna", checkerboard.history(3));
        Member stranger = new Member("ben", new UserHistory(999, new int[] {1234}, new float[] {1}));
        GroupRecommender both = new GroupRecommender(factors, List.of(stranger, known), songId -> true);

        assertThat(both.counts(known)).isTrue();
        assertThat(both.counts(stranger)).isFalse();
        assertThat(both.top(20, songId -> true))
                .isEqualTo(new GroupRecommender(factors, List.of(known), songId -> true).top(20, songId -> true));
        assertThat(new GroupRecommender(factors, List.of(stranger), songId -> true).isEmpty())
                .isTrue();
    }

    @Test
    void top_ofSomebodyWhoLikesNothing_isFinite() {
        FactorRecommender factors =
                new FactorRecommender(FactorModels.ofSongs(FactorModels.implicit(2), new float[] {1, 0, -1, 0}));
        UserHistory oneHeardOfTwo = new UserHistory(1, new int[] {10}, new float[] {1});
        UserHistory all = new UserHistory(
                2,
                new int[] {10},
                new float[] {1},
                new long[0],
                Preferences.of(Map.of(20, new Preference(Preferences.DISLIKE, true))),
                Bans.NONE);
        GroupRecommender blend = new GroupRecommender(
                factors, List.of(new Member("anna", oneHeardOfTwo), new Member("ben", all)), songId -> true);

        assertThat(blend.top(2, songId -> true)).hasSize(2).allMatch(song -> Math.abs(song.score()) <= 10.001f);
    }

    private static UserHistory history(List<Member> members, String user) {
        return members.stream()
                .filter(member -> member.user().equals(user))
                .findFirst()
                .orElseThrow()
                .history();
    }

    private static List<Member> members(InteractionMatrix interactions, int people) {
        List<Member> members = new ArrayList<>();
        for (int u = 0; u < people; u++) {
            members.add(new Member("user-" + u, interactions.history(u)));
        }
        return members;
    }

    private static FactorRecommender factors(InteractionMatrix interactions) {
        return new FactorRecommender(AlternatingLeastSquares.fit(interactions, FactorModels.implicit(8), 5));
    }
}
