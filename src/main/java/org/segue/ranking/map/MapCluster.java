package org.segue.ranking.map;

/**
 * A group of songs that are alike.
 *
 * @param cluster its number, which its songs name
 * @param label its one or two artists with most listeners; its song with most where no artist is known
 * @param x mean of its songs
 * @param y mean of its songs
 * @param songs how many of its songs are on the map
 */
public record MapCluster(int cluster, String label, double x, double y, int songs) {

    MapCluster withSongs(int count) {
        return new MapCluster(cluster, label, x, y, count);
    }
}
