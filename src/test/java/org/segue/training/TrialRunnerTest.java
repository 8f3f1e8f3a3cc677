package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.Hyperparameters;
import org.segue.testsupport.RandomInteractions;

class TrialRunnerTest {

    private static final FactorTraining NEVER = (interactions, hyperparameters, threads, listener) -> {
        throw new AssertionError("nothing is to be fitted");
    };

    @Test
    void forAll_tableSearchedOnASample_weighsEachOfTheManyMoreSongsLess() {
        InteractionMatrix all = RandomInteractions.of(20_000, 300_000, 1_000_000, 7);
        TrialRunner trials = trials(all);
        double ofAll = Hyperparameters.usualUnobservedWeight(all, false);

        assertThat(trials.usualUnobservedWeight()).isGreaterThan(1.2 * ofAll);
        assertThat(trials.forAll(small(trials.usualUnobservedWeight())).loss().unobservedWeight())
                .isCloseTo(ofAll, within(0.05 * ofAll));
        assertThat(trials.forSample(small(ofAll)).loss().unobservedWeight())
                .isCloseTo(trials.usualUnobservedWeight(), within(0.05 * trials.usualUnobservedWeight()));
    }

    @Test
    void forAll_tableSearchedWhole_isTheSame() {
        TrialRunner trials = trials(RandomInteractions.of(200, 300, 2_000, 7));

        assertThat(trials.forAll(small(0.1234))).isEqualTo(small(0.1234));
        assertThat(trials.forSample(small(0.1234))).isEqualTo(small(0.1234));
    }

    private static TrialRunner trials(InteractionMatrix all) {
        return new TrialRunner(NEVER, all, 42, 1, new ProgressTracker(progress -> {}, 1, 1, 1));
    }

    private static Hyperparameters small(double unobservedWeight) {
        return Hyperparameters.implicitDefaults().withUnobservedWeight(unobservedWeight);
    }
}
