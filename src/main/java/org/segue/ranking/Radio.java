package org.segue.ranking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.segue.catalog.Catalog;
import org.segue.catalog.Named;
import org.segue.catalog.Song;

/**
 * Songs without an end: from songs, or from what somebody hears at the moment. Where it is stands in the words that each answer ends with. Never blocks; safe for any
 * thread.
 */
@Singleton
public class Radio {

    private final Recommendations recommendations;
    private final RadioCursors cursors;
    private final Snapshots snapshots;
    private final Catalog catalog;
    private final HeavyWork heavyWork;

    Radio(
            Recommendations recommendations,
            RadioCursors cursors,
            Snapshots snapshots,
            Catalog catalog,
            HeavyWork heavyWork) {
        this.recommendations = recommendations;
        this.cursors = cursors;
        this.snapshots = snapshots;
        this.catalog = catalog;
        this.heavyWork = heavyWork;
    }

    /**
     * The first songs.
     *
     * @param query with seeds, or for one user
     */
    public Uni<Recommendation> start(RecommendationQuery query) {
        return Uni.createFrom()
                .deferred(() -> play(
                        query,
                        RadioState.start(
                                ResolvedQuery.seeds(query.seeds()),
                                ThreadLocalRandom.current().nextLong())));
    }

    /** The cursor of the first songs of a radio with seeds: who asks with it again is answered the same. */
    public String cursor(RecommendationQuery query) {
        return cursors.cursor(RadioState.start(
                ResolvedQuery.seeds(query.seeds()), ThreadLocalRandom.current().nextLong()));
    }

    /**
     * Where a radio is.
     *
     * @param cursor the words that the last answer ended with
     * @return nothing if they are not
     */
    public Optional<Place> place(String cursor) {
        return cursors.state(cursor).map(Place::new);
    }

    /** Where a radio is. */
    public static final class Place {
        private final RadioState state;

        private Place(RadioState state) {
            this.state = state;
        }

        /** Whether it began with these songs. */
        public boolean isFrom(List<RecommendationQuery.Seed> seeds) {
            return state.seeds().keySet().equals(ResolvedQuery.seeds(seeds).keySet());
        }
    }

    /**
     * The songs after a place.
     *
     * @param query for the same user; its seeds do not count
     */
    public Uni<Recommendation> next(RecommendationQuery query, Place place) {
        return Uni.createFrom()
                .completionStage(() -> catalog.songs(place.state.seeds().keySet()))
                .flatMap(songs -> play(query.withSeeds(seeds(place.state, songs)), place.state));
    }

    private static List<RecommendationQuery.Seed> seeds(RadioState state, Map<Integer, Song> songs) {
        return songs.values().stream()
                .map(song -> new RecommendationQuery.Seed(
                        new Named<>(song.publicId(), song), state.seeds().getOrDefault(song.id(), 1f)))
                .toList();
    }

    private Uni<Recommendation> play(RecommendationQuery query, RadioState state) {
        return Uni.createFrom()
                .completionStage(() -> snapshots.forRadio(query))
                .flatMap(snapshot -> play(query, state, snapshot));
    }

    private Uni<Recommendation> play(RecommendationQuery query, RadioState state, RankingSnapshot snapshot) {
        return Uni.createFrom()
                .completionStage(() -> recommendations.members(query, snapshot))
                .map(members -> ResolvedQuery.of(query, members, snapshot))
                .flatMap(resolved -> heavyWork.run(
                        RadioRanking.cost(snapshot, resolved),
                        () -> RadioRanking.of(
                                snapshot, resolved, state, query.whom().now())))
                .flatMap(ranking -> Uni.createFrom()
                        .completionStage(() -> catalog.songs(ranking.songIds()))
                        .map(songs ->
                                ranking.inWords(query, songs, snapshot.owned()).withNext(next(query, state, ranking))));
    }

    private String next(RecommendationQuery query, RadioState state, Ranking ranking) {
        List<Integer> given =
                ranking.items().stream().map(item -> item.song().songId()).toList();
        return given.size() < query.n() ? "" : cursors.cursor(state.after(given));
    }
}
