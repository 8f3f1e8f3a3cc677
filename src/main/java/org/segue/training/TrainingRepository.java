package org.segue.training;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.jobs.JobJson;
import org.segue.jobs.JobRepository;
import org.segue.jobs.JobState;
import org.segue.model.EvaluationSummary;
import org.segue.model.Hyperparameters;
import org.segue.model.Trial;
import org.segue.storage.Database;
import org.segue.text.Sentence;
import org.segue.training.Training.Fitting;
import org.segue.training.Training.Outcome;

/** Trainings in the database. Its methods block. */
@Singleton
public class TrainingRepository extends JobRepository<Training> {

    private final JobJson json;

    TrainingRepository(Database database, ObjectMapper mapper) {
        super(
                database,
                "training",
                "j.hyperparameters, j.tune, j.epoch, j.loss, j.trials, j.model, j.evaluation, j.activated, j.reason",
                "");
        this.json = new JobJson(mapper);
    }

    /** Makes a queued training; it is on disk when this returns. */
    Training create(TrainingSpec spec) {
        boolean tune = spec.tuning() != null;
        JobState state = create(", hyperparameters, tune", json.write(spec.hyperparameters()), tune ? 1 : 0);
        return new Training(state, spec.hyperparameters(), tune, Fitting.NONE, Outcome.NONE);
    }

    // Without a model the row keeps the hyperparameters that were asked for.
    @Override
    public void finish(Training training) {
        Fitting fitting = training.fitting();
        Outcome outcome = training.outcome();
        finish(
                training.state(),
                ", hyperparameters = coalesce(?, hyperparameters), epoch = ?, loss = ?, trials = ?, model = ?,"
                        + " evaluation = ?, activated = ?, reason = ?",
                outcome.model() == null ? null : json.write(training.hyperparameters()),
                fitting.epoch(),
                fitting.loss(),
                json.write(fitting.trials()),
                outcome.model(),
                outcome.evaluation() == null ? null : json.write(outcome.evaluation()),
                outcome.activated() == null ? null : outcome.activated() ? 1 : 0,
                outcome.reason() == null ? null : outcome.reason().stored());
    }

    @Override
    protected Training job(JobState state, ResultSet row) throws SQLException {
        int column = FIRST_COLUMN;
        Hyperparameters hyperparameters = json.read(row.getString(column++), new TypeReference<Hyperparameters>() {});
        boolean tune = row.getInt(column++) == 1;
        Fitting fitting = fitting(row.getInt(column++), row.getDouble(column++), row.getString(column++));
        Outcome outcome = outcome(
                row.getString(column++), row.getString(column++), row.getString(column++), row.getString(column));
        return new Training(state, hyperparameters, tune, fitting, outcome);
    }

    private Fitting fitting(int epoch, double loss, @Nullable String trials) {
        List<Trial> tried = trials == null ? List.of() : json.read(trials, new TypeReference<List<Trial>>() {});
        return new Fitting(epoch, loss == 0 ? null : loss, null, tried, null);
    }

    private Outcome outcome(
            @Nullable String model, @Nullable String evaluation, @Nullable String activated, @Nullable String reason) {
        return new Outcome(
                model,
                evaluation == null ? null : json.read(evaluation, new TypeReference<EvaluationSummary>() {}),
                activated == null ? null : activated.equals("1"),
                Sentence.readOrNull(reason));
    }
}
