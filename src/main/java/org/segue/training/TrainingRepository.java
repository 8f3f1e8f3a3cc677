package org.segue.training;

import static org.segue.storage.Statements.bind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.jobs.JobStatus;
import org.segue.model.Activation;
import org.segue.model.EvaluationSummary;
import org.segue.model.Hyperparameters;
import org.segue.model.ModelManifest;
import org.segue.model.Trial;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Trainings in the database. Its methods block. */
@Singleton
public class TrainingRepository {

    private static final String SELECT = "SELECT id, status, created_at, started_at, finished_at, error,"
            + " hyperparameters, epoch, loss, model, evaluation, activated, reason, tune, trials FROM training ";

    private final Database database;
    private final ObjectMapper json;

    TrainingRepository(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Makes a queued training; it is on disk when this returns. */
    Training create(TrainingSpec order) {
        String text = write(order.hyperparameters());
        int tune = order.tuning() == null ? 0 : 1;
        long now = System.currentTimeMillis();
        int id = database.writeNow(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO training (status, hyperparameters, tune, created_at) VALUES ('queued', ?, ?, ?)"
                            + " RETURNING id")) {
                return Statements.firstInt(bind(insert, text, tune, now));
            }
        });
        return byId(id).orElseThrow();
    }

    /** The training of a number. */
    public Optional<Training> byId(int id) {
        return trainings("WHERE id = ?", id).stream().findFirst();
    }

    /** Trainings with a number below one, newest first. */
    public List<Training> newest(int below, int limit) {
        return trainings("WHERE id < ? ORDER BY id DESC LIMIT ?", below, limit);
    }

    /** Number of trainings. */
    public int count() {
        return database.read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM training"));
    }

    /** Notes that the work has begun. */
    Training start(int id) {
        update("UPDATE training SET status = 'running', started_at = ? WHERE id = ?", System.currentTimeMillis(), id);
        return byId(id).orElseThrow();
    }

    /** Notes that the work has ended without a model. */
    void finish(Training last, JobStatus status, @Nullable String error) {
        update(
                "UPDATE training SET status = ?, finished_at = ?, error = ?, epoch = ?, loss = ?, trials = ?"
                        + " WHERE id = ?",
                status.word(),
                System.currentTimeMillis(),
                error,
                last.epoch(),
                last.loss(),
                write(last.trials()),
                last.id());
    }

    /** Notes that the work has ended with a model. */
    void complete(Training last, ModelManifest model, Activation activation) {
        EvaluationSummary evaluation = model.evaluation();
        update(
                "UPDATE training SET status = ?, finished_at = ?, epoch = ?, loss = ?, hyperparameters = ?,"
                        + " trials = ?, model = ?, evaluation = ?, activated = ?, reason = ? WHERE id = ?",
                JobStatus.COMPLETED.word(),
                System.currentTimeMillis(),
                last.epoch(),
                last.loss(),
                write(model.hyperparameters()),
                write(model.trials()),
                model.version(),
                evaluation == null ? null : write(evaluation),
                activation.activated() ? 1 : 0,
                activation.reason(),
                last.id());
    }

    /** Fails what a former process left unfinished; answers how many. */
    int failInterrupted(String error) {
        return database.writeNow(connection -> Statements.update(
                connection,
                "UPDATE training SET status = 'failed', finished_at = ?, error = ?"
                        + " WHERE status IN ('queued', 'running')",
                System.currentTimeMillis(),
                error));
    }

    private void update(String sql, @Nullable Object... parameters) {
        database.writeNow(connection -> Statements.update(connection, sql, parameters));
    }

    private List<Training> trainings(String where, Object... parameters) {
        return database.read(connection -> {
            List<Training> trainings = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(SELECT + where);
                    ResultSet row = bind(select, parameters).executeQuery()) {
                while (row.next()) {
                    trainings.add(training(row));
                }
            }
            return trainings;
        });
    }

    private Training training(ResultSet row) throws SQLException {
        JobStatus status = JobStatus.of(row.getString(2));
        double loss = row.getDouble(9);
        String evaluation = row.getString(11);
        String activated = row.getString(12);
        String trials = row.getString(15);
        return new Training(
                row.getInt(1),
                status,
                Instant.ofEpochMilli(row.getLong(3)),
                instant(row.getLong(4)),
                instant(row.getLong(5)),
                status == JobStatus.COMPLETED ? 1 : 0,
                row.getString(6),
                read(row.getString(7), Hyperparameters.class),
                row.getInt(14) == 1,
                row.getInt(8),
                loss == 0 ? null : loss,
                null,
                trials == null ? List.of() : List.of(read(trials, Trial[].class)),
                null,
                row.getString(10),
                evaluation == null ? null : read(evaluation, EvaluationSummary.class),
                activated == null ? null : activated.equals("1"),
                row.getString(13));
    }

    // No job of ours ran in 1970.
    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value, e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read " + text, e);
        }
    }
}
