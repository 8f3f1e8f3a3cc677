package org.segue.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.segue.interactions.ConfidenceWeighting;

class HyperparametersTest {

    @Test
    void isSameRecipeAs_otherSeed_isTheSame() {
        Hyperparameters defaults = Hyperparameters.implicitDefaults();

        assertThat(defaults.isSameRecipeAs(with(64, 7))).isTrue();
        assertThat(defaults.isSameRecipeAs(with(32, defaults.seed()))).isFalse();
        assertThat(defaults.isSameRecipeAs(Hyperparameters.explicitDefaults())).isFalse();
    }

    private static Hyperparameters with(int dimension, long seed) {
        Hyperparameters h = Hyperparameters.implicitDefaults();
        return new Hyperparameters(
                h.objective(),
                dimension,
                h.epochs(),
                h.learningRate(),
                h.batchSize(),
                h.regularization(),
                h.unobservedWeight(),
                ConfidenceWeighting.NONE,
                seed);
    }
}
