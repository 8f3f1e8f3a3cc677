package org.segue.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;

/**
 * The songs that most people have, each recording once, laid out by their embeddings: what is alike lies close together.
 * Directions alone count, as in {@link CosineSimilarity}; places are those on the {@link PrincipalPlane}, groups are {@link Clusters}.
 * The same model and songs give the same map. Immutable, safe for any thread.
 *
 * @param places most listeners first
 * @param clusters by number
 */
record SongMap(List<Place> places, List<Cluster> clusters) {

    /** Without a model there is none. */
    static final SongMap EMPTY = new SongMap(List.of(), List.of());

    /** More songs than this no page draws. */
    static final int MAX_SONGS = 2000;

    private static final UserHistory NOBODY = new UserHistory(0, new int[0], new float[0]);
    private static final int MAX_CLUSTERS = 12;
    private static final int SONGS_OF_SMALL_CLUSTER = 8;
    private static final int LABEL_ARTISTS = 2;
    private static final long SEED = 1;

    /**
     * A song on the map.
     *
     * @param songId database key
     * @param x along the direction of the widest spread; -2 to 2, mostly within -1 and 1
     * @param y along the next widest
     * @param cluster number of its group
     */
    record Place(int songId, double x, double y, int cluster) {}

    /**
     * A group of songs.
     *
     * @param number 0 for the largest
     * @param x mean of its songs
     * @param y mean of its songs
     * @param artistIds keys of the one or two artists with most listeners in it; empty if none of its songs has an artist
     * @param songId key of its song with most listeners
     */
    record Cluster(int number, double x, double y, List<Integer> artistIds, int songId) {}

    /** Lays out the songs that the model knows and somebody has. */
    static SongMap of(CosineSimilarity likeness, PopularityRecommender popular, SongStats songs) {
        List<ScoredSong> drawn = ArtistCap.take(
                (n, open) -> popular.recommend(
                        NOBODY, new Selection(n, false, songId -> likeness.knowsSong(songId) && open.test(songId))),
                MAX_SONGS,
                0,
                songs);
        float[][] vectors = new float[drawn.size()][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = likeness.song(drawn.get(i).songId());
        }
        double[][] places = PrincipalPlane.project(vectors);
        int[] clusters = Clusters.of(vectors, clusters(vectors.length), SEED);
        List<Place> placed = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            placed.add(new Place(drawn.get(i).songId(), places[i][0], places[i][1], clusters[i]));
        }
        return new SongMap(List.copyOf(placed), clusters(placed, songs));
    }

    /** √(n / 8) of them, at least 1, at most 12. */
    private static int clusters(int songs) {
        long wanted = Math.round(Math.sqrt((double) songs / SONGS_OF_SMALL_CLUSTER));
        return (int) Math.max(1, Math.min(MAX_CLUSTERS, wanted));
    }

    private static List<Cluster> clusters(List<Place> places, SongStats songs) {
        List<List<Place>> members = new ArrayList<>();
        for (Place place : places) {
            while (members.size() <= place.cluster()) {
                members.add(new ArrayList<>());
            }
            members.get(place.cluster()).add(place);
        }
        List<Cluster> clusters = new ArrayList<>();
        for (List<Place> group : members) {
            clusters.add(new Cluster(
                    clusters.size(),
                    group.stream().mapToDouble(Place::x).average().orElse(0),
                    group.stream().mapToDouble(Place::y).average().orElse(0),
                    artists(group, songs),
                    group.get(0).songId()));
        }
        return List.copyOf(clusters);
    }

    private static List<Integer> artists(List<Place> group, SongStats songs) {
        Map<Integer, Integer> listeners = new HashMap<>();
        for (Place place : group) {
            int artist = songs.artistOf(place.songId());
            if (artist != 0) {
                listeners.merge(artist, songs.listeners(place.songId()), Integer::sum);
            }
        }
        return listeners.keySet().stream()
                .sorted(Comparator.<Integer>comparingInt(artist -> -listeners.getOrDefault(artist, 0))
                        .thenComparingInt(artist -> artist))
                .limit(LABEL_ARTISTS)
                .toList();
    }
}
