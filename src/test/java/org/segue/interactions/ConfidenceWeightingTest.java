package org.segue.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfidenceWeightingTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 1.6931472", "10, 3.3025851", "10000, 10.2103404"})
    void log_plays_isOnePlusTheLogarithm(float plays, float weight) {
        assertThat(ConfidenceWeighting.LOG.weight(plays)).isCloseTo(weight, within(1e-6f));
    }

    @Test
    void none_plays_isOne() {
        assertThat(ConfidenceWeighting.NONE.weight(0)).isOne();
        assertThat(ConfidenceWeighting.NONE.weight(1234)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void weight_morePlays_isNeverLessAndNeverBelowOne(ConfidenceWeighting weighting) {
        float last = 1;
        for (float plays = -5; plays < 1e6f; plays = plays < 5 ? plays + 0.5f : plays * 1.5f) {
            assertThat(weighting.weight(plays)).isGreaterThanOrEqualTo(last);
            last = weighting.weight(plays);
        }
    }
}
