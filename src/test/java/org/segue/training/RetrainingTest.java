package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segue.api.Jobs;
import org.segue.jobs.JobStatus;
import org.segue.model.Hyperparameters;
import org.segue.model.Objective;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.Services;

/** Segue trains by itself: everything is real but the clock. */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class RetrainingTest {

    private static final Hyperparameters SMALL =
            Hyperparameters.implicitDefaults().withDimension(4).withEpochs(2);

    @Inject
    Retraining retraining;

    @Inject
    TrainingService trainings;

    @BeforeAll
    static void beEmpty() {
        EmptyService.now();
    }

    @Test
    void look_changedInteractions_trainsWhenItIsTimeAndNotTwice() throws Exception {
        Clock now = Clock.system(ZoneOffset.UTC);
        Clock dayAfterTomorrow = Clock.offset(now, Duration.ofDays(2));
        importTable(0, 400);
        assertThat(retraining.look(dayAfterTomorrow)).as("no model to renew").isFalse();

        end(trainings.start(new TrainingSpec(SMALL, null, false)));
        assertThat(retraining.look(dayAfterTomorrow)).as("nothing has changed").isFalse();

        importTable(400, 440);
        assertThat(retraining.look(now)).as("not yet night").isFalse();
        assertThat(retraining.look(dayAfterTomorrow)).isTrue();
        assertThat(retraining.look(dayAfterTomorrow)).as("one is running").isFalse();
        Training renewed = end(trainings.newest(Integer.MAX_VALUE, 1).get(0));
        assertThat(renewed.hyperparameters()).isEqualTo(SMALL);
        assertThat(renewed.tune()).isFalse();
        assertThat(renewed.outcome().evaluation()).isNotNull();

        importTable(440, 2000);
        assertThat(retraining.look(dayAfterTomorrow)).isTrue();
        Training ofOtherData = end(trainings.newest(Integer.MAX_VALUE, 1).get(0));
        assertThat(ofOtherData.tune())
                .as("most interactions are new: other hyperparameters may be better")
                .isTrue();
        assertThat(ofOtherData.hyperparameters().loss().objective()).isEqualTo(Objective.IMPLICIT);

        importTable(2000, 2040);
        assertThat(retraining.look(now)).as("not yet night").isFalse();
        assertThat(retraining.look(Clock.offset(now, Duration.ofDays(-3650))))
                .as("the clock was set back: all trainings seem to lie in the future")
                .isTrue();
        end(trainings.newest(Integer.MAX_VALUE, 1).get(0));
    }

    private Training end(Training training) {
        Jobs.eventually(() -> assertThat(state(training).status()).isNotIn(JobStatus.QUEUED, JobStatus.RUNNING));
        Training state = state(training);
        assertThat(state.status()).as(state.error()).isEqualTo(JobStatus.COMPLETED);
        return state;
    }

    private Training state(Training training) {
        return trainings.byId(training.id()).orElseThrow();
    }

    private static void importTable(int from, int to) {
        StringBuilder rows = new StringBuilder("user,song,plays\n");
        for (int i = from; i < to; i++) {
            rows.append("u%d,s%d,1\n".formatted(i % 40, i / 40 + 50 * (i % 2)));
        }
        Jobs.importedTable("source=part-" + from, rows.toString());
    }
}
