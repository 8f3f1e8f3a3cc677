package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.jobs.JobState;
import org.segue.jobs.JobStatus;
import org.segue.model.Hyperparameters;
import org.segue.model.OutOfRangeException;
import org.segue.model.Trial;
import org.segue.training.Training.Fitting;
import org.segue.training.Training.Outcome;

/** What clients see of a training, and what they may ask for. */
class TrainingTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final Training QUEUED = new Training(
            new JobState(3, JobStatus.QUEUED, Instant.EPOCH, null, null, 0, null),
            Hyperparameters.implicitDefaults(),
            true,
            new Fitting(0, null, null, List.of(), null),
            Outcome.NONE);

    @Test
    void json_isOneFlatObject() {
        JsonNode json = JSON.valueToTree(QUEUED);

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "status",
                        "createdAt",
                        "startedAt",
                        "finishedAt",
                        "progress",
                        "error",
                        "hyperparameters",
                        "tune",
                        "epoch",
                        "loss",
                        "secondsLeft",
                        "trials",
                        "stage",
                        "model",
                        "evaluation",
                        "activated",
                        "reason");
        assertThat(json.get("hyperparameters").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "objective",
                        "dimension",
                        "epochs",
                        "learningRate",
                        "batchSize",
                        "regularization",
                        "unobservedWeight",
                        "confidence",
                        "seed");
    }

    @Test
    void json_ofHyperparameters_isReadAgain() throws Exception {
        Hyperparameters hyperparameters = Hyperparameters.explicitDefaults().withSeed(7);

        assertThat(JSON.readValue(JSON.writeValueAsString(hyperparameters), Hyperparameters.class))
                .isEqualTo(hyperparameters);
    }

    @Test
    void after_epochAndTrial_showsBoth() {
        Trial trial = new Trial(1, Hyperparameters.implicitDefaults(), 0.25, 1);
        Training shown = QUEUED.after(trial).after(new TrainingProgress(Stage.SEARCHING, 2, 5, 0.5, 10, 0.25));

        assertThat(shown.progress()).isEqualTo(0.25);
        assertThat(shown.fitting()).isEqualTo(new Fitting(2, 0.5, 30.0, List.of(trial), Stage.SEARCHING));
    }

    @Test
    void request_ofTexts_readsThem() {
        TrainingSpec spec = TrainingRequest.of(
                        Map.of("dimension", "8", "learningRate", "1e-2", "confidence", "log", "tune", "false"))
                .spec();

        assertThat(spec.hyperparameters().dimension()).isEqualTo(8);
        assertThat(spec.hyperparameters().optimizer().learningRate()).isEqualTo(0.01);
        assertThat(spec.tuning()).isNull();
    }

    @Test
    void request_unreadableText_namesTheValue_andItsLimits() {
        assertThatThrownBy(() -> TrainingRequest.of(Map.of("epochs", "ten")))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessage("epochs must be a whole number from 1 to 10000, but is ten");
        assertThatThrownBy(() -> TrainingRequest.of(Map.of("objective", "ten")))
                .isInstanceOfSatisfying(UnreadableValueException.class, e -> {
                    assertThat(e.name()).isEqualTo("objective");
                    assertThat(e.text()).isEqualTo("ten");
                });
    }

    @Test
    void request_searchOfTheExplicitObjective_isImpossible() {
        assertThat(TrainingRequest.of(Map.of("objective", "explicit", "tune", true))
                        .asksForImpossibleSearch())
                .isTrue();
        assertThat(TrainingRequest.byDefault().asksForImpossibleSearch()).isFalse();
    }
}
