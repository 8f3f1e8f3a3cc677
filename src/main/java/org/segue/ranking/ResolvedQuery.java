package org.segue.ranking;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;
import org.segue.ranking.RecommendationQuery.Mode;

/**
 * A question in keys: what it names has been looked up.
 *
 * @param query as it was asked
 * @param members whom it is for, at least one; of several each is another user, or the seeds
 * @param influence keys of songs that the answer must not be made from
 * @param excludedSongs keys of songs that must not be in the answer
 * @param excludedArtists keys of artists whose songs must not be in the answer
 * @param includedSongs keys of the only songs that may be in the answer, null for all
 * @param warnings sentences about what could not be found
 */
record ResolvedQuery(
        RecommendationQuery query,
        List<Member> members,
        Set<Integer> influence,
        Set<Integer> excludedSongs,
        Set<Integer> excludedArtists,
        @Nullable Set<Integer> includedSongs,
        List<String> warnings) {

    /** A few milliseconds: 10,000 songs at d = 64, 600 at d = 256. */
    private static final long MAX_MULTIPLICATIONS = 20_000_000;

    /** A known song may be offered again after so long, unless the question says otherwise. */
    private static final Duration LONG_AGO = Duration.ofDays(90);

    /**
     * Whether the answer must not be made on an event loop: a blend reads the whole catalogue, and to fold in somebody who has
     * heard many thousand songs takes as long ({@link FoldIn}).
     */
    boolean takesLong(RankingSnapshot snapshot) {
        long songs =
                members.stream().mapToLong(member -> member.history().size()).sum();
        long dimension =
                snapshot.factors() == null ? 0 : snapshot.factors().model().dimension();
        return query.isBlend() || songs * dimension * dimension / 2 > MAX_MULTIPLICATIONS;
    }

    /** Whom it is for, and what the answer is made from. */
    List<Member> tastes() {
        return influence.isEmpty()
                ? members
                : members.stream()
                        .map(member ->
                                new Member(member.user(), member.history().without(influence)))
                        .toList();
    }

    /**
     * Which songs may be in the answer, and how many it is to be chosen from. What anybody knows, bans or has heard lately is
     * left out for all; where there are several, so is what anybody dislikes.
     *
     * @param songs artists and listeners
     * @param now epoch seconds
     */
    Selection selection(SongStats songs, long now) {
        IntPredicate allowed = songId -> songs.isHeard(songId) && isListed(songId, songs);
        for (Member member : members) {
            allowed = allowed.and(allowedBy(member.history(), songs, now));
        }
        return new Selection(query.n(), false, allowed);
    }

    private IntPredicate allowedBy(UserHistory history, SongStats songs, long now) {
        long heardBefore = heardBefore(now);
        boolean rediscover = query.mode() == Mode.REDISCOVER;
        boolean excludeHeard = !rediscover && query.filter().excludeHeard();
        Set<Integer> heardCopies = excludeHeard ? heardCopies(history, songs) : Set.of();
        return songId -> !(excludeHeard && isKnown(songId, history, heardCopies, songs))
                && !history.bans().exclude(songId, songs.artistOf(songId), now)
                && (!rediscover || history.contains(songId))
                && !((rediscover || query.isBlend()) && history.preferences().weightOf(songId) < 0)
                && history.lastHeard(songId) < heardBefore;
    }

    private static boolean isKnown(int songId, UserHistory history, Set<Integer> heardCopies, SongStats songs) {
        return history.isKnown(songId) || (!heardCopies.isEmpty() && heardCopies.contains(songs.recordingOf(songId)));
    }

    // Who knows one copy of a recording knows the others: few recordings have any.
    private static Set<Integer> heardCopies(UserHistory history, SongStats songs) {
        Set<Integer> recordings = new HashSet<>();
        for (int[] known : new int[][] {history.songIds(), history.preferences().songIds()}) {
            for (int songId : known) {
                if (songs.hasCopies(songId) && history.isKnown(songId)) {
                    recordings.add(songs.recordingOf(songId));
                }
            }
        }
        return recordings;
    }

    private boolean isListed(int songId, SongStats songs) {
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
