package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segue.catalog.DemoContent;
import org.segue.catalog.Named;
import org.segue.catalog.SongStats;
import org.segue.catalog.User;
import org.segue.interactions.Bans;
import org.segue.interactions.Preferences;
import org.segue.interactions.Preferences.Preference;
import org.segue.interactions.UserHistory;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Mode;
import org.segue.testsupport.FactorModels;

class ResolvedQueryTest {

    private static final User ANNA = new User(7, "anna", "Anna");
    private static final User BEN = new User(8, "ben", "Ben");
    private static final int MODEL_SONGS = 3;
    private static final long DAY = 24 * 3600;
    private static final long NOW = 1000 * DAY;

    /** Songs 1 to 9; nobody has 9, 2 and 5 are one recording, 7 is the artist's of 8. */
    private static final SongStats SONGS = new SongStats(
            new int[] {0, 1, 1, 1, 1, 1, 1, 8, 8, 1},
            new int[] {0, 5, 5, 5, 5, 5, 5, 5, 5, 0},
            new int[] {0, 0, 2, 0, 0, 2, 0, 0, 0, 0});

    // Song 1 was heard yesterday, 2 at an unknown time, 3 a year ago; 4 is disliked, and was heard a year ago.
    private static final UserHistory HISTORY = new UserHistory(
            7,
            new int[] {1, 2, 3, 4},
            new float[] {1, 1, 1, 1},
            new long[] {NOW - DAY, 0, NOW - 365 * DAY, NOW - 365 * DAY},
            Preferences.of(Map.of(4, new Preference(Preferences.DISLIKE, true))),
            new Bans(new int[] {6}, new long[] {NOW + 1}, new int[0], new long[0]));

    @Test
    void selection_discover_leavesOutKnownSongsTheirCopiesBansAndWhatNobodyHas() {
        assertThat(admitted(Mode.DISCOVER, Filter.UNHEARD, Set.of())).containsExactly(7, 8);
        assertThat(admitted(Mode.DISCOVER, Filter.UNHEARD, Set.of(8))).isEmpty();
    }

    @Test
    void selection_songsOfTheDemo_areForItsListenersAlone() {
        BitSet songs = new BitSet();
        songs.set(3);
        songs.set(7);
        BitSet listeners = new BitSet();
        listeners.set(8);
        SongStats withDemo = SONGS.with(new DemoContent(songs, listeners));
        UserHistory ben = new UserHistory(8, new int[] {1}, new float[] {1});
        UserHistory nobody = new UserHistory(0, new int[0], new float[0]);

        assertThat(admittedTo(withDemo, ANNA, HISTORY)).as("somebody real").containsExactly(8);
        assertThat(admittedTo(withDemo, BEN, ben)).as("one of the demo's").containsExactly(2, 3, 4, 5, 6, 7, 8);
        assertThat(admittedTo(withDemo, BEN, nobody))
                .as("nobody known, beside real songs")
                .contains(8)
                .doesNotContain(3, 7);
        BitSet all = new BitSet();
        all.set(0, 10);
        assertThat(admittedTo(SONGS.with(new DemoContent(all, listeners)), BEN, nobody))
                .as("nobody known, and nothing but the demo")
                .contains(3, 7);
        assertThat(admittedTo(withDemo, BEN, nobody.withSeeds(Map.of(1, 1f))))
                .as("by a real song")
                .doesNotContain(3, 7);
        assertThat(admittedTo(withDemo, BEN, nobody.withSeeds(Map.of(3, 1f))))
                .as("by one of the demo's")
                .contains(7);
    }

    private static List<Integer> admittedTo(SongStats songs, User user, UserHistory history) {
        IntPredicate allowed = resolved(RecommendationQuery.forUser(user, 10), history, RankingSnapshot.EMPTY)
                .allowed(RankingSnapshot.of(null, null, songs), NOW);
        return IntStream.range(0, 10).filter(allowed).boxed().toList();
    }

    @Test
    void selection_versionsOfKnownSongs_areLeftOutUnlessTheyAreIncluded() {
        SongStats versions = new SongStats(
                new int[] {0, 1, 1, 1, 1, 1, 1, 8, 8, 1},
                new int[] {0, 5, 5, 5, 5, 5, 5, 5, 5, 0},
                new int[10],
                new int[] {0, 1, 0, 0, 0, 0, 0, 1, 8, 8});
        RecommendationQuery without = RecommendationQuery.forUser(ANNA, 10);
        RecommendationQuery with = new RecommendationQuery(
                List.of(Named.of(ANNA)),
                List.of(),
                10,
                Mode.DISCOVER,
                new Filter(true, 0, Set.of(), Set.of(), Set.of(), null, true, 0),
                DiversityReranker.NONE,
                false);

        assertThat(resolved(without, HISTORY, RankingSnapshot.EMPTY)
                        .allowed(RankingSnapshot.of(null, null, versions), NOW))
                .accepts(5, 8)
                .rejects(1, 7);
        assertThat(resolved(with, HISTORY, RankingSnapshot.EMPTY)
                        .allowed(RankingSnapshot.of(null, null, versions), NOW))
                .accepts(5, 7, 8)
                .rejects(1);
    }

