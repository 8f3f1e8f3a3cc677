package org.segue.ranking;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The map of the most-played songs, by the model that answers now. It is made when it is first asked for after the model or
 * the listens have changed, in a fraction of a second and by one thread, while others who ask wait: not for an event loop.
 */
@Singleton
public class SongMaps {

    private final Snapshots snapshots;

    SongMaps(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * A map in keys. Where a song lies, and in which cluster, does not depend on how many songs are asked for.
     *
     * @param model version of the model behind it, null while there is none
     * @param songs most listeners first
     * @param clusters those that have songs here, the largest of the whole map first
     */
    public record Drawn(@Nullable String model, List<DrawnSong> songs, List<DrawnCluster> clusters) {}

    /**
     * A song on a map.
     *
     * @param songId database key
     * @param x along the direction in which songs differ most, the mean of all drawn at 0
     * @param y along the next
     * @param cluster number of its cluster
     * @param listeners number of users who have it
     */
    public record DrawnSong(int songId, double x, double y, int cluster, int listeners) {}

    /**
     * A group of songs that are alike.
     *
     * @param number what the songs call it
     * @param x mean of its songs, drawn or not
     * @param y mean of its songs, drawn or not
     * @param songs how many of its songs are drawn
     * @param artistIds keys of the one or two artists with most listeners in it, empty if none is known
     * @param songId key of its song with most listeners
     */
    public record DrawnCluster(int number, double x, double y, int songs, List<Integer> artistIds, int songId) {}

    /**
     * The songs that most people have.
     *
     * @param limit the most songs, positive
     */
    public Drawn map(int limit) {
        RankingSnapshot snapshot = snapshots.current();
        SongMap map = snapshot.map().get();
        List<DrawnSong> songs = map.places().stream()
                .limit(limit)
                .map(place -> new DrawnSong(
                        place.songId(),
                        place.x(),
                        place.y(),
                        place.cluster(),
                        snapshot.songs().listeners(place.songId())))
                .toList();
        return new Drawn(snapshot.version(), songs, clusters(map, songs));
    }

    private static List<DrawnCluster> clusters(SongMap map, List<DrawnSong> songs) {
        int[] drawn = new int[map.clusters().size()];
        songs.forEach(song -> drawn[song.cluster()]++);
        return map.clusters().stream()
                .filter(cluster -> drawn[cluster.number()] > 0)
                .map(cluster -> new DrawnCluster(
                        cluster.number(),
                        cluster.x(),
                        cluster.y(),
                        drawn[cluster.number()],
                        cluster.artistIds(),
                        cluster.songId()))
                .toList();
    }
}
