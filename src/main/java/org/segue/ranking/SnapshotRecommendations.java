package org.segue.ranking;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;

/**
 * Answers questions for songs: looks up who is meant, ranks, and puts the answer into words. Nothing in it blocks: what is
 * not in memory is read on worker threads. An answer is made of one snapshot and one history.
 */
@Singleton
class SnapshotRecommendations implements RecommendationService {

    private final Snapshots snapshots;
    private final QueryResolution resolution;
    private final Catalog catalog;
    private final MeterRegistry metrics;

    SnapshotRecommendations(Snapshots snapshots, QueryResolution resolution, Catalog catalog, MeterRegistry metrics) {
        this.snapshots = snapshots;
        this.resolution = resolution;
        this.catalog = catalog;
        this.metrics = metrics;
    }

    @Override
    public Uni<Recommendation> recommend(RecommendationQuery query) {
        return Uni.createFrom().completionStage(() -> answer(query));
    }

    private CompletableFuture<Recommendation> answer(RecommendationQuery query) {
        Timer.Sample timer = Timer.start(metrics);
        RankingSnapshot snapshot = snapshots.current();
        return resolution
                .resolve(query, snapshot)
                .thenCompose(resolved -> CompletableFuture.supplyAsync(
                        () -> Ranking.of(snapshot, resolved, Instant.now().getEpochSecond()),
                        resolved.takesLong(snapshot) ? Infrastructure.getDefaultWorkerPool() : Runnable::run))
                .thenCompose(ranking -> inWords(query, ranking))
                .whenComplete((answer, failure) -> timer.stop(metrics.timer(
                        "segue.recommendations",
                        "strategy",
                        answer == null ? "failed" : answer.strategy().name().toLowerCase(Locale.ROOT))));
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
            return new Recommendation(
                    query.user(), query.users(), ranking.strategy(), ranking.version(), items, ranking.warnings());
        });
    }
}