    @Test
    void selection_heardWanted_leavesOutBansAlone() {
        assertThat(admitted(Mode.DISCOVER, heard(0), Set.of())).containsExactly(1, 2, 3, 4, 5, 7, 8);
    }

    @Test
    void selection_heardWithinDays_takesUnknownTimesForLongAgo() {
        assertThat(admitted(Mode.DISCOVER, heard(30), Set.of())).containsExactly(2, 3, 4, 5, 7, 8);
        assertThat(admitted(Mode.DISCOVER, heard(400), Set.of())).containsExactly(2, 5, 7, 8);
    }

    @Test
    void selection_rediscover_isHeardLongAgoAndNotDisliked() {
        assertThat(admitted(Mode.REDISCOVER, Filter.UNHEARD, Set.of())).containsExactly(2, 3);
        assertThat(admitted(Mode.REDISCOVER, heard(400), Set.of())).containsExactly(2);
    }

    @Test
    void cost_manySongsReasonsOrSeveralPeople_isNothingForAnEventLoop() {
        RecommendationQuery one = RecommendationQuery.forUser(ANNA, 10);
        RankingSnapshot snapshot = snapshot(256);

        assertThat(resolved(one, songs(400), snapshot).cost()).isLessThan(HeavyWork.MAX_OF_AN_EVENT_LOOP);
        assertThat(resolved(one, songs(700), snapshot).cost()).isGreaterThan(HeavyWork.MAX_OF_AN_EVENT_LOOP);
        assertThat(resolved(one, songs(700), snapshot(64)).cost()).isLessThan(HeavyWork.MAX_OF_AN_EVENT_LOOP);
        assertThat(resolved(one, songs(700), RankingSnapshot.EMPTY).cost())
                .as("there is nothing to fold in without a model")
                .isZero();
        assertThat(resolved(RecommendationQuery.forUser(ANNA, 500), songs(700), snapshot(64))
                        .cost())
                .as("reasons for 500 songs")
                .isGreaterThan(HeavyWork.MAX_OF_AN_EVENT_LOOP);
    }

    @Test
    void cost_ofSeveralPeople_isThatOfTheCatalogForEach() {
        RecommendationQuery several = new RecommendationQuery(
                List.of(Named.of(ANNA), Named.of(BEN)),
                List.of(),
                10,
                Mode.DISCOVER,
                Filter.UNHEARD,
                new DiversityReranker(0.5, 0),
                false);
        List<Member> members =
                List.of(new Member("anna", songs(1)), new Member("ben", new UserHistory(8, new int[0], new float[0])));
        long solves = (32 + 8 * 8 * 8 / 6) + 8 * 8 * 8 / 6;

        assertThat(ResolvedQuery.of(several, members, snapshot(8)).cost())
                .isEqualTo(solves + 3 * 2 * MODEL_SONGS * 8 + 100 * 10 * 8);
    }

    private static RankingSnapshot snapshot(int dimension) {
        FactorRecommender factors =
                new FactorRecommender(FactorModels.random(FactorModels.implicit(dimension), MODEL_SONGS, 1));
        return RankingSnapshot.of(null, factors, SONGS);
    }

    private static UserHistory songs(int heard) {
        float[] plays = new float[heard];
        Arrays.fill(plays, 1);
        return new UserHistory(7, IntStream.rangeClosed(1, heard).toArray(), plays);
    }

    private static ResolvedQuery resolved(RecommendationQuery query, UserHistory history, RankingSnapshot snapshot) {
        return ResolvedQuery.of(query, List.of(new Member("anna", history)), snapshot);
    }

    private static Filter heard(int withinDays) {
        return new Filter(false, withinDays, Set.of(), Set.of(), Set.of(), null, false, 0);
    }

    private static List<Integer> admitted(Mode mode, Filter filter, Set<Integer> excludedArtists) {
        Filter narrowed = new Filter(
                filter.excludeHeard(), filter.heardWithinDays(), Set.of(), excludedArtists, Set.of(), null, false, 0);
        RecommendationQuery query = new RecommendationQuery(
                List.of(Named.of(ANNA)), List.of(), 10, mode, narrowed, DiversityReranker.NONE, false);
        IntPredicate allowed =
                resolved(query, HISTORY, RankingSnapshot.EMPTY).allowed(RankingSnapshot.of(null, null, SONGS), NOW);
        return IntStream.rangeClosed(1, 9).filter(allowed).boxed().toList();
    }
}
