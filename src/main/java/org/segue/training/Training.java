package org.segue.training;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.jobs.Job;
import org.segue.jobs.JobState;
import org.segue.model.Activation;
import org.segue.model.EvaluationSummary;
import org.segue.model.Hyperparameters;
import org.segue.model.ModelManifest;
import org.segue.model.Trial;
import org.segue.text.Sentence;

/**
 * A training as people see it: what was asked for, where it stands, what came of it.
 *
 * @param state what every job has
 * @param hyperparameters what is trained; of a search, where it starts, and when it has ended, what it found
 * @param tune whether they are searched
 * @param fitting how far it has come
 * @param outcome what came of it, {@link Outcome#NONE} until there is a model
 */
@RegisterForReflection(targets = {Training.class, Training.Fitting.class, Training.Outcome.class}) // behind a Response
public record Training(
        @JsonUnwrapped JobState state,
        Hyperparameters hyperparameters,
        boolean tune,
        @JsonUnwrapped Fitting fitting,
        @JsonUnwrapped Outcome outcome)
        implements Job<Training> {

    /**
     * How far a training has come.
     *
     * @param epoch epochs done, of the fit that runs
     * @param loss the objective per interaction in the last epoch, null before the first
     * @param secondsLeft an estimate from the epochs done, null when there is nothing to estimate
     * @param trials what a search has tried, in order
     * @param stage what it is at, null unless it runs
     */
    public record Fitting(
            int epoch,
            @Nullable Double loss,
            @Nullable Double secondsLeft,
            List<Trial> trials,
            @Nullable Stage stage) {

        /** It has not begun. */
        static final Fitting NONE = new Fitting(0, null, null, List.of(), null);

        /** Takes the list as it is at this moment. */
        public Fitting {
            trials = List.copyOf(trials);
        }
    }

    /**
     * What came of a training.
     *
     * @param model version of the model
     * @param evaluation what a hold-out said of the hyperparameters; null without an evaluation
     * @param activated whether the model answered at once
     * @param reason why it did or did not
     */
    public record Outcome(
            @Nullable String model,
            @Nullable EvaluationSummary evaluation,
            @Nullable Boolean activated,
            @Schema(implementation = String.class) @Nullable Sentence reason) {

        /** There is no model, or not yet. */
        public static final Outcome NONE = new Outcome(null, null, null, null);
    }

    @Override
    public Training with(JobState other) {
        return new Training(other, hyperparameters, tune, fitting, outcome);
    }

    /** The same with the hyperparameters that suit its interactions. */
    Training with(Hyperparameters suited) {
        return new Training(state, suited, tune, fitting, outcome);
    }

    /** The same after another trial of its search. */
    Training after(Trial trial) {
        List<Trial> trials = new ArrayList<>(fitting.trials);
        trials.add(trial);
        return new Training(
                state,
                hyperparameters,
                tune,
                new Fitting(fitting.epoch, fitting.loss, fitting.secondsLeft, trials, fitting.stage),
                outcome);
    }

    /** The same after some more epochs. */
    Training after(TrainingProgress epochs) {
        double left = epochs.seconds() / epochs.done() - epochs.seconds();
        return new Training(
                state.at(epochs.done()),
                hyperparameters,
                tune,
                new Fitting(epochs.epoch(), epochs.loss(), left, fitting.trials, epochs.stage()),
                outcome);
    }

    /** The same with the model that came of it. */
    Training after(ModelManifest published) {
        Activation activation = published.activation();
        return new Training(
                state,
                published.provenance().hyperparameters(),
                tune,
                new Fitting(fitting.epoch, fitting.loss, null, published.fit().trials(), null),
                new Outcome(
                        published.version(),
                        published.evaluation(),
                        activation == null ? null : activation.activated(),
                        activation == null ? null : activation.reason()));
    }
}
