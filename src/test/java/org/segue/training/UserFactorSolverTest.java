package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.model.Hyperparameters;

class UserFactorSolverTest {

    // By hand: QᵀQ = diag(1, 4); user 1 heard song 1 (q = (1, 0)), user 2 both (q₂ = (0, 2)); α0 = ½, λ = ¼, |I| = 2.
    // User 1: A = diag(½ + 1 + ¼(1 + 1), …), p = (1 / 2, 0).
    // User 2: A = diag(½ + 1 + ¼(2 + 1), 2 + 4 + ¼(2 + 1)), p = (1 / 2.25, 2 / 6.75).
    @Test
    void userFactors_diagonalCase_matchTheSumsByHand() {
        InteractionMatrix matrix = new InteractionMatrixBuilder()
                .add(1, 1, 1)
                .add(2, 1, 5)
                .add(2, 2, 9)
                .build();

        float[] factors = UserFactorSolver.userFactors(matrix, loss(0.25, 0.5), new float[] {1, 0, 0, 2}, 2);

        assertThat(factors).containsExactly(new float[] {0.5f, 0, 1 / 2.25f, 2 / 6.75f}, within(1e-6f));
    }

    @Test
    void userFactors_nothingToHoldThemDown_staysFinite() {
        InteractionMatrix matrix =
                new InteractionMatrixBuilder().add(1, 1, 1).add(2, 2, 1).build();

        float[] factors = UserFactorSolver.userFactors(matrix, loss(0, 0), new float[] {1, 1, 0, 0}, 1);

        for (float factor : factors) {
            assertThat(factor).isFinite();
        }
        assertThat(factors[0] + factors[1]).isCloseTo(1f, within(1e-3f));
    }

    private static Hyperparameters loss(double regularization, double unobservedWeight) {
        return Hyperparameters.implicitDefaults()
                .withRegularization(regularization)
                .withUnobservedWeight(unobservedWeight);
    }
}
