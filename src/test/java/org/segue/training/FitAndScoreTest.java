package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.Recency;
import org.segue.model.Recency.Moment;
import org.segue.training.djl.DjlFactorTraining;

/** What a search relies on: a fitted model with another meaning of time scores as if it had been fitted with it. */
class FitAndScoreTest {

    private static final Recency RECENCY = new Recency(3600, Moment.NONE, Moment.NONE, 0.1, false);

    private final FitAndScore scores = new FitAndScore(new DjlFactorTraining(), twoTastes(), HoldOut.Order.TIME, 42, 1);

    @Test
    void with_anotherHalfLife_scoresAsIfFittedWithIt() {
        FactorModel hour = fit(RECENCY);
        FactorModel never = scores.with(hour, RECENCY.withHalfLife(0));

        assertThat(scores.of(never).ndcgAt10())
                .isEqualTo(scores.of(fit(RECENCY.withHalfLife(0))).ndcgAt10());
        assertThat(scores.mean(hour)).isGreaterThan(scores.mean(never) + 0.05);
    }

    @Test
    void with_otherNeighborsAlone_keepsTheUsers() {
        FactorModel hour = fit(RECENCY);

        assertThat(scores.with(hour, RECENCY.withInSession(new Moment(60, 1, 1)))
                        .users())
                .isEqualTo(hour.users());
    }

    private FactorModel fit(Recency recency) {
        Hyperparameters hyperparameters = Hyperparameters.implicitDefaults()
                .withDimension(8)
                .withEpochs(8)
                .withRecency(recency);
        return scores.fit(hyperparameters, progress -> {});
    }

    /** Everybody hears songs of one kind for long, and of the other at last. */
    private static InteractionMatrix twoTastes() {
        SplittableRandom random = new SplittableRandom(5);
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        for (int user = 1; user <= 60; user++) {
            for (int k = 0; k < 30; k++) {
                int kind = (user + (k < 20 ? 0 : 1)) % 2;
                cells.addListen(user, 1 + kind + 2 * random.nextInt(40), 1_700_000_000L + 3600L * k);
            }
        }
        return cells.build();
    }
}
