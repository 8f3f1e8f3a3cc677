package org.segue.imports;

import static org.segue.storage.Statements.bind;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.segue.catalog.Source;
import org.segue.jobs.JobJson;
import org.segue.jobs.JobRepository;
import org.segue.jobs.JobState;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.text.Sentence;

/** Imports in the database. Its methods block. */
@Singleton
public class ImportRepository extends JobRepository<ImportJob> {

    private static final String LISTENERS = " FROM user t WHERE t.id IN (SELECT COALESCE(u.merged_into, u.id)"
            + " FROM import_listener l JOIN user u ON u.id = l.user_id WHERE l.import_id = j.id)";

    private static final String COLUMNS = "j.format, s.name, j.rows_read, j.listens_added, j.interactions_added,"
            + " j.duplicates, j.skipped, j.bad_rows, j.request, j.population, j.notes,"
            + " (SELECT json_group_array(json_object('user', p.public_id, 'name', p.name)) FROM (SELECT t.public_id, t.name"
            + LISTENERS + " LIMIT " + ImportJob.MAX_LISTENERS + ") p), (SELECT count(*)" + LISTENERS
            + "), COALESCE(json_extract(j.request, '$.files'), '[]')";

    /** Files are read by them: since then Spotify tells starts and skips otherwise. */
    private static final int PRESENT_RULES = 2;

    private final Database database;
    private final JobJson json;

    ImportRepository(Database database, ObjectMapper mapper) {
        super(database, "import", COLUMNS, "LEFT JOIN source s ON s.id = j.source_id");
        this.database = database;
        this.json = new JobJson(mapper);
    }

    /**
     * What an import was asked for, as the database keeps it.
     *
     * @param options what the request said
     * @param files what their sender called the first files
     */
    @RegisterForReflection
    record Request(@JsonUnwrapped ImportOptions options, List<String> files) {}

    /**
     * Makes a queued import; it is on disk when this returns.
     *
     * @param files what their sender called them
     */
    ImportJob create(ImportOptions options, List<String> files) {
        boolean population = options.population() != null;
        List<String> named = files.stream().limit(ImportJob.MAX_FILES).toList();
        JobState state = create(", request, population", json.write(new Request(options, named)), population ? 1 : 0);
        return new ImportJob(
                state, named, null, options.source(), population, ImportJob.Listeners.NOBODY, ImportCounts.NONE);
    }

    // What libraries bring is theirs to show and to take back.
    @Override
    public Optional<ImportJob> byId(int id) {
        return jobs("WHERE j.id = ? AND j.library = 0", id).stream().findFirst();
    }

    @Override
    public List<ImportJob> newest(int below, int limit) {
        return jobs("WHERE j.id < ? AND j.library = 0 ORDER BY j.id DESC LIMIT ?", below, limit);
    }

    @Override
    public int count() {
        return database.read(
                connection -> Statements.selectInt(connection, "SELECT count(*) FROM import WHERE library = 0"));
    }

    /** Imports that count and brought something of a user, newest first. Reads all of the user's rows. */
    public List<ImportJob> of(int userId) {
        return jobs(
                "WHERE j.status = 'completed' AND j.library = 0 AND j.id IN (SELECT import_id FROM listen WHERE user_id = ?1"
                        + " UNION SELECT import_id FROM play_count WHERE user_id = ?1) ORDER BY j.id DESC",
                userId);
    }

    /** What was asked for. */
    ImportOptions options(int id) {
        return database.queryFirst(
                        "SELECT request FROM import WHERE id = ?",
                        row -> json.read(row.getString(1), new TypeReference<ImportOptions>() {}),
                        id)
                .orElseThrow();
    }

    /** Notes what the files are, before the first row is merged. */
    void recognized(int id, String format, Source source) {
        update(
                "UPDATE import SET format = ?, source_id = ?, reading = ? WHERE id = ?",
                format,
                source.id(),
                PRESENT_RULES,
                id);
    }

    /** Whether imports of a format are in force. */
    boolean hasCompleted(String format) {
        return !ids("SELECT id FROM import WHERE status = 'completed' AND instr(format, '" + format + "') > 0 LIMIT 1")
                .isEmpty();
    }

