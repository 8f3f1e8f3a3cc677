package org.segue.ranking;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.interactions.Histories;
import org.segue.interactions.UserHistory;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Seed;

/** Looks up what a question names. Nothing in it blocks: what is not in memory is read on worker threads. */
@Singleton
class QueryResolution {

    private static final UserHistory NOTHING_KNOWN = new UserHistory(0, new int[0], new float[0]);

    /** So many names of songs that were not found are told. */
    private static final int NAMED = 5;

    private final Catalog catalog;
    private final Histories histories;

    QueryResolution(Catalog catalog, Histories histories) {
        this.catalog = catalog;
        this.histories = histories;
    }

    /** Looks it up, for an answer made of this snapshot. */
    CompletableFuture<ResolvedQuery> resolve(RecommendationQuery query, RankingSnapshot snapshot) {
        Filter filter = query.filter();
        CompletableFuture<List<Asked>> users = asked(query, snapshot);
        CompletableFuture<Map<String, Integer>> songs = songs(namedSongs(query));
        return keys(filter.excludedArtists(), catalog::artistKey)
                .thenCombine(songs, (artists, keys) -> new Named(keys, new HashSet<>(artists.values())))
                .thenCombine(users, (named, asked) -> resolved(query, snapshot, named, asked));
    }

    /** Whom a question names: the member is null if there is no such user. */
    private record Asked(String id, @Nullable Member member) {}

    private record Named(Map<String, Integer> songs, Set<Integer> artists) {

        Set<Integer> keys(Collection<String> ids) {
            Set<Integer> keys = new HashSet<>();
            for (String id : ids) {
                Integer key = songs.get(id);
                if (key != null) {
                    keys.add(key);
                }
            }
            return keys;
        }
    }

    private static Set<String> namedSongs(RecommendationQuery query) {
        Filter filter = query.filter();
        Set<String> named = new HashSet<>(filter.excludedSongs());
        named.addAll(filter.influence());
        named.addAll(included(filter));
        query.seeds().forEach(seed -> named.add(seed.song()));
        return named;
    }

    private static Set<String> included(Filter filter) {
        Set<String> included = filter.includedSongs();
        return included == null ? Set.of() : included;
    }

    private CompletableFuture<List<Asked>> asked(RecommendationQuery query, RankingSnapshot snapshot) {
        List<String> ids = query.isBlend()
                ? query.users()
                : Stream.of(query.user()).filter(user -> !user.isEmpty()).toList();
        List<CompletableFuture<Asked>> lookups =
                ids.stream().map(id -> asked(id, snapshot)).toList();
        return CompletableFuture.allOf(lookups.toArray(CompletableFuture[]::new))
                .thenApply(done -> lookups.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Asked> asked(String id, RankingSnapshot snapshot) {
        return catalog.user(id)
                .thenCompose(found -> found.map(known -> histories
                                .of(known.id(), snapshot.measure())
                                .thenApply(history -> new Asked(id, new Member(known.publicId(), history))))
                        .orElseGet(() -> CompletableFuture.completedFuture(new Asked(id, null))));
    }

    // Ids of nothing exclude nothing.
    private static ResolvedQuery resolved(
            RecommendationQuery query, RankingSnapshot snapshot, Named named, List<Asked> asked) {
        Filter filter = query.filter();
        List<String> warnings = new ArrayList<>();
        if (query.isBlend()) {
            warnOfUnknown(asked, warnings);
        }
        List<String> seedIds = query.seeds().stream().map(Seed::song).distinct().toList();
        warn("seeds", seedIds, named, snapshot, warnings);
        warn("include.songs", included(filter), named, snapshot, warnings);
        return new ResolvedQuery(
                query,
                members(query, seeds(query.seeds(), named), asked),
                named.keys(filter.influence()),
                named.keys(filter.excludedSongs()),
                named.artists(),
                filter.includedSongs() == null ? null : named.keys(included(filter)),
                warnings);
    }

    // One user takes the seeds in. Among several they stand beside: else each of them would count for everybody.
    private static List<Member> members(RecommendationQuery query, Map<Integer, Float> seeds, List<Asked> asked) {
        Map<Integer, Member> byUser = new LinkedHashMap<>();
        for (Asked one : asked) {
            if (one.member() != null) {
                byUser.putIfAbsent(one.member().history().userId(), one.member());
            }
        }
        List<Member> members = new ArrayList<>(byUser.values());
        if (members.isEmpty() || (query.isBlend() && !seeds.isEmpty())) {
            members.add(new Member("", NOTHING_KNOWN));
        }
        if (!seeds.isEmpty()) {
            Member last = members.remove(members.size() - 1);
            members.add(new Member(last.user(), last.history().withSeeds(seeds)));
        }
        return List.copyOf(members);
    }

    private static void warnOfUnknown(List<Asked> asked, List<String> warnings) {
        List<String> unknown = asked.stream()
                .filter(one -> one.member() == null)
                .map(Asked::id)
                .toList();
        if (!unknown.isEmpty()) {
            warnings.add("There are no such users, named in users: %s.".formatted(list(unknown)));
        }
    }

    private static Map<Integer, Float> seeds(List<Seed> seeds, Named named) {
        Map<Integer, Float> weights = new HashMap<>();
        for (Seed seed : seeds) {
            Integer key = named.songs().get(seed.song());
            if (key != null) {
                weights.merge(key, seed.weight(), Float::sum);
            }
        }
        return weights;
    }

    private static void warn(
            String field, Collection<String> ids, Named named, RankingSnapshot snapshot, List<String> warnings) {
        List<String> unknown =
                ids.stream().filter(id -> !named.songs().containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            warnings.add("There are no such songs, named in %s: %s.".formatted(field, list(unknown)));
        }
        List<String> untrained = ids.stream()
                .filter(id -> named.keys(List.of(id)).stream().anyMatch(key -> !snapshot.hasEmbedding(key)))
                .toList();
        if (!untrained.isEmpty()) {
            warnings.add("The model does not know these songs yet, named in %s: %s.".formatted(field, list(untrained)));
        }
    }

    private static String list(List<String> ids) {
        String named = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
        return ids.size() <= NAMED ? named : "%s and %d more".formatted(named, ids.size() - NAMED);
    }

    private CompletableFuture<Map<String, Integer>> songs(Collection<String> ids) {
        return keys(ids, id -> catalog.song(id).thenApply(song -> song.map(Song::id)));
    }

    private static CompletableFuture<Map<String, Integer>> keys(
            Collection<String> ids, Function<String, CompletableFuture<Optional<Integer>>> lookup) {
        if (ids.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        Map<String, CompletableFuture<Optional<Integer>>> lookups = new LinkedHashMap<>();
        ids.forEach(id -> lookups.put(id, lookup.apply(id)));
        return CompletableFuture.allOf(lookups.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    Map<String, Integer> keys = new HashMap<>();
                    lookups.forEach((id, key) -> key.join().ifPresent(found -> keys.put(id, found)));
                    return keys;
                });
    }
}
