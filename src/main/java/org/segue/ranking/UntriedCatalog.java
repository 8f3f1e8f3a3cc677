package org.segue.ranking;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongAlbumRepository;
import org.segue.catalog.SongStats;
import org.segue.model.FactorModel;

/**
 * Finds the untried songs of a snapshot when somebody asks for them, and keeps those of the last. Songs that came since the model was trained are among
 * them as soon as a snapshot knows them. Never blocks; safe for any thread.
 */
@Singleton
class UntriedCatalog {

    private final SongAlbumRepository albums;
    private @Nullable Found last;

    UntriedCatalog(SongAlbumRepository albums) {
        this.albums = albums;
    }

    private record Found(FactorModel model, SongStats stats, CompletableFuture<UntriedSongs> songs) {
        boolean isOf(FactorModel otherModel, SongStats otherStats) {
            return model.equals(otherModel) && stats.equals(otherStats) && !songs.isCompletedExceptionally();
        }
    }

    /** The snapshot with its untried songs, if a question asks for any. */
    CompletableFuture<RankingSnapshot> complete(RankingSnapshot snapshot, RecommendationQuery query) {
        FactorRecommender factors = snapshot.factors();
        return factors == null || query.filter().further().untried() == Untried.NONE
                ? CompletableFuture.completedFuture(snapshot)
                : of(factors.model(), snapshot.songs()).thenApply(snapshot::with);
    }

    private synchronized CompletableFuture<UntriedSongs> of(FactorModel model, SongStats stats) {
        Found known = last;
        if (known == null || !known.isOf(model, stats)) {
            known = new Found(model, stats, albums.read().thenApply(read -> UntriedSongs.of(model, stats, read)));
            last = known;
        }
        return known.songs();
    }
}
