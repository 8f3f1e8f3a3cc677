package org.segue.training;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.jobs.Job;
import org.segue.jobs.JobState;
import org.segue.jobs.JobStatus;
import org.segue.model.EvaluationSummary;
import org.segue.model.Hyperparameters;
import org.segue.model.Trial;

/**
 * A training as people see it: what was asked for, where it stands, what came of it.
 *
 * @param hyperparameters what is trained; of a search, where it starts, and when it has ended, what it found
 * @param tune whether they are searched
 * @param epoch epochs done, of the fit that runs
 * @param loss the objective per interaction in the last epoch, null before the first
 * @param secondsLeft an estimate from the epochs done, null when there is nothing to estimate
 * @param trials what a search has tried, in order
 * @param stage what it is at, null unless it runs
 * @param model version of the model that came of it, null until there is one
 * @param evaluation what a hold-out said of the hyperparameters; null until it is published, and without an evaluation
 * @param activated whether the model answered at once, null until there is one
 * @param reason why it did or did not, in a sentence for people
 */
@RegisterForReflection // JSON behind a plain Response
public record Training(
        int id,
        JobStatus status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        double progress,
        @Nullable String error,
        Hyperparameters hyperparameters,
        boolean tune,
        int epoch,
        @Nullable Double loss,
        @Nullable Double secondsLeft,
        List<Trial> trials,
        @Nullable Stage stage,
        @Nullable String model,
        @Nullable EvaluationSummary evaluation,
        @Nullable Boolean activated,
        @Nullable String reason)
        implements Job<Training> {

    /** Takes the list as it is at this moment. */
    public Training {
        trials = List.copyOf(trials);
    }

    @Override
    public JobState state() {
        return new JobState(id, status, createdAt, startedAt, finishedAt, progress, error);
    }

    @Override
    public Training with(JobState state) {
        return new Training(
                state.id(),
                state.status(),
                state.createdAt(),
                state.startedAt(),
                state.finishedAt(),
                state.progress(),
                state.error(),
                hyperparameters,
                tune,
                epoch,
                loss,
                secondsLeft,
                trials,
                stage,
                model,
                evaluation,
                activated,
                reason);
    }

    /** The same with the recipe that suits its interactions. */
    Training of(Hyperparameters recipe) {
        return with(recipe, progress, epoch, loss, secondsLeft, trials, stage);
    }

    /** The same after another trial of its search. */
    Training after(Trial trial) {
        List<Trial> more = new ArrayList<>(trials);
        more.add(trial);
        return with(hyperparameters, progress, epoch, loss, secondsLeft, more, stage);
    }

    /** The same after some more epochs. */
    Training after(TrainingProgress epochs) {
        double left = epochs.seconds() / epochs.done() - epochs.seconds();
        return with(hyperparameters, epochs.done(), epochs.epoch(), epochs.loss(), left, trials, epochs.stage());
    }

    // What changes while it runs.
    private Training with(
            Hyperparameters recipe,
            double done,
            int epochsDone,
            @Nullable Double lastLoss,
            @Nullable Double left,
            List<Trial> tried,
            @Nullable Stage at) {
        return new Training(
                id,
                status,
                createdAt,
                startedAt,
                finishedAt,
                done,
                error,
                recipe,
                tune,
                epochsDone,
                lastLoss,
                left,
                tried,
                at,
                model,
                evaluation,
                activated,
                reason);
    }
}
