package org.segue.ranking;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongAlbumRepository;
import org.segue.catalog.SongStats;
import org.segue.model.FactorModel;
import org.segue.ranking.RecommendationQuery.Further;

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
        return complete(snapshot, isAsked(snapshot, query));
    }

    /** The same, and if it starts from songs of which the model has no embedding. */
    CompletableFuture<RankingSnapshot> completeForRadio(RankingSnapshot snapshot, RecommendationQuery query) {
        boolean isUnknown = !query.seeds().isEmpty()
                && query.seeds().stream()
                        .allMatch(seed -> seed.song().found() == null
                                || !snapshot.hasEmbedding(seed.song().found().id()));
        return complete(snapshot, isAsked(snapshot, query) || isUnknown);
    }

    // Where nothing is known to be owned, nothing of it takes part.
    private static boolean isAsked(RankingSnapshot snapshot, RecommendationQuery query) {
        Further further = query.filter().further();
        return further.untried() != Untried.NONE || (snapshot.owned().isKnown() && further.place() != Untried.NONE);
    }

    /** The snapshot with its untried songs. */
    CompletableFuture<RankingSnapshot> complete(RankingSnapshot snapshot) {
        return complete(snapshot, true);
    }

    private CompletableFuture<RankingSnapshot> complete(RankingSnapshot snapshot, boolean isNeeded) {
        FactorRecommender factors = snapshot.factors();
        return factors == null || !isNeeded
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
