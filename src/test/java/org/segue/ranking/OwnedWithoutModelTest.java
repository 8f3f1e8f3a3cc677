package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.segue.catalog.Named;
import org.segue.catalog.OwnedSongs;
import org.segue.catalog.SongStats;
import org.segue.catalog.User;
import org.segue.interactions.UserHistory;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Further;
import org.segue.ranking.RecommendationQuery.Mode;
import org.segue.ranking.RecommendedSong.Why;

/** A listener with a library, and nobody else to learn from. */
class OwnedWithoutModelTest {

    private static final User ANNA = new User(1, "anna", "anna");

    /** Anna has played 1 and 2 of artist 1, and 3 of artist 2, whom she plays more; 4 to 7 are owned, and 8 is not. */
    private static final SongStats STATS =
            new SongStats(new int[] {0, 1, 1, 2, 1, 2, 2, 3, 1}, new int[] {0, 1, 1, 1, 0, 0, 0, 0, 0});

    private static final UserHistory HISTORY = new UserHistory(1, new int[] {1, 2, 3}, new float[] {1, 1, 9});

    private static Ranking ranking(Owned choice, int... owned) {
        BitSet songs = new BitSet();
        for (int song : owned) {
            songs.set(song);
        }
        Filter filter =
                new Filter(true, 0, Set.of(), Set.of(), Set.of(), null, new Further(false, Untried.NONE, choice), 0);
        RecommendationQuery query = new RecommendationQuery(
                List.of(Named.of(ANNA)), List.of(), 10, Mode.DISCOVER, filter, DiversityReranker.NONE, true);
        RankingSnapshot snapshot = RankingSnapshot.of(null, null, STATS)
                .with(Ownership.of(List.of(new OwnedRecordings(new OwnedSongs(true, songs))), STATS));
        return Ranking.of(
                snapshot, ResolvedQuery.of(query, List.of(new Member("anna", HISTORY)), snapshot), 1_800_000_000);
    }

    @Test
    void answer_isOwnedUnplayedSongs_byArtistsWhoArePlayed_marked() {
        for (Owned choice : List.of(Owned.ANY, Owned.PREFER, Owned.ONLY)) {
            Ranking ranking = ranking(choice, 1, 4, 5, 6, 7);

            assertThat(ranking.strategy()).isEqualTo(Strategy.NOT_ENOUGH);
            assertThat(ranking.items())
                    .extracting(item -> item.song().songId())
                    .as("of %s: the most played artist first, one after the other", choice)
                    .startsWith(5, 4, 6);
            assertThat(ranking.items()).allMatch(Ranking.Item::isUntried);
            assertThat(ranking.items().subList(0, 3)).allMatch(item -> item.why() == Why.ARTIST);
            assertThat(ranking.items().subList(3, ranking.items().size()))
                    .as("then, where owned songs are asked for, what nobody has played")
                    .extracting(item -> item.song().songId())
                    .isEqualTo(choice == Owned.ANY ? List.of() : List.of(7));
        }
    }

    @Test
    void missing_orNothingOwned_isNothingNew() {
        assertThat(ranking(Owned.MISSING, 4, 5, 6, 7).items()).isEmpty();
        assertThat(ranking(Owned.ANY).items()).isEmpty();
    }

    @Test
    void rediscover_holdsTheChoice() {
        assertThat(ranking(Owned.ANY, 1).rediscover()).hasSize(3);
        assertThat(ranking(Owned.ONLY, 1).rediscover())
                .extracting(item -> item.song().songId())
                .containsExactly(1);
        assertThat(ranking(Owned.MISSING, 1).rediscover()).hasSize(2);
    }
}
