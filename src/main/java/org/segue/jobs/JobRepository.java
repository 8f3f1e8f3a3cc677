package org.segue.jobs;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.text.Sentence;

/**
 * Jobs of one kind in a table of their own, which has the columns {@code id, status, created_at, started_at, finished_at, error}
 * and those of the kind. Its methods block.
 *
 * @param <J> the kind of job
 */
public abstract class JobRepository<J extends Job<J>> implements JobStore<J> {

    private static final String STATE = "SELECT j.id, j.status, j.created_at, j.started_at, j.finished_at, j.error";

    /** Number of the first column of the kind in the rows that {@link #job} reads. */
    protected static final int FIRST_COLUMN = 7;

    private final Database database;
    private final String table;
    private final String select;

    /**
     * Over a table.
     *
     * @param table its name
     * @param columns of the kind, of the table {@code j} or of those joined to it
     * @param joins further tables, empty if there are none
     */
    protected JobRepository(Database database, String table, String columns, String joins) {
        this.database = database;
        this.table = table;
        this.select = STATE + ", " + columns + " FROM " + table + " j " + joins + ' ';
    }

    /** A job with the state and the further columns of a row, from {@link #FIRST_COLUMN} on. */
    protected abstract J job(JobState state, ResultSet row) throws SQLException;

    /**
     * Makes a queued job; it is on disk when this returns.
     *
     * @param columns of the kind, each with a comma before it
     * @param values theirs
     * @return its state
     */
    protected JobState create(String columns, @Nullable Object... values) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        String insert = "INSERT INTO %s (status, created_at%s) VALUES ('queued', %d%s) RETURNING id"
                .formatted(table, columns, now.toEpochMilli(), ", ?".repeat(values.length));
        return JobState.queued(database.writeNow(connection -> Statements.selectInt(connection, insert, values)), now);
    }

    @Override
    public Optional<J> byId(int id) {
        return jobs("WHERE j.id = ?", id).stream().findFirst();
    }

    @Override
    public List<J> newest(int below, int limit) {
        return jobs("WHERE j.id < ? ORDER BY j.id DESC LIMIT ?", below, limit);
    }

    @Override
    public List<J> underWay() {
        return jobs("WHERE j.status IN ('queued', 'running') ORDER BY j.id");
    }

    @Override
    public int count() {
        return database.read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM " + table));
    }

    @Override
    public boolean start(int id) {
        return update(
                        "UPDATE " + table
                                + " SET status = 'running', started_at = ? WHERE id = ? AND status = 'queued'",
                        System.currentTimeMillis(),
                        id)
                == 1;
    }

    @Override
    public boolean cancelQueued(int id) {
        return update(
                        "UPDATE " + table
                                + " SET status = 'cancelled', finished_at = ? WHERE id = ? AND status = 'queued'",
                        System.currentTimeMillis(),
                        id)
                == 1;
    }

    /**
     * Fails what a former process left in some states.
     *
     * @param error why
     * @return how many
     */
    public int failInterrupted(Sentence error, JobStatus... states) {
        int failed = 0;
        for (JobStatus status : states) {
            failed += update(
                    "UPDATE " + table + " SET status = 'failed', finished_at = ?, error = ? WHERE status = ?",
                    System.currentTimeMillis(),
                    error.stored(),
                    status.word());
        }
        return failed;
    }

    /** Stores the state of a job that has ended; further assignments of columns begin with a comma. */
    protected void finish(JobState state, String assignments, @Nullable Object... values) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(state.status().word());
        parameters.add(state.finishedAt() == null ? null : state.finishedAt().toEpochMilli());
        parameters.add(state.failure() == null ? null : state.failure().stored());
        parameters.addAll(java.util.Arrays.asList(values));
        parameters.add(state.id());
        update(
                "UPDATE " + table + " SET status = ?, finished_at = ?, error = ?" + assignments + " WHERE id = ?",
                parameters.toArray());
    }

    /** Runs a statement that changes rows, and waits for the disk; answers how many rows. */
    protected int update(String sql, @Nullable Object... parameters) {
        return database.writeNow(connection -> Statements.update(connection, sql, parameters));
    }

    /** Jobs that a condition holds for, of the table {@code j}. */
    protected List<J> jobs(String where, Object... parameters) {
        return database.read(connection -> jobs(connection, where, parameters));
    }

    private List<J> jobs(Connection connection, String where, Object... parameters) throws SQLException {
        List<J> jobs = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(select + where);
                ResultSet row = bind(statement, parameters).executeQuery()) {
            while (row.next()) {
                jobs.add(job(state(row), row));
            }
        }
        return jobs;
    }

    private static JobState state(ResultSet row) throws SQLException {
        JobStatus status = JobStatus.of(row.getString(2));
        boolean isDone = status == JobStatus.COMPLETED || status == JobStatus.UNDONE;
        return new JobState(
                row.getInt(1),
                status,
                Instant.ofEpochMilli(row.getLong(3)),
                instant(row.getLong(4)),
                instant(row.getLong(5)),
                isDone ? 1 : 0,
                Sentence.readOrNull(row.getString(6)));
    }

    // No job ran in 1970.
    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
