package org.segue.ranking.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.ranking.Owned;
import org.segue.ranking.Ownership;

/**
 * Songs laid out by their embeddings: what is alike lies close together. Directions alone count; places are those on the {@link
 * PrincipalPlane}, clusters are {@link Clusters}: a {@link Layout}. The same embeddings give the same map. Immutable, safe for any thread.
 *
 * @param model version of the model behind it, null while there is none
 * @param clusters those that have songs here, the largest of the whole map first
 * @param items most listeners first
 */
public record SongMap(@Nullable String model, List<MapCluster> clusters, List<MapSong> items) {

    private static final int LABEL_ARTISTS = 2;

    /**
     * Lays out songs.
     *
     * @param model version of the model that the directions come from, null if there is none
     * @param songs most listeners first
     * @param directions of length 1, one for each song
     * @param listeners number of users by a song's key
     */
    static SongMap of(@Nullable String model, List<Song> songs, float[][] directions, IntUnaryOperator listeners) {
        return of(model, songs, Layout.of(directions), directions, listeners);
    }

    /** The same with a layout that was made of these directions. */
    static SongMap of(
            @Nullable String model, List<Song> songs, Layout layout, float[][] directions, IntUnaryOperator listeners) {
        List<MapSong> placed = new ArrayList<>();
        for (int i = 0; i < directions.length; i++) {
            Song song = songs.get(i);
            placed.add(layout.place(song, directions[i], listeners.applyAsInt(song.id())));
        }
        return new SongMap(model, clusters(placed), List.copyOf(placed));
    }

    /** The first of those songs that somebody wants, marked as owned or not. */
    List<MapSong> first(int limit, Ownership ownership, Owned owned) {
        IntPredicate allowed = ownership.allowed(owned);
        return items.stream()
                .filter(placed -> allowed.test(placed.song().id()))
                .limit(limit)
                .map(placed -> placed.owned(ownership.isOwned(placed.song().id())))
                .toList();
    }

    /** Its songs by key. */
    Map<Integer, MapSong> byKey() {
        return items.stream().collect(Collectors.toMap(placed -> placed.song().id(), Function.identity()));
    }

    /** Songs in this layout, with the clusters that they are in. */
    SongMap of(List<MapSong> drawn) {
        Map<Integer, Integer> size = new HashMap<>();
        drawn.forEach(song -> size.merge(song.cluster(), 1, Integer::sum));
        List<MapCluster> occurring = clusters.stream()
                .map(cluster -> cluster.withSongs(size.getOrDefault(cluster.cluster(), 0)))
                .filter(cluster -> cluster.songs() > 0)
                .toList();
        return new SongMap(model, occurring, drawn);
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
        for (int cluster = 0; cluster < members.size(); cluster++) {
            List<MapSong> group = members.get(cluster);
            if (group.isEmpty()) {
                continue;
            }
            clusters.add(new MapCluster(
                    cluster,
                    label(group),
                    Layout.rounded(
                            group.stream().mapToDouble(MapSong::x).average().orElse(0)),
                    Layout.rounded(
                            group.stream().mapToDouble(MapSong::y).average().orElse(0)),
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