    /** Whether an import of a listener's own is the first beside the demo, which is still there. */
    boolean isFirstBesideDemo(int id) {
        return !ids("SELECT i.id FROM import i JOIN source s ON s.id = i.source_id WHERE s.name = 'demo'"
                                + " AND i.status = 'completed' LIMIT 1")
                        .isEmpty()
                && ids("SELECT i.id FROM import i JOIN source s ON s.id = i.source_id WHERE s.name <> 'demo'"
                                + " AND i.status = 'completed' AND i.population = 0 AND i.library = 0 AND i.id <> " + id
                                + " LIMIT 1")
                        .isEmpty();
    }

    /** Notes whom it has brought something of; who was forgotten meanwhile is left out. */
    void brought(int id, int[] userIds) {
        List<Integer> keys = IntStream.of(userIds)
                .filter(key -> key > 0)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        database.writeEach(keys, (connection, turn) -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT OR IGNORE INTO import_listener SELECT ?, id FROM user WHERE id = ?")) {
                while (turn.hasNext()) {
                    bind(insert, id, turn.next()).executeUpdate();
                }
            }
        });
    }

    /** Notes the end; of a completed import everything it brought is in force from here on. */
    @Override
    public void finish(ImportJob job) {
        ImportCounts counts = job.counts();
        finish(
                job.state(),
                ", rows_read = ?, listens_added = ?, interactions_added = ?, duplicates = ?, skipped = ?, bad_rows = ?,"
                        + " notes = ?",
                counts.rowsRead(),
                counts.listensAdded(),
                counts.interactionsAdded(),
                counts.duplicates(),
                json.write(counts.skipped()),
                json.write(counts.badRows()),
                json.write(counts.notes()));
    }

    /** Takes a completed import back: nothing it brought is in force from here on. False if it is not completed. */
    boolean undo(int id) {
        return update("UPDATE import SET status = 'undone' WHERE id = ? AND status = 'completed' AND library = 0", id)
                == 1;
    }

    /** Numbers of imports that wait for their turn, oldest first. */
    List<Integer> queued() {
        return ids("SELECT id FROM import WHERE status = 'queued' ORDER BY id");
    }

    /** Numbers of imports that are not in force and whose rows may still be there. */
    List<Integer> unpurged() {
        return ids(
                "SELECT id FROM import WHERE status IN ('failed', 'cancelled', 'undone') AND purged = 0 AND library = 0 ORDER BY id");
    }

    /** Notes that the rows are gone. */
    void purged(int id) {
        update("UPDATE import SET purged = 1 WHERE id = ?", id);
    }

    private List<Integer> ids(String sql) {
        return database.query(sql, row -> row.getInt(1));
    }

    @Override
    protected ImportJob job(JobState state, ResultSet row) throws SQLException {
        String source = row.getString(FIRST_COLUMN + 1);
        String request = row.getString(FIRST_COLUMN + 8);
        return new ImportJob(
                state,
                json.read(row.getString(FIRST_COLUMN + 13), new TypeReference<List<String>>() {}),
                row.getString(FIRST_COLUMN),
                source == null
                        ? json.read(request, new TypeReference<ImportOptions>() {})
                                .source()
                        : source,
                row.getInt(FIRST_COLUMN + 9) == 1,
                new ImportJob.Listeners(
                        json.read(row.getString(FIRST_COLUMN + 11), new TypeReference<List<ImportJob.Listener>>() {}),
                        row.getInt(FIRST_COLUMN + 12)),
                new ImportCounts(
                        row.getLong(FIRST_COLUMN + 2),
                        row.getLong(FIRST_COLUMN + 3),
                        row.getLong(FIRST_COLUMN + 4),
                        row.getLong(FIRST_COLUMN + 5),
                        json.read(row.getString(FIRST_COLUMN + 6), new TypeReference<Map<String, Long>>() {}),
                        badRows(row.getString(FIRST_COLUMN + 7)),
                        json.read(row.getString(FIRST_COLUMN + 10), new TypeReference<List<Sentence>>() {})));
    }

    private BadRows badRows(String text) {
        return text.equals("{}") ? BadRows.NONE : json.read(text, new TypeReference<BadRows>() {});
    }
}
