package org.segue.ranking.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.ranking.linalg.Vectors;

class ClustersTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void of_bundlesFarApart_areTheClustersTheLargestFirst(long seed) {
        // Bundles of 10, 30 and 20 around three axes, in this order.
        float[][] vectors = bundles(new int[] {10, 30, 20}, seed);
        int[] expected = new int[60];
        Arrays.fill(expected, 0, 10, 2);
        Arrays.fill(expected, 10, 40, 0);
        Arrays.fill(expected, 40, 60, 1);

        assertThat(Clusters.of(vectors, 3, seed)).isEqualTo(expected).isEqualTo(Clusters.of(vectors, 3, seed));
    }

    @Test
    void of_everyVector_isNearestToTheMeanOfItsOwnCluster() {
        Random random = new Random(7);
        float[][] vectors = new float[300][5];
        for (float[] vector : vectors) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = (float) random.nextGaussian();
            }
            Vectors.normalize(vector);
        }
        int[] clusters = Clusters.of(vectors, 4, 1);
        float[][] means = new float[4][5];
        for (int i = 0; i < vectors.length; i++) {
            for (int k = 0; k < 5; k++) {
                means[clusters[i]][k] += vectors[i][k];
            }
        }
        for (float[] mean : means) {
            Vectors.normalize(mean);
        }
        int atHome = 0;
        for (int i = 0; i < vectors.length; i++) {
            double own = Vectors.dot(vectors[i], means[clusters[i]]);
            boolean nearest = true;
            for (float[] mean : means) {
                nearest &= Vectors.dot(vectors[i], mean) <= own + 1e-6;
            }
            atHome += nearest ? 1 : 0;
        }
        assertThat(atHome).isEqualTo(300);
    }

    @Test
    void of_fewerDirectionsThanClusters_makesFewer() {
        float[][] vectors = {{1, 0}, {1, 0}, {0, 1}, {1, 0}};

        assertThat(Clusters.of(vectors, 4, 1)).containsExactly(0, 0, 1, 0);
        assertThat(Clusters.of(new float[][] {{1, 0}}, 1, 1)).containsExactly(0);
        assertThat(Clusters.of(new float[0][], 3, 1)).isEmpty();
    }

    private static float[][] bundles(int[] sizes, long seed) {
        Random random = new Random(seed);
        float[][] vectors = new float[Arrays.stream(sizes).sum()][sizes.length];
        int i = 0;
        for (int bundle = 0; bundle < sizes.length; bundle++) {
            for (int j = 0; j < sizes[bundle]; j++, i++) {
                for (int k = 0; k < sizes.length; k++) {
                    vectors[i][k] = (float) ((k == bundle ? 1 : 0) + 0.05 * random.nextGaussian());
                }
                Vectors.normalize(vectors[i]);
            }
        }
        return vectors;
    }
}
