package org.segue.ranking;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongStats;
import org.segue.listens.Measure;
import org.segue.model.ModelManifest;
import org.segue.model.StoredModel;

/**
 * Everything an answer is made of, at one moment: immutable and swapped whole, so that no answer sees two versions.
 *
 * @param manifest where the model comes from, null while there is none
 * @param factors ranks by the model, null while there is none
 * @param popular ranks by the number of users
 * @param songs who made the songs and who has them
 * @param likeness how alike songs and artists are, null while there is no model
 * @param map the most-played songs on a plane, made when it is first asked for
 */
record RankingSnapshot(
        @Nullable ModelManifest manifest,
        @Nullable FactorRecommender factors,
        PopularityRecommender popular,
        SongStats songs,
        @Nullable CosineSimilarity likeness,
        Lazy<SongMap> map) {

    /** Before anything is known. */
    static final RankingSnapshot EMPTY = of(null, null, popular(SongStats.EMPTY), SongStats.EMPTY, null);

    /** The same model with what is known of the songs now. */
    RankingSnapshot with(SongStats songsNow) {
        CosineSimilarity likenessNow = factors == null ? null : new CosineSimilarity(factors.model(), songsNow);
        return of(manifest, factors, popular(songsNow), songsNow, likenessNow);
    }

    /** The same songs with another model. */
    RankingSnapshot with(StoredModel stored) {
        return of(
                stored.manifest(),
                new FactorRecommender(stored.model()),
                popular,
                songs,
                new CosineSimilarity(stored.model(), songs));
    }

    /** The same without the embeddings of some users. */
    RankingSnapshot without(Set<Integer> userIds) {
        if (factors == null || manifest == null || !factors.model().knowsAnyOf(userIds)) {
            return this;
        }
        return with(new StoredModel(factors.model(), manifest).withoutUsers(userIds));
    }

    private static RankingSnapshot of(
            @Nullable ModelManifest manifest,
            @Nullable FactorRecommender factors,
            PopularityRecommender popular,
            SongStats songs,
            @Nullable CosineSimilarity likeness) {
        Lazy<SongMap> map = new Lazy<>(() -> likeness == null ? SongMap.EMPTY : SongMap.of(likeness, popular, songs));
        return new RankingSnapshot(manifest, factors, popular, songs, likeness, map);
    }

    /** Version of the model, null while there is none. */
    @Nullable
    String version() {
        return manifest == null ? null : manifest.version();
    }

    /** Whether the model knows a song; no model, no warning about it. */
    boolean hasEmbedding(int songId) {
        return factors == null || factors.model().songIndexOf(songId) >= 0;
    }

    /** How alike songs are; nothing is like anything while there is no model. */
    NormalizedEmbeddings embeddings() {
        return factors == null ? NormalizedEmbeddings.NONE : new NormalizedEmbeddings(factors.model());
    }

    /** What the model was trained on: users' histories must be read as the same. */
    Measure measure() {
        return manifest == null ? Measure.PLAYS : manifest.provenance().measure();
    }

    /** What is told of it. */
    RankingState state() {
        int[] heard = songs.heardSongs();
        return new RankingState(
                heard.length, Arrays.stream(heard).mapToLong(songs::listeners).sum(), manifest);
    }

    private static PopularityRecommender popular(SongStats songs) {
        int[] heard = songs.heardSongs();
        return new PopularityRecommender(
                heard, Arrays.stream(heard).map(songs::listeners).toArray());
    }
}
