package org.segue.ranking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.segue.catalog.Named;
import org.segue.catalog.SongStats;
import org.segue.catalog.User;
import org.segue.interactions.Histories;
import org.segue.interactions.UserHistory;
import org.segue.listens.Measure;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Further;
import org.segue.ranking.RecommendationQuery.Mode;

/**
 * What to get for a listener's library: songs that the listener plays much, and the best of those that the listener has not played, neither of which
 * is there. Blocks.
 */
@Singleton
public class MissingSongs {

    /** Who has played a song so often wants it. Chosen by hand. */
    static final int MUCH = 3;

    /** So many of an artist are recommended: a library gets broader by more artists. */
    private static final int PER_ARTIST = 3;

    private final Recommendations recommendations;
    private final Histories histories;
    private final Snapshots snapshots;

    MissingSongs(Recommendations recommendations, Histories histories, Snapshots snapshots) {
        this.recommendations = recommendations;
        this.histories = histories;
        this.snapshots = snapshots;
    }

    /**
     * What to get.
     *
     * @param isKnown whether it is known what is in the library; if not, there are no songs
     * @param played most plays first; the score is their number
     * @param recommended best first
     */
    public record Missing(boolean isKnown, List<ScoredSong> played, List<ScoredSong> recommended) {}

    /**
     * Finds them: half of the list are songs that are played much, as far as there are so many.
     *
     * @param n the most songs, positive
     */
    public Missing of(User user, int n) {
        Ownership owned = snapshots.owned(List.of(Named.of(user))).join();
        if (!owned.isKnown()) {
            return new Missing(false, List.of(), List.of());
        }
        List<ScoredSong> played = played(user, owned);
        List<ScoredSong> recommended = recommended(user, n);
        int fewest = Math.max(n / 2 + n % 2, n - recommended.size());
        List<ScoredSong> first = played.subList(0, Math.min(fewest, played.size()));
        return new Missing(true, first, recommended.subList(0, Math.min(n - first.size(), recommended.size())));
    }

    private List<ScoredSong> played(User user, Ownership owned) {
        SongStats songs = snapshots.current().songs();
        UserHistory history = histories.of(user.id(), Measure.PLAYS).join();
        long now = Instant.now().getEpochSecond();
        List<ScoredSong> much = new ArrayList<>();
        for (int k = 0; k < history.size(); k++) {
            int songId = history.songIds()[k];
            boolean isWanted = history.values()[k] >= MUCH
                    && history.preferences().weightOf(songId) >= 0
                    && !history.bans().exclude(songId, songs, now);
            if (isWanted && !owned.isOfAny(songId) && !songs.demo().isSong(songId)) {
                much.add(new ScoredSong(songId, history.values()[k]));
            }
        }
        much.sort(Comparator.comparingDouble(ScoredSong::score).reversed().thenComparingInt(ScoredSong::songId));
        return much.isEmpty()
                ? List.of()
                : ArtistCap.take(
                        (n, open) -> much.stream()
                                .filter(song -> open.test(song.songId()))
                                .limit(n)
                                .toList(),
                        much.size(),
                        0,
                        songs);
    }

    // Popular songs are the same for everybody: nobody needs to get them.
    private List<ScoredSong> recommended(User user, int n) {
        Filter filter = new Filter(
                true,
                0,
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                new Further(false, Untried.NONE, Owned.MISSING),
                PER_ARTIST);
        Recommendation answer = recommendations
                .recommend(new RecommendationQuery(
                        List.of(Named.of(user)), List.of(), n, Mode.DISCOVER, filter, DiversityReranker.NONE, false))
                .await()
                .indefinitely();
        return answer.strategy().isOfTaste()
                ? answer.items().stream()
                        .map(item -> new ScoredSong(item.song().id(), item.score()))
                        .toList()
                : List.of();
    }
}
