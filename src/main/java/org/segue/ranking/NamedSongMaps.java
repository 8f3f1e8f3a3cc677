package org.segue.ranking;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Artist;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.ranking.SongMaps.Drawn;
import org.segue.ranking.SongMaps.DrawnCluster;
import org.segue.ranking.SongMaps.DrawnSong;

/** The map of {@link SongMaps} with its songs, and with names for its clusters. Blocks. */
@Singleton
public class NamedSongMaps {

    private final SongMaps maps;
    private final Catalog catalog;
    private final ArtistRepository artists;

    NamedSongMaps(SongMaps maps, Catalog catalog, ArtistRepository artists) {
        this.maps = maps;
        this.catalog = catalog;
        this.artists = artists;
    }

    /**
     * A map.
     *
     * @param model version of the model behind it, null while there is none
     * @param songs most listeners first
     * @param clusters those that have songs here, the largest of the whole map first
     */
    public record NamedMap(@Nullable String model, List<PlacedSong> songs, List<NamedCluster> clusters) {}

    /**
     * A song on the map.
     *
     * @param place where it lies
     * @param song the song
     */
    public record PlacedSong(DrawnSong place, Song song) {}

    /**
     * A group of songs that are alike.
     *
     * @param cluster the group
     * @param label its one or two artists with most listeners; its song with most where no artist is known
     */
    public record NamedCluster(DrawnCluster cluster, String label) {}

    /**
     * The songs that most people have; without those that have gone meanwhile.
     *
     * @param limit the most songs, positive
     */
    public NamedMap map(int limit) {
        Drawn drawn = maps.map(limit);
        Map<Integer, Song> songs = songs(drawn);
        List<PlacedSong> placed = new ArrayList<>();
        for (DrawnSong place : drawn.songs()) {
            Song song = songs.get(place.songId());
            if (song != null) {
                placed.add(new PlacedSong(place, song));
            }
        }
        return new NamedMap(drawn.model(), placed, clusters(drawn, songs));
    }

    private Map<Integer, Song> songs(Drawn drawn) {
        return catalog.songs(Stream.concat(
                                drawn.songs().stream().map(DrawnSong::songId),
                                drawn.clusters().stream().map(DrawnCluster::songId))
                        .distinct()
                        .toList())
                .join();
    }

    private List<NamedCluster> clusters(Drawn drawn, Map<Integer, Song> songs) {
        Map<Integer, Artist> names = artists
                .byIds(drawn.clusters().stream()
                        .flatMap(cluster -> cluster.artistIds().stream())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Artist::id, Function.identity()));
        return drawn.clusters().stream()
                .map(cluster -> new NamedCluster(cluster, label(cluster, names, songs)))
                .toList();
    }

    private static String label(DrawnCluster cluster, Map<Integer, Artist> artists, Map<Integer, Song> songs) {
        String label = cluster.artistIds().stream()
                .map(artists::get)
                .filter(Objects::nonNull)
                .map(Artist::name)
                .collect(Collectors.joining(", "));
        Song song = songs.get(cluster.songId());
        return label.isEmpty() && song != null ? song.title() : label;
    }
}
