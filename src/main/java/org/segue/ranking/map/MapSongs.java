package org.segue.ranking.map;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.catalog.Named;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.ranking.DiversityReranker;
import org.segue.ranking.Owned;
import org.segue.ranking.OwnedBy;
import org.segue.ranking.Ownership;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Further;
import org.segue.ranking.RecommendationQuery.Mode;
import org.segue.ranking.Recommendations;
import org.segue.ranking.SimilarSongs;
import org.segue.ranking.SimilarSongs.SimilarItems;
import org.segue.ranking.Untried;

/** The songs that are marked on a map: what is recommended to a listener now, and paths. Blocks. */
@Singleton
public class MapSongs {

    /** No path, where none was asked for. */
    public static final SimilarItems NO_WAY = new SimilarItems(null, List.of(), null, Ownership.UNKNOWN);

    private final Recommendations recommendations;
    private final SimilarSongs similar;

    MapSongs(Recommendations recommendations, SimilarSongs similar) {
        this.recommendations = recommendations;
        this.similar = similar;
    }

    /**
     * Keys of the songs that a listener is recommended now, best first: those that the first page shows.
     *
     * @param n the most songs
     */
    public List<Integer> recommended(User user, int n, Owned owned) {
        if (n == 0) {
            return List.of();
        }
        Filter filter = Filter.UNHEARD.with(new Further(false, Untried.NONE, owned));
        RecommendationQuery query = new RecommendationQuery(
                List.of(Named.of(user)), List.of(), n, Mode.DISCOVER, filter, DiversityReranker.NONE, false);
        return recommendations.recommend(query).await().indefinitely().items().stream()
                .map(recommended -> recommended.song().id())
                .toList();
    }

    /** A path between two songs. */
    public SimilarItems way(Song from, Song to, int steps, OwnedBy owned) {
        return similar.path(from.id(), to.id(), steps, owned);
    }
}
