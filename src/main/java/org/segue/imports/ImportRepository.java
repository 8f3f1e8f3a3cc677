package org.segue.imports;

import static org.segue.storage.Statements.bind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Source;
import org.segue.jobs.JobStatus;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Imports in the database. Its methods block. */
@Singleton
public class ImportRepository {

    private static final String SELECT = "SELECT i.id, i.status, i.created_at, i.started_at, i.finished_at, i.error,"
            + " i.format, s.name, i.rows_read, i.listens_added, i.interactions_added, i.duplicates, i.skipped,"
            + " i.bad_rows, i.request, i.population FROM import i LEFT JOIN source s ON s.id = i.source_id ";

    private final Database database;
    private final ObjectMapper json;

    ImportRepository(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Makes a queued import; it is on disk when this returns. */
    ImportJob create(ImportOptions options) {
        String request = write(options);
        long now = System.currentTimeMillis();
        int id = database.writeNow(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO import (status, request, created_at, population) VALUES ('queued', ?, ?, ?) RETURNING id")) {
                return Statements.firstInt(bind(insert, request, now, options.population() == null ? 0 : 1));
            }
        });
        return byId(id).orElseThrow();
    }

    /** The import of a number. */
    public Optional<ImportJob> byId(int id) {
        return imports("WHERE i.id = ?", id).stream().findFirst();
    }

    /** Imports with a number below one, newest first. */
    public List<ImportJob> newest(int below, int limit) {
        return imports("WHERE i.id < ? ORDER BY i.id DESC LIMIT ?", below, limit);
    }

    /** Imports that count and brought something of a user, newest first. Reads all of the user's rows. */
    public List<ImportJob> of(int userId) {
        return imports(
                "WHERE i.status = 'completed' AND i.id IN (SELECT import_id FROM listen WHERE user_id = ?1"
                        + " UNION SELECT import_id FROM play_count WHERE user_id = ?1) ORDER BY i.id DESC",
                userId);
    }

    /** Imports that have not ended, oldest first. */
    public List<ImportJob> underWay() {
        return imports("WHERE i.status IN ('queued', 'running') ORDER BY i.id");
    }

    /** Number of imports. */
    public int count() {
        return database.read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM import"));
    }

    /** What was asked for. */
    ImportOptions options(int id) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT request FROM import WHERE id = ?");
                    ResultSet row = bind(select, id).executeQuery()) {
                row.next();
                return read(row.getString(1), new TypeReference<ImportOptions>() {});
            }
        });
    }

    /** Notes that the work has begun. False if the import is not waiting for it. */
    boolean start(int id) {
        return update(
                        "UPDATE import SET status = 'running', started_at = ? WHERE id = ? AND status = 'queued'",
                        System.currentTimeMillis(),
                        id)
                == 1;
    }

    /** Notes that the work shall not begin. False if the import is not waiting for it. */
    boolean cancelQueued(int id) {
        return update(
                        "UPDATE import SET status = 'cancelled', finished_at = ? WHERE id = ? AND status = 'queued'",
                        System.currentTimeMillis(),
                        id)
                == 1;
    }

    /** Notes what the files are, before the first row is merged. */
    void recognised(int id, String format, Source source) {
        update("UPDATE import SET format = ?, source_id = ? WHERE id = ?", format, source.id(), id);
    }

    /** Notes the end; with {@link JobStatus#COMPLETED} everything it brought is in force from here on. */
    void finish(int id, JobStatus status, @Nullable String error, ImportCounts counts) {
        update(
                "UPDATE import SET status = ?, finished_at = ?, error = ?, rows_read = ?, listens_added = ?,"
                        + " interactions_added = ?, duplicates = ?, skipped = ?, bad_rows = ? WHERE id = ?",
                status.word(),
                System.currentTimeMillis(),
                error,
                counts.rowsRead(),
                counts.listensAdded(),
                counts.interactionsAdded(),
                counts.duplicates(),
                write(counts.skipped()),
                write(counts.badRows()),
                id);
    }

    /** Takes a completed import back: nothing it brought is in force from here on. False if it is not completed. */
    boolean undo(int id) {
        return update("UPDATE import SET status = 'undone' WHERE id = ? AND status = 'completed'", id) == 1;
    }

    /** Fails what a former process left running; answers how many. */
    int failInterrupted(String error) {
        return update(
                "UPDATE import SET status = 'failed', finished_at = ?, error = ? WHERE status = 'running'",
                System.currentTimeMillis(),
                error);
    }

    /** Numbers of imports that wait for their turn, oldest first. */
    List<Integer> queued() {
        return ids("SELECT id FROM import WHERE status = 'queued' ORDER BY id");
    }

    /** Numbers of imports that are not in force and whose rows may still be there. */
    List<Integer> unpurged() {
        return ids(
                "SELECT id FROM import WHERE status IN ('failed', 'cancelled', 'undone') AND purged = 0 ORDER BY id");
    }

    /** Notes that the rows are gone. */
    void purged(int id) {
        update("UPDATE import SET purged = 1 WHERE id = ?", id);
    }

    private List<Integer> ids(String sql) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                return Statements.ints(select);
            }
        });
    }

    private int update(String sql, @Nullable Object... parameters) {
        return database.writeNow(connection -> Statements.update(connection, sql, parameters));
    }

    private List<ImportJob> imports(String where, Object... parameters) {
        return database.read(connection -> imports(connection, where, parameters));
    }

    private List<ImportJob> imports(Connection connection, String where, Object... parameters) throws SQLException {
        List<ImportJob> imports = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + where);
                ResultSet row = bind(select, parameters).executeQuery()) {
            while (row.next()) {
                imports.add(importJob(row));
            }
        }
        return imports;
    }

    private ImportJob importJob(ResultSet row) throws SQLException {
        JobStatus status = JobStatus.of(row.getString(2));
        String source = row.getString(8);
        return new ImportJob(
                row.getInt(1),
                status,
                Instant.ofEpochMilli(row.getLong(3)),
                instant(row, 4),
                instant(row, 5),
                status == JobStatus.COMPLETED || status == JobStatus.UNDONE ? 1 : 0,
                row.getString(6),
                row.getString(7),
                source == null
                        ? read(row.getString(15), new TypeReference<ImportOptions>() {})
                                .source()
                        : source,
                row.getInt(16) == 1,
                new ImportCounts(
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        read(row.getString(13), new TypeReference<Map<String, Long>>() {}),
                        badRows(row.getString(14))));
    }

    private BadRows badRows(String text) {
        return text.equals("{}") ? BadRows.NONE : read(text, new TypeReference<BadRows>() {});
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value, e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read " + text, e);
        }
    }
}
