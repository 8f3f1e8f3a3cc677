package org.segue.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;
import org.segue.listens.Measure;
import org.segue.model.ModelManifest;
import org.segue.model.Objective;
import org.segue.model.StoredModel;
import org.segue.text.Sentence;

/**
 * Everything an answer is made of, at one moment: immutable and swapped whole, so that no answer sees two versions.
 *
 * @param manifest where the model comes from, null while there is none
 * @param factors ranks by the model, null while there is none
 * @param popular ranks by the number of users
 * @param songs who made the songs and who has them
 * @param similarity how similar songs and artists are, null while there is no model
 * @param embeddings the model's, of length 1; none while there is no model
 * @param untried songs that stand for their albums and artists; none unless they were asked for
 * @param owned what those own whom a question is for; unknown without a question
 */
public record RankingSnapshot(
        @Nullable ModelManifest manifest,
        @Nullable FactorRecommender factors,
        PopularityRecommender popular,
        SongStats songs,
        @Nullable CosineSimilarity similarity,
        NormalizedEmbeddings embeddings,
        UntriedSongs untried,
        Ownership owned) {

    private static final UserHistory NOBODY = new UserHistory(0, new int[0], new float[0]);

    /** Before anything is known. */
    static final RankingSnapshot EMPTY = of(null, null, SongStats.EMPTY);

    /** The same model with what is known of the songs now. */
    RankingSnapshot with(SongStats songsNow) {
        return of(manifest, factors, songsNow);
    }

    /** The same with the songs that its model has no embeddings of. */
    RankingSnapshot with(UntriedSongs songsWithout) {
        return factors == null
                ? this
                : new RankingSnapshot(
                        manifest,
                        factors,
                        popular,
                        songs,
                        similarity,
                        new NormalizedEmbeddings(factors.model(), songsWithout),
                        songsWithout,
                        owned);
    }

    /** The same with what those own whom a question is for. */
    RankingSnapshot with(Ownership ownership) {
        return new RankingSnapshot(manifest, factors, popular, songs, similarity, embeddings, untried, ownership);
    }

    /** The same songs with another model. */
    RankingSnapshot with(StoredModel stored) {
        return of(stored.manifest(), new FactorRecommender(stored.model()), popular, songs);
    }

    /** The same without the embeddings of some users. */
    RankingSnapshot without(Set<Integer> userIds) {
        if (factors == null || manifest == null || !factors.model().knowsAnyOf(userIds)) {
            return this;
        }
        return with(new StoredModel(factors.model(), manifest).withoutUsers(userIds));
    }

    /** A snapshot of these parts; the model is that of the factors. */
    static RankingSnapshot of(@Nullable ModelManifest manifest, @Nullable FactorRecommender factors, SongStats songs) {
        return of(manifest, factors, popular(songs), songs);
    }

    private static RankingSnapshot of(
            @Nullable ModelManifest manifest,
            @Nullable FactorRecommender factors,
            PopularityRecommender popular,
            SongStats songs) {
        return factors == null
                ? new RankingSnapshot(
                        manifest,
                        null,
                        popular,
                        songs,
                        null,
                        NormalizedEmbeddings.NONE,
                        UntriedSongs.NOTHING,
                        Ownership.UNKNOWN)
                : new RankingSnapshot(
                        manifest,
                        factors,
                        popular,
                        songs,
                        new CosineSimilarity(factors.model(), songs),
                        new NormalizedEmbeddings(factors.model()),
                        UntriedSongs.NOTHING,
                        Ownership.UNKNOWN);
    }

    /** Version of the model, null while there is none. */
    public @Nullable String version() {
        return manifest == null ? null : manifest.version();
    }

    /** Whether the model was trained elsewhere, on listeners who are not here. */
    boolean fromSongModel() {
        return manifest != null && manifest.fromSongModel();
    }

    /** What ranks better than the model, for who reads an answer; null if nothing is known to. */
    @Nullable
    Sentence warning() {
        return manifest == null ? null : manifest.warning();
    }

    /** Whether the model knows a song; no model, no warning about it. */
    boolean hasEmbedding(int songId) {
        return factors == null || factors.model().songIndexOf(songId) >= 0;
    }

    /** Whether the model predicts values, for which time is nothing. */
    boolean isExplicit() {
        return factors != null && factors.model().loss().objective() == Objective.EXPLICIT;
    }

    /** What the model was trained on: users' histories must be read as the same. */
    Measure measure() {
        return manifest == null ? Measure.PLAYS : manifest.provenance().measure();
    }

    /**
     * Keys of the songs that most users have and that have a direction, each recording once; most users first, none without a
     * model.
     *
     * @param n the most songs
     */
    public List<Integer> mostPlayed(int n) {
        CosineSimilarity known = similarity;
        if (known == null) {
            return List.of();
        }
        return ArtistCap.take(
                        (count, open) -> popular.recommend(
                                NOBODY,
                                new Selection(count, false, songId -> known.knowsSong(songId) && open.test(songId))),
                        n,
                        0,
                        songs)
                .stream()
                .map(ScoredSong::songId)
                .toList();
    }

    /** Whether a song can be compared with others: there is a model, it knows the song, and its embedding has a length. */
    public boolean hasDirection(int songId) {
        return similarity != null && similarity.knowsSong(songId);
    }

    /** A song's embedding scaled to length 1: {@code [dimension]}. */
    public float[] directionOf(int songId) {
        return embeddings.of(songId);
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
