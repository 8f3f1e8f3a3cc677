package org.segue.ranking;

import java.util.List;
import org.segue.catalog.SongStats;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;

/**
 * Ranks by a model and lets answers stray from that as far as a {@link DiversityReranker} says: as a request with diversity or adventure
 * does, to measure what these cost. Immutable, safe for any thread.
 */
public final class DiverseRecommender implements Recommender {

    private final FactorRecommender plain;
    private final DiversityReranker reranker;
    private final SongStats songs;
    private final NormalizedEmbeddings embeddings;

    /**
     * A recommender.
     *
     * @param plain ranks
     * @param reranker how far to stray
     * @param interactions say how many users have a song
     */
    public DiverseRecommender(FactorRecommender plain, DiversityReranker reranker, InteractionMatrix interactions) {
        this.plain = plain;
        this.reranker = reranker;
        this.songs = songs(interactions);
        this.embeddings = new NormalizedEmbeddings(plain.model());
    }

    private static SongStats songs(InteractionMatrix interactions) {
        int[] ids = interactions.songIds();
        int[] listeners = new int[ids.length == 0 ? 0 : ids[ids.length - 1] + 1];
        for (int songIndex : interactions.songIndexes()) {
            listeners[ids[songIndex]]++;
        }
        return new SongStats(new int[0], listeners);
    }

    @Override
    public List<ScoredSong> recommend(UserHistory history, Selection selection) {
        return reranker.rerank(
                selection.n(),
                n -> plain.recommend(history, new Selection(n, selection.excludeHeard(), selection.allowed())),
                songs,
                embeddings);
    }
}
