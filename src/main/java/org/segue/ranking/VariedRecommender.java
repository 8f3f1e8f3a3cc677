package org.segue.ranking;

import java.util.List;
import org.segue.catalog.SongTable;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;

/**
 * Ranks by a model and lets answers stray from that as far as a {@link Variety} says: as a request with diversity or adventure
 * does, to measure what these cost. Immutable, safe for any thread.
 */
public final class VariedRecommender implements Recommender {

    private final FactorRecommender plain;
    private final Variety variety;
    private final SongTable songs;
    private final UnitEmbeddings embeddings;

    /**
     * A recommender.
     *
     * @param plain ranks
     * @param variety how far to stray
     * @param interactions say how many users have a song
     */
    public VariedRecommender(FactorRecommender plain, Variety variety, InteractionMatrix interactions) {
        this.plain = plain;
        this.variety = variety;
        this.songs = songs(interactions);
        this.embeddings = new UnitEmbeddings(plain.model());
    }

    private static SongTable songs(InteractionMatrix interactions) {
        int[] ids = interactions.songIds();
        int[] listeners = new int[ids.length == 0 ? 0 : ids[ids.length - 1] + 1];
        for (int songIndex : interactions.songIndexes()) {
            listeners[ids[songIndex]]++;
        }
        return new SongTable(new int[0], listeners);
    }

    @Override
    public List<ScoredSong> recommend(UserHistory history, Selection selection) {
        int n = selection.n();
        List<ScoredSong> pool = plain.recommend(history, selection.narrowed(variety.pool(n), songId -> true));
        return variety.choose(pool, n, songs, embeddings);
    }
}
