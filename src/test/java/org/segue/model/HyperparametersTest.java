package org.segue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.segue.interactions.InteractionMatrix;
import org.segue.testsupport.RandomInteractions;

class HyperparametersTest {

    @Test
    void equalsButForSeed_otherSeed_isTheSame() {
        Hyperparameters defaults = Hyperparameters.implicitDefaults();

        assertThat(defaults.equalsButForSeed(with(64, 7))).isTrue();
        assertThat(defaults.equalsButForSeed(with(32, defaults.seed()))).isFalse();
        assertThat(defaults.equalsButForSeed(Hyperparameters.explicitDefaults()))
                .isFalse();
    }

    @Test
    void usualUnobservedWeight_isHighestForTablesInBetween() {
        InteractionMatrix sparse = RandomInteractions.of(200, 2_000, 2_000, 7);
        InteractionMatrix between = RandomInteractions.of(100, 100, 150, 7);
        InteractionMatrix nearlyFull = RandomInteractions.of(10, 10, 300, 7);

        assertThat(Hyperparameters.usualUnobservedWeight(sparse, false)).isCloseTo(36 * density(sparse), within(1e-9));
        assertThat(density(sparse)).isLessThan(0.01);
        assertThat(Hyperparameters.usualUnobservedWeight(between, false)).isEqualTo(0.5);
        assertThat(Hyperparameters.usualUnobservedWeight(nearlyFull, false)).isLessThan(0.05);
    }

    @Test
    void readable_keepsTwoDigits() {
        assertThat(Hyperparameters.readable(0.0123456)).isEqualTo(0.012);
        assertThat(Hyperparameters.readable(123.4)).isEqualTo(120);
    }

    private static double density(InteractionMatrix table) {
        return table.interactions() / ((double) table.users() * table.songs());
    }

    private static Hyperparameters with(int dimension, long seed) {
        return Hyperparameters.implicitDefaults().withDimension(dimension).withSeed(seed);
    }
}
