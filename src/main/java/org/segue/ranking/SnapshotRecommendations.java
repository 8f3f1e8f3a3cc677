package org.segue.ranking;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.interactions.Histories;
import org.segue.interactions.UserHistory;

/**
 * Answers questions for songs: looks up who is meant, ranks, and puts the answer into words. Nothing in it blocks: what is
 * not in memory is read on worker threads. An answer is made of one snapshot and one history.
 */
@Singleton
class SnapshotRecommendations implements RecommendationService {

    private static final UserHistory NOTHING_KNOWN = new UserHistory(0, new int[0], new float[0]);

    private final Snapshots snapshots;
    private final Catalog catalog;
    private final Histories histories;
    private final MeterRegistry metrics;

    SnapshotRecommendations(Snapshots snapshots, Catalog catalog, Histories histories, MeterRegistry metrics) {
        this.snapshots = snapshots;
        this.catalog = catalog;
        this.histories = histories;
        this.metrics = metrics;
    }

    @Override
    public Uni<Recommendation> recommend(RecommendationQuery query) {
        return Uni.createFrom().completionStage(() -> answer(query));
    }

    private CompletableFuture<Recommendation> answer(RecommendationQuery query) {
        Timer.Sample timer = Timer.start(metrics);
        Snapshot snapshot = snapshots.current();
        CompletableFuture<UserHistory> history =
                catalog.user(query.user()).thenCompose(user -> history(user, snapshot));
        CompletableFuture<IntPredicate> allowed = allowed(query, snapshot);
        return history.thenCombine(allowed, (known, songs) -> rank(query, snapshot, known, songs))
                .thenCompose(ranking -> inWords(query, ranking))
                .whenComplete((answer, failure) -> timer.stop(metrics.timer(
                        "segue.recommendations",
                        "strategy",
                        answer == null ? "failed" : answer.strategy().name().toLowerCase(Locale.ROOT))));
    }

    private CompletableFuture<UserHistory> history(Optional<User> user, Snapshot snapshot) {
        return user.map(known -> histories.of(known.id(), snapshot.measure()))
                .orElseGet(() -> CompletableFuture.completedFuture(NOTHING_KNOWN));
    }

    private static Ranking rank(
            RecommendationQuery query, Snapshot snapshot, UserHistory history, IntPredicate allowed) {
        long now = Instant.now().getEpochSecond();
        IntPredicate offered = songId -> allowed.test(songId)
                && !history.bans().exclude(songId, snapshot.songs().artistOf(songId), now);
        Selection selection = new Selection(query.n(), query.excludeHeard(), offered);
        return Ranking.of(snapshot, history, selection, query.explain());
    }

    private CompletableFuture<IntPredicate> allowed(RecommendationQuery query, Snapshot snapshot) {
        if (query.excludedSongs().isEmpty() && query.excludedArtists().isEmpty()) {
            return CompletableFuture.completedFuture(snapshot.songs()::isHeard);
        }
        CompletableFuture<Set<Integer>> songs =
                keys(query.excludedSongs(), id -> catalog.song(id).thenApply(song -> song.map(Song::id)));
        CompletableFuture<Set<Integer>> artists = keys(query.excludedArtists(), catalog::artistKey);
        return songs.thenCombine(
                artists,
                (excludedSongs, excludedArtists) -> songId -> snapshot.songs().isHeard(songId)
                        && !excludedSongs.contains(songId)
                        && !excludedArtists.contains(snapshot.songs().artistOf(songId)));
    }

    // Ids of nothing exclude nothing.
    private static CompletableFuture<Set<Integer>> keys(
            Collection<String> ids, Function<String, CompletableFuture<Optional<Integer>>> lookup) {
        List<CompletableFuture<Optional<Integer>>> keys =
                ids.stream().map(lookup).toList();
        return CompletableFuture.allOf(keys.toArray(CompletableFuture[]::new))
                .thenApply(done -> keys.stream()
                        .flatMap(key -> key.join().stream())
                        .collect(Collectors.toCollection(HashSet::new)));
    }

    private CompletableFuture<Recommendation> inWords(RecommendationQuery query, Ranking ranking) {
        return catalog.songs(ranking.songIds()).thenApply(songs -> {
            List<RecommendedSong> items = new ArrayList<>();
            for (Ranking.Item item : ranking.items()) {
                Song song = songs.get(item.songId());
                if (song != null) {
                    items.add(item.inWords(items.size() + 1, song, songs));
                }
            }
            return new Recommendation(query.user(), ranking.strategy(), ranking.version(), items, ranking.warnings());
        });
    }
}
