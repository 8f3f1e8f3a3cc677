package org.segue.ranking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Named;
import org.segue.catalog.Song;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Mode;
import org.segue.ranking.RecommendationQuery.Seed;
import org.segue.text.Sentence;

/**
 * A question with what is known of those whom it is for.
 *
 * @param query as it was asked
 * @param isGroup whether one list for several users is asked for
 * @param members whom it is for, at least one; of several each is another user, or the seeds
 * @param tastes the same, without the songs that must not have influence
 * @param cost about how many multiplications the answer takes: one for several reads the whole catalog, and somebody who has heard
 *     many thousand songs takes as long to fold in and to explain to
 * @param warnings sentences about what could not be found
 */
record ResolvedQuery(
        RecommendationQuery query,
        boolean isGroup,
        List<Member> members,
        List<Member> tastes,
        long cost,
        List<Sentence> warnings) {

    private static final UserHistory NOTHING_KNOWN = new UserHistory(0, new int[0], new float[0]);

    /** A known song may be offered again after so long, unless the question says otherwise. */
    static final Duration LONG_AGO = Duration.ofDays(90);

    /** A group reads the catalog for each member's unit, twice, and for the scores. */
    private static final long SCANS_OF_A_MEMBER = 3;

    /**
     * Adds what is known.
     *
     * @param found the users who are known, in the order of the question; the same user may be named twice
     * @param snapshot what the answer will be made of
     */
    static ResolvedQuery of(RecommendationQuery query, List<Member> found, RankingSnapshot snapshot) {
        boolean isGroup = query.users().size() > 1;
        List<Member> members = members(isGroup, found, seeds(query.seeds()));
        Set<Integer> influence = query.filter().influence();
        List<Member> tastes = influence.isEmpty()
                ? members
                : members.stream()
                        .map(member -> member.with(member.history().without(influence)))
                        .toList();
        long cost = cost(query, tastes, snapshot);
        return new ResolvedQuery(query, isGroup, members, tastes, cost, QueryWarnings.of(query, snapshot));
    }

    // Seeds are added to the history of a single user. In a group they are a member of their own, so that they count
    // once.
    private static List<Member> members(boolean isGroup, List<Member> found, Map<Integer, Float> seeds) {
        Map<Integer, Member> byUser = new LinkedHashMap<>();
        found.forEach(member -> byUser.putIfAbsent(member.history().userId(), member));
        List<Member> members = new ArrayList<>(byUser.values());
        if (members.isEmpty() || (isGroup && !seeds.isEmpty())) {
            members.add(new Member("", NOTHING_KNOWN));
        }
        if (!seeds.isEmpty()) {
            Member last = members.remove(members.size() - 1);
            members.add(last.with(last.history().withSeeds(seeds)));
        }
        return List.copyOf(members);
    }

    /** Weights of the songs to start from, by database key; unknown songs are left out. */
    static Map<Integer, Float> seeds(List<Seed> seeds) {
        Map<Integer, Float> weights = new HashMap<>();
        for (Seed seed : seeds) {
            Song song = seed.song().found();
            if (song != null) {
                weights.merge(song.id(), seed.weight(), Float::sum);
            }
        }
        return weights;
    }

    /** Where untried songs come in the answer. */
    UntriedMix mix(RankingSnapshot snapshot) {
        return new UntriedMix(snapshot.untried(), query.filter().further().place());
    }

    /** The order that the owned songs of a snapshot make of a ranking. */
    OwnedFirst ownedFirst(RankingSnapshot snapshot) {
        return snapshot.owned().first(query.filter().further().owned());
    }

    /** Which songs come behind all others in it. */
    IntPredicate last(RankingSnapshot snapshot) {
        return query.filter().further().place() == Untried.LAST ? snapshot.untried()::contains : songId -> false;
    }

    /** The same sentences, and those of others that there are behind them. */
    List<Sentence> warningsAnd(@Nullable Sentence... further) {
        List<Sentence> all = new ArrayList<>(warnings);
        Stream.of(further).filter(Objects::nonNull).forEach(all::add);
        return all;
    }

    private static long cost(RecommendationQuery query, List<Member> tastes, RankingSnapshot snapshot) {
        FactorRecommender factors = snapshot.factors();
        if (factors == null) {
            return 0;
        }
        int explained = query.explain() ? query.n() : 0;
        long solves = tastes.stream()
                .mapToLong(taste -> factors.cost(taste.history(), explained))
                .sum();
        long dimension = factors.model().dimension();
        long scans = tastes.size() > 1
                ? SCANS_OF_A_MEMBER * tastes.size() * factors.model().songs() * dimension
                : 0;
        return solves
                + scans
                + snapshot.untried().cost() * tastes.size()
                + query.reranker().cost(query.n(), dimension);
    }

    /**
     * Which songs, by key, may be in the answer. What anybody knows, bans or has heard lately is left out for all; where there are
     * several, so is what anybody dislikes.
     *
     * @param snapshot what the answer is made of
     * @param now epoch seconds
     */
    IntPredicate allowed(RankingSnapshot snapshot, long now) {
        return allowed(snapshot, now, query.filter().excludeHeard());
    }

    /** The same, with songs that the users know or without. */
    IntPredicate allowed(RankingSnapshot snapshot, long now, boolean excludeHeard) {
        SongStats songs = snapshot.songs();
        IntPredicate allowed = listed(snapshot);
        for (Member member : members) {
            allowed = allowed.and(allowedBy(member.history(), songs, now, excludeHeard));
            allowed = DemoRule.restrict(allowed, member.history(), songs);
        }
        return allowed;
    }

    private IntPredicate listed(RankingSnapshot snapshot) {
        Filter filter = query.filter();
        SongStats songs = snapshot.songs();
        IntPredicate listed =
                offered(snapshot).and(snapshot.owned().allowed(filter.further().owned()));
        List<Named<Song>> included = filter.includedSongs();
        if (included != null) {
            listed = listed.and(keys(included)::contains);
        }
        if (!filter.excludedSongs().isEmpty()) {
            listed = listed.and(songId -> !filter.excludedSongs().contains(songId));
        }
        return filter.excludedArtists().isEmpty()
                ? listed
                : listed.and(songId -> !filter.excludedArtists().contains(songs.artistOf(songId))
                        && !songs.anyArtist(songId, filter.excludedArtists()::contains));
    }

    // Of songs that nobody has, and of untried ones unless they are asked for, those that are owned.
    private IntPredicate offered(RankingSnapshot snapshot) {
        SongStats songs = snapshot.songs();
        UntriedSongs untried = snapshot.untried();
        Ownership owned = snapshot.owned();
        boolean isAsked = query.filter().further().untried() != Untried.NONE;
        return songId -> (untried.contains(songId) ? isAsked : songs.isOffered(songId)) || owned.isOfAny(songId);
    }

    private static Set<Integer> keys(List<Named<Song>> songs) {
        return songs.stream()
                .flatMap(song -> Stream.ofNullable(song.found()))
                .map(Song::id)
                .collect(Collectors.toSet());
    }

    private IntPredicate allowedBy(UserHistory history, SongStats songs, long now, boolean excludeHeard) {
        long heardBefore = heardBefore(now);
        boolean rediscover = query.mode() != Mode.DISCOVER;
        IntPredicate allowed = switch (query.mode()) {
            case REMEMBER -> new Favorites(history);
            case REDISCOVER -> history::contains;
            case DISCOVER ->
                excludeHeard
                        ? unknownTo(history, songs, query.filter().further().versions())
                        : songId -> true;
        };
        if (!history.bans().isEmpty()) {
            allowed = allowed.and(songId -> !history.bans().exclude(songId, songs, now));
        }
        if (rediscover || isGroup) {
            allowed = allowed.and(songId -> history.preferences().weightOf(songId) >= 0);
        }
        return heardBefore == Long.MAX_VALUE ? allowed : allowed.and(songId -> history.lastHeard(songId) < heardBefore);
    }

    // Who knows one copy of a recording knows the others: few recordings have any.
    private static IntPredicate unknownTo(UserHistory history, SongStats songs, boolean includeVersions) {
        Set<Integer> copies = heard(history, songs::hasCopies, songs::recordingOf);
        IntPredicate unknown = songId -> !history.isKnown(songId);
        if (!copies.isEmpty()) {
            unknown = unknown.and(songId -> !copies.contains(songs.recordingOf(songId)));
        }
        Set<Integer> versions = includeVersions ? Set.of() : heard(history, songs::hasVersions, songs::workOf);
        return versions.isEmpty() ? unknown : unknown.and(songId -> !versions.contains(songs.workOf(songId)));
    }

    private static Set<Integer> heard(UserHistory history, IntPredicate isShared, IntUnaryOperator group) {
        Set<Integer> groups = new HashSet<>();
        for (int[] known : new int[][] {history.songIds(), history.preferences().songIds()}) {
            for (int songId : known) {
                if (isShared.test(songId) && history.isKnown(songId)) {
                    groups.add(group.applyAsInt(songId));
                }
            }
        }
        return groups;
    }

    private long heardBefore(long now) {
        int days = query.filter().heardWithinDays();
        if (days > 0) {
            return now - Duration.ofDays(days).toSeconds();
        }
        return query.mode() != Mode.DISCOVER ? now - LONG_AGO.toSeconds() : Long.MAX_VALUE;
    }
}
