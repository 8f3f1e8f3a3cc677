package org.segue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void of_normalValues_isAboutTheTextbookInterval() {
        Random random = new Random(1);
        double[] values = new double[2000];
        Arrays.setAll(values, i -> 5 + random.nextGaussian());
        double mean = Arrays.stream(values).average().orElseThrow();

        Estimate measure = Estimate.of(values, 42);

        // 1.96 / √2000 = .0438
        assertThat(measure.mean()).isEqualTo(mean);
        assertThat(measure.low()).isCloseTo(mean - 0.0438, within(0.006));
        assertThat(measure.high()).isCloseTo(mean + 0.0438, within(0.006));
    }

    @Test
    void of_equalValues_hasNoWidth() {
        assertThat(Estimate.of(new double[] {0.25, 0.25, 0.25}, 1)).isEqualTo(new Estimate(0.25, 0.25, 0.25));
    }

    @Test
    void of_nothing_isZero() {
        assertThat(Estimate.of(new double[0], 1)).isEqualTo(new Estimate(0, 0, 0));
    }

    @Test
    void of_sameSeed_isRepeatable() {
        double[] values = {0, 1, 0, 0, 1, 0.5, 0.25};

        assertThat(Estimate.of(values, 3)).isEqualTo(Estimate.of(values, 3));
        assertThat(Estimate.of(values, 3)).isNotEqualTo(Estimate.of(values, 4));
    }
}
