package org.segue.ranking.map;

import org.segue.catalog.Song;
import org.segue.ranking.linalg.Vectors;

/**
 * Where songs lie on a map, and in which cluster, by their directions: also those that the map was not made of. Immutable, safe for
 * any thread.
 */
final class Layout {

    private static final int MAX_CLUSTERS = 12;
    private static final int SONGS_OF_SMALL_CLUSTER = 8;
    private static final long SEED = 1;

    /** Places are told with four digits: a screen shows no more, however near it is looked at. */
    private static final double DIGITS = 1e4;

    private final PrincipalPlane plane;
    private final float[][] centers;

    private Layout(PrincipalPlane plane, float[][] centers) {
        this.plane = plane;
        this.centers = centers;
    }

    /**
     * Lays out a map.
     *
     * @param directions of length 1, those of the songs that the map is made of
     */
    static Layout of(float[][] directions) {
        int[] cluster = Clusters.of(directions, clusters(directions.length), SEED);
        return new Layout(PrincipalPlane.of(directions), centers(directions, cluster));
    }

    /**
     * A song in its place.
     *
     * @param direction of length 1
     * @param listeners number of users who have it
     */
    MapSong place(Song song, float[] direction, int listeners) {
        double[] place = plane.place(direction);
        return new MapSong(song, rounded(place[0]), rounded(place[1]), nearest(direction), listeners, null, null);
    }

    static double rounded(double coordinate) {
        return Math.round(coordinate * DIGITS) / DIGITS;
    }

    /** √(n / 8) of them, at least 1, at most 12. */
    private static int clusters(int songs) {
        long wanted = Math.round(Math.sqrt((double) songs / SONGS_OF_SMALL_CLUSTER));
        return (int) Math.max(1, Math.min(MAX_CLUSTERS, wanted));
    }

    /** The directions of the clusters' sums. */
    private static float[][] centers(float[][] directions, int[] cluster) {
        int count = 0;
        for (int c : cluster) {
            count = Math.max(count, c + 1);
        }
        float[][] centers = new float[count][directions.length == 0 ? 0 : directions[0].length];
        for (int i = 0; i < directions.length; i++) {
            for (int k = 0; k < directions[i].length; k++) {
                centers[cluster[i]][k] += directions[i][k];
            }
        }
        for (float[] center : centers) {
            Vectors.normalize(center);
        }
        return centers;
    }

    private int nearest(float[] direction) {
        int nearest = 0;
        double closest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < centers.length; c++) {
            double cosine = Vectors.dot(direction, centers[c]);
            if (cosine > closest) {
                closest = cosine;
                nearest = c;
            }
        }
        return nearest;
    }
}
