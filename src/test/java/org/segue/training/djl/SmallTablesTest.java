package org.segue.training.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;

/** Tables of a listener or a few, with default hyperparameters: the first steps are long for them, and still they are fitted. */
class SmallTablesTest {

    private final DjlFactorTraining training = new DjlFactorTraining();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10})
    void train_tablesOfAFewListeners_areFitted(int users) {
        SplittableRandom random = new SplittableRandom(users);
        for (int table = 0; table < 40; table++) {
            InteractionMatrix interactions = table(users, 1 + random.nextInt(60), random);
            Hyperparameters usual = Hyperparameters.implicitDefaults().withUsualUnobservedWeight(interactions);

            FactorModel model =
                    training.train(interactions, usual, 1, progress -> {}).model();

            assertThat(model.songFactors()).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY);
        }
    }

    private static InteractionMatrix table(int users, int songs, SplittableRandom random) {
        double part = 0.1 + 0.9 * random.nextDouble();
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        for (int user = 1; user <= users; user++) {
            cells.add(user, 1, 1);
            for (int song = 2; song <= songs; song++) {
                if (random.nextDouble() < part) {
                    cells.add(user, song, 1 + random.nextInt(9));
                }
            }
        }
        return cells.build();
    }
}
