package org.segue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void firstTwoRounds_haveNoMomentum() {
        Pace first = Pace.first(1.5).next(1, 1.5);
        Pace second = first.next(0.9, 1.5);
        Pace third = second.next(0.8, 1.5);

        assertThat(first.momentum(0.5)).isZero();
        assertThat(second.momentum(0.5)).isZero();
        assertThat(third.momentum(0.5)).isEqualTo(0.5);
    }

    @Test
    void lossThatGrew_makesStepsShorter_withoutMomentumForTwoRounds() {
        Pace grown = new Pace(1.5, 9, 0.8).next(0.81, 1.5);
        Pace after = grown.next(0.8, 1.5);

        assertThat(grown.kappa()).isEqualTo(2.25);
        assertThat(grown.momentum(0.5)).isZero();
        assertThat(after.momentum(0.5)).isZero();
        assertThat(after.next(0.79, 1.5).momentum(0.5)).isEqualTo(0.5);
    }

    @Test
    void lossThatFalls_letsKappaGoBackToWhereItBegan() {
        Pace pace = new Pace(2.25, 1, 0.8);
        double loss = 0.8;
        for (int round = 0; round < 20; round++) {
            loss -= 0.001;
            pace = pace.next(loss, 1.5);
        }

        assertThat(pace.kappa()).isCloseTo(1.5, within(1e-12));
    }
}
