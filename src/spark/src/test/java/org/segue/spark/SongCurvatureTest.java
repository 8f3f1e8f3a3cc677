package org.segue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SongCurvatureTest {

    private static final int DIMENSION = SmallProblem.OBJECTIVE.dimension();

    // M = α0 (PᵀP + λ |U| I) + k (C + λ/κ I), multiplied out.
    @Test
    void solve_timesTheMatrix_isTheGradient() {
        RowSums sums = SmallProblem.rowSums(SmallProblem.table());
        long rows = 40;
        double kappa = 1.5;
        double strength = 7.25;
        SongCurvature curvature = new SongCurvature(sums, rows, SmallProblem.OBJECTIVE, kappa);
        float[] gradient = {1, -2, 0.5f, 3, 0};
        float[] solution = new float[DIMENSION];
        curvature.solve(gradient, strength, solution, 0);

        double alpha0 = SmallProblem.OBJECTIVE.unobservedWeight();
        double lambda = SmallProblem.OBJECTIVE.regularization();
        for (int i = 0; i < DIMENSION; i++) {
            double sum = 0;
            for (int j = 0; j < DIMENSION; j++) {
                double cell = alpha0 * at(sums.gram(), i, j) + strength * at(sums.curvature(), i, j) / sums.weight();
                cell += i == j ? alpha0 * lambda * rows + strength * lambda / kappa : 0;
                sum += cell * solution[j];
            }
            assertThat(sum).isCloseTo(gradient[i], within(1e-4));
        }
    }

    @Test
    void strength_ofListenersWhoAgreeMoreThanOthers_isGreater() {
        SongCurvature curvature =
                new SongCurvature(SmallProblem.rowSums(SmallProblem.table()), 40, SmallProblem.OBJECTIVE, 2);
        float[] song = {1, 1, 1, 1, 1};

        assertThat(curvature.strength(song, 0, 3, 0)).isEqualTo(6);
        assertThat(curvature.strength(song, 0, 3, 1000)).isGreaterThan(6);
        assertThat(curvature.strength(new float[DIMENSION], 0, 3, 0)).isEqualTo(6);
    }

    private static double at(double[] triangle, int i, int j) {
        int row = Math.min(i, j);
        int column = Math.max(i, j);
        return triangle[row * DIMENSION - row * (row - 1) / 2 + column - row];
    }
}
