package org.segue.ranking.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalPlaneTest {

    // Spread 3 along the second coordinate, 1 along the third, none along the first.
    @Test
    void project_axesOfUnequalSpread_areFoundWidestFirst() {
        float[][] points = {{5, 3, 0}, {5, -3, 0}, {5, 0, 1}, {5, 0, -1}};

        double[][] places = PrincipalPlane.project(points);

        assertPlace(places[0], 3, 0);
        assertPlace(places[1], -3, 0);
        assertPlace(places[2], 0, 1);
        assertPlace(places[3], 0, -1);
    }

    @Test
    void project_pointsOnALine_haveNoSecondCoordinate() {
        double[][] places = PrincipalPlane.project(new float[][] {{1, 1}, {2, 2}, {3, 3}});

        assertPlace(places[0], -Math.sqrt(2), 0);
        assertPlace(places[1], 0, 0);
        assertPlace(places[2], Math.sqrt(2), 0);
    }

    @Test
    void project_onePlaceOrNone_isTheMiddle() {
        assertThat(PrincipalPlane.project(new float[0][])).isEmpty();
        assertThat(PrincipalPlane.project(new float[][] {{1, 2}, {1, 2}})).isDeepEqualTo(new double[][] {{0, 0}, {0, 0}
        });
        assertThat(PrincipalPlane.project(new float[][] {{7}})).isDeepEqualTo(new double[][] {{0, 0}});
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void project_noOtherDirection_spreadsWiderThanTheFirstAndBothAreUncorrelated(long seed) {
        Random random = new Random(seed);
        float[][] points = new float[200][6];
        for (float[] point : points) {
            for (int k = 0; k < point.length; k++) {
                point[k] = (float) ((k + 1) * random.nextGaussian());
            }
        }
        double[][] places = PrincipalPlane.project(points);

        double widest = mean(places, 0, 0);
        assertThat(widest).isGreaterThan(mean(places, 1, 1));
        assertThat(mean(places, 0, 1)).isCloseTo(0, within(1e-6 * widest));
        for (int other = 0; other < 50; other++) {
            assertThat(spread(points, random)).isLessThanOrEqualTo(widest + 1e-9);
        }
        assertThat(PrincipalPlane.project(points)).isDeepEqualTo(places);
    }

    private static double mean(double[][] places, int a, int b) {
        double sum = 0;
        for (double[] place : places) {
            sum += place[a] * place[b] / places.length;
        }
        return sum;
    }

    // Variance of the points along some direction.
    private static double spread(float[][] points, Random random) {
        double[] direction = random.doubles(points[0].length, -1, 1).toArray();
        double squares = 0;
        for (double value : direction) {
            squares += value * value;
        }
        double sum = 0;
        double sumOfSquares = 0;
        for (float[] point : points) {
            double along = 0;
            for (int k = 0; k < direction.length; k++) {
                along += point[k] * direction[k] / Math.sqrt(squares);
            }
            sum += along / points.length;
            sumOfSquares += along * along / points.length;
        }
        return sumOfSquares - sum * sum;
    }

    private static void assertPlace(double[] place, double x, double y) {
        assertThat(place[0]).isCloseTo(x, within(1e-6));
        assertThat(place[1]).isCloseTo(y, within(1e-6));
    }
}
