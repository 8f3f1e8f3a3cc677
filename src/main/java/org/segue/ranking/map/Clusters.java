package org.segue.ranking.map;

import java.util.Arrays;
import java.util.Random;
import org.segue.ranking.linalg.Vectors;

/**
 * Groups vectors of length 1 by direction: spherical k-means (Dhillon and Modha, Machine Learning 42, 2001), started by
 * k-means++ (Arthur and Vassilvitskii, SODA 2007) with the squared distance 2 − 2 · cosine. The same vectors and seed give the
 * same groups.
 */
final class Clusters {

    private static final int MAX_STEPS = 50;

    private final float[][] vectors;
    private final float[][] centers;
    private final int[] cluster;

    private Clusters(float[][] vectors, int k, long seed) {
        this.vectors = vectors;
        this.centers = centers(vectors, k, new Random(seed));
        this.cluster = new int[vectors.length];
    }

    /**
     * Groups vectors: at most 50 · n · k · d multiplications.
     *
     * @param vectors n arrays of length 1, of one dimension
     * @param k the most groups, positive; fewer come out if there are fewer directions
     * @param seed of the start
     * @return for each vector its group: the groups are numbered by size, the largest is 0
     */
    static int[] of(float[][] vectors, int k, long seed) {
        if (vectors.length == 0) {
            return new int[0];
        }
        Clusters clusters = new Clusters(vectors, k, seed);
        for (int step = 0; step < MAX_STEPS && clusters.assign(); step++) {
            clusters.move();
        }
        return bySize(clusters.cluster, clusters.centers.length);
    }

    private static float[][] centers(float[][] vectors, int k, Random random) {
        float[][] centers = new float[k][];
        double[] distance = new double[vectors.length];
        Arrays.fill(distance, 1);
        for (int c = 0; c < k; c++) {
            int next = draw(distance, random);
            if (next < 0) {
                return Arrays.copyOf(centers, c);
            }
            centers[c] = vectors[next].clone();
            for (int i = 0; i < distance.length; i++) {
                double apart = Math.max(0, 2 - 2 * Vectors.dot(vectors[i], centers[c]));
                // Rounding leaves something of the distance of a vector to itself.
                apart = apart < 1e-6 ? 0 : apart;
                distance[i] = c == 0 ? apart : Math.min(distance[i], apart);
            }
        }
        return centers;
    }

    /** A place, drawn with these weights; -1 if all are 0. */
    private static int draw(double[] weights, Random random) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        int last = -1;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /** Gives each vector to the nearest center, and answers whether any has changed hands. */
    private boolean assign() {
        boolean changed = false;
        for (int i = 0; i < vectors.length; i++) {
            int nearest = 0;
            double closest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < centers.length; c++) {
                double cosine = Vectors.dot(vectors[i], centers[c]);
                if (cosine > closest) {
                    closest = cosine;
                    nearest = c;
                }
            }
            changed |= cluster[i] != nearest;
            cluster[i] = nearest;
        }
        return changed;
    }

    // A center that has lost all its vectors becomes zeros, and gets none that points anywhere near another.
    private void move() {
        for (float[] center : centers) {
            Arrays.fill(center, 0);
        }
        for (int i = 0; i < vectors.length; i++) {
            float[] center = centers[cluster[i]];
            for (int k = 0; k < center.length; k++) {
                center[k] += vectors[i][k];
            }
        }
        for (float[] center : centers) {
            Vectors.normalize(center);
        }
    }

    private static int[] bySize(int[] cluster, int clusters) {
        int[] size = new int[clusters];
        for (int c : cluster) {
            size[c]++;
        }
        Integer[] order = new Integer[clusters];
        Arrays.setAll(order, c -> c);
        Arrays.sort(order, (a, b) -> size[a] != size[b] ? Integer.compare(size[b], size[a]) : Integer.compare(a, b));
        int[] number = new int[clusters];
        for (int c = 0; c < clusters; c++) {
            number[order[c]] = c;
        }
        return Arrays.stream(cluster).map(c -> number[c]).toArray();
    }
}
