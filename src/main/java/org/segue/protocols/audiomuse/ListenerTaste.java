package org.segue.protocols.audiomuse;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.segue.catalog.Catalog;
import org.segue.catalog.Named;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.ranking.DiversityReranker;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Further;
import org.segue.ranking.Recommendations;
import org.segue.ranking.RecommendedSong;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.Untried;

/**
 * Puts a mix into the order of a listener's taste. Each song's similarity is averaged with its place in the listener's own ranking of the mix, from 1 for
 * the first down to 0 behind the last; what the listener has banned is left out. Its methods block.
 */
@Singleton
class ListenerTaste {

    private final Recommendations recommendations;
    private final Catalog catalog;

    ListenerTaste(Recommendations recommendations, Catalog catalog) {
        this.recommendations = recommendations;
        this.catalog = catalog;
    }

    /** A mix as the listener likes it; as it was for somebody of whom too little is known. */
    List<ScoredSong> ordered(String listener, List<ScoredSong> mix) {
        User user = catalog.user(listener).join().orElse(null);
        if (user == null || mix.isEmpty()) {
            return mix;
        }
        Recommendation ranking =
                recommendations.recommend(ranking(user, mix)).await().indefinitely();
        return ranking.strategy().isOfTaste() ? ordered(mix, ranking.items()) : mix;
    }

    private RecommendationQuery ranking(User user, List<ScoredSong> mix) {
        List<Named<Song>> songs = catalog
                .songs(mix.stream().map(ScoredSong::songId).toList())
                .join()
                .values()
                .stream()
                .map(song -> new Named<>(song.publicId(), song))
                .toList();
        Filter all = new Filter(false, 0, Set.of(), Set.of(), Set.of(), songs, new Further(true, Untried.MIXED), 0);
        return new RecommendationQuery(
                List.of(Named.of(user)),
                List.of(),
                mix.size(),
                RecommendationQuery.Mode.DISCOVER,
                all,
                DiversityReranker.NONE,
                false);
    }

    private static List<ScoredSong> ordered(List<ScoredSong> mix, List<RecommendedSong> ranking) {
        Map<Integer, Float> taste = new HashMap<>();
        for (int place = 0; place < ranking.size(); place++) {
            taste.put(ranking.get(place).song().id(), 1 - (float) place / ranking.size());
        }
        List<ScoredSong> ordered = new ArrayList<>();
        for (ScoredSong song : mix) {
            if (taste.containsKey(song.songId())) {
                float liking = Objects.requireNonNull(taste.get(song.songId()));
                ordered.add(new ScoredSong(song.songId(), (song.score() + liking) / 2));
            }
        }
        ordered.sort(Comparator.comparingDouble(ScoredSong::score).reversed());
        return ordered;
    }
}
