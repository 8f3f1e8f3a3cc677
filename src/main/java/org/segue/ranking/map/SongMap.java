package org.segue.ranking.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.ranking.Owned;
import org.segue.ranking.Ownership;

/**
 * Songs laid out by their embeddings: what is alike lies close together. Directions alone count; places are those on the {@link
 * PrincipalPlane}, clusters are {@link Clusters}. The same embeddings give the same map. Immutable, safe for any thread.
 *
 * @param model version of the model behind it, null while there is none
 * @param clusters those that have songs here, the largest of the whole map first
 * @param items most listeners first
 */
public record SongMap(@Nullable String model, List<MapCluster> clusters, List<MapSong> items) {

    private static final int MAX_CLUSTERS = 12;
    private static final int SONGS_OF_SMALL_CLUSTER = 8;
    private static final int LABEL_ARTISTS = 2;
    private static final long SEED = 1;

    /**
     * Lays out songs.
     *
     * @param model version of the model that the directions come from, null if there is none
     * @param songs most listeners first
     * @param directions of length 1, one for each song
     * @param listeners number of users by a song's key
     */
    static SongMap of(@Nullable String model, List<Song> songs, float[][] directions, IntUnaryOperator listeners) {
        double[][] places = PrincipalPlane.project(directions);
        int[] clusters = Clusters.of(directions, clusters(directions.length), SEED);
        List<MapSong> placed = new ArrayList<>();
        for (int i = 0; i < directions.length; i++) {
            Song song = songs.get(i);
            int users = listeners.applyAsInt(song.id());
            placed.add(new MapSong(song, places[i][0], places[i][1], clusters[i], users, null, null));
        }
        return new SongMap(model, clusters(placed), List.copyOf(placed));
    }

    /** The same map with its first songs alone of those that somebody wants, marked as owned or not. */
    SongMap limitedTo(int limit, Ownership ownership, Owned owned) {
        IntPredicate allowed = ownership.allowed(owned);
        List<MapSong> first = items.stream()
                .filter(placed -> allowed.test(placed.song().id()))
                .limit(limit)
                .map(placed -> placed.owned(ownership.isOwned(placed.song().id())))
                .toList();
        int[] drawn = new int[clusters.size()];
        first.forEach(song -> drawn[song.cluster()]++);
        List<MapCluster> occurring = clusters.stream()
                .filter(cluster -> drawn[cluster.cluster()] > 0)
                .map(cluster -> cluster.withSongs(drawn[cluster.cluster()]))
                .toList();
        return new SongMap(model, occurring, first);
    }

    /** √(n / 8) of them, at least 1, at most 12. */
    private static int clusters(int songs) {
        long wanted = Math.round(Math.sqrt((double) songs / SONGS_OF_SMALL_CLUSTER));
        return (int) Math.max(1, Math.min(MAX_CLUSTERS, wanted));
    }

    private static List<MapCluster> clusters(List<MapSong> songs) {
        List<List<MapSong>> members = new ArrayList<>();
        for (MapSong song : songs) {
            while (members.size() <= song.cluster()) {
                members.add(new ArrayList<>());
            }
            members.get(song.cluster()).add(song);
        }
        List<MapCluster> clusters = new ArrayList<>();
        for (List<MapSong> group : members) {
            clusters.add(new MapCluster(
                    clusters.size(),
                    label(group),
                    group.stream().mapToDouble(MapSong::x).average().orElse(0),
                    group.stream().mapToDouble(MapSong::y).average().orElse(0),
                    group.size()));
        }
        return List.copyOf(clusters);
    }

    private static String label(List<MapSong> group) {
        Map<Integer, Integer> listeners = new HashMap<>();
        Map<Integer, String> names = new HashMap<>();
        for (MapSong placed : group) {
            Song song = placed.song();
            if (song.artistId() != 0) {
                listeners.merge(song.artistId(), placed.listeners(), Integer::sum);
                names.put(song.artistId(), song.artist());
            }
        }
        String label = names.keySet().stream()
                .sorted(Comparator.<Integer>comparingInt(artist -> -listeners.getOrDefault(artist, 0))
                        .thenComparingInt(artist -> artist))
                .limit(LABEL_ARTISTS)
                .map(names::get)
                .collect(Collectors.joining(", "));
        return label.isEmpty() ? group.get(0).song().title() : label;
    }
}
