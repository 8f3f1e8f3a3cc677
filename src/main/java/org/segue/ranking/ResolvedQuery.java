package org.segue.ranking;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongTable;
import org.segue.interactions.UserHistory;
import org.segue.ranking.RecommendationQuery.Mode;

/**
 * A question in keys: what it names has been looked up.
 *
 * @param query as it was asked
 * @param history what is known of the user, seeds included
 * @param influence keys of songs that the answer must not be made from
 * @param excludedSongs keys of songs that must not be in the answer
 * @param excludedArtists keys of artists whose songs must not be in the answer
 * @param includedSongs keys of the only songs that may be in the answer, null for all
 * @param warnings sentences about what could not be found
 */
record ResolvedQuery(
        RecommendationQuery query,
        UserHistory history,
        Set<Integer> influence,
        Set<Integer> excludedSongs,
        Set<Integer> excludedArtists,
        @Nullable Set<Integer> includedSongs,
        List<String> warnings) {

    /** A known song may be offered again after so long, unless the question says otherwise. */
    private static final Duration LONG_AGO = Duration.ofDays(90);

    /** What the answer is made from. */
    UserHistory taste() {
        return influence.isEmpty() ? history : history.without(influence);
    }

    /**
     * Which songs may be in the answer, and how many it is to be chosen from.
     *
     * @param songs artists and listeners
     * @param now epoch seconds
     */
    Selection selection(SongTable songs, long now) {
        boolean excludeHeard = query.mode() == Mode.DISCOVER && query.filter().excludeHeard();
        IntPredicate allowed = allowed(songs, now);
        Set<Integer> heard = excludeHeard ? heardCopies(songs) : Set.of();
        return new Selection(
                query.n(),
                excludeHeard,
                heard.isEmpty()
                        ? allowed
                        : songId -> allowed.test(songId) && !heard.contains(songs.recordingOf(songId)));
    }

    // Who knows one copy of a recording knows the others: few recordings have any.
    private Set<Integer> heardCopies(SongTable songs) {
        Set<Integer> recordings = new HashSet<>();
        for (int[] known : new int[][] {history.songIds(), history.opinions().songIds()}) {
            for (int songId : known) {
                if (songs.hasCopies(songId) && history.isKnown(songId)) {
                    recordings.add(songs.recordingOf(songId));
                }
            }
        }
        return recordings;
    }

    private IntPredicate allowed(SongTable songs, long now) {
        long heardBefore = heardBefore(now);
        boolean known = query.mode() == Mode.REDISCOVER;
        return songId -> songs.isHeard(songId)
                && isListed(songId, songs)
                && !history.bans().exclude(songId, songs.artistOf(songId), now)
                && (!known || isLiked(songId))
                && history.lastHeard(songId) < heardBefore;
    }

    private boolean isLiked(int songId) {
        return history.contains(songId) && history.opinions().weightOf(songId) >= 0;
    }

    private boolean isListed(int songId, SongTable songs) {
        return (includedSongs == null || includedSongs.contains(songId))
                && !excludedSongs.contains(songId)
                && !excludedArtists.contains(songs.artistOf(songId));
    }

    private long heardBefore(long now) {
        int days = query.filter().heardWithinDays();
        if (days > 0) {
            return now - Duration.ofDays(days).toSeconds();
        }
        return query.mode() == Mode.REDISCOVER ? now - LONG_AGO.toSeconds() : Long.MAX_VALUE;
    }
}
