package org.segue.backgrounds;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.backgrounds.Background.Loading;
import org.segue.jobs.JobJson;
import org.segue.jobs.JobRepository;
import org.segue.jobs.JobState;
import org.segue.jobs.JobStatus;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Backgrounds in the database; one whose import was undone is undone. Its methods block. */
@Singleton
public class BackgroundRepository extends JobRepository<Background> {

    private static final String BROUGHT =
            "SELECT count(*) FROM user u WHERE u.population = 1 AND u.merged_into IS NULL AND (EXISTS (SELECT 1 FROM listen l"
                    + " WHERE l.user_id = u.id AND l.import_id = ?1) OR EXISTS (SELECT 1 FROM play_count p"
                    + " WHERE p.user_id = u.id AND p.import_id = ?1))";

    private final Database database;
    private final JobJson json;

    BackgroundRepository(Database database, ObjectMapper mapper) {
        super(
                database,
                "background",
                "j.request, j.dumps, j.import_id, j.listeners, i.status",
                "LEFT JOIN import i ON i.id = j.import_id");
        this.database = database;
        this.json = new JobJson(mapper);
    }

    /** Makes a queued background; it is on disk when this returns. */
    Background create(BackgroundRequest request, @Nullable Integer importId) {
        JobState state = create(", kind, request, import_id", request.kind().word(), json.write(request), importId);
        return new Background(state, request, Loading.NONE, null, importId, null, null);
    }

    /** Notes that a training follows once a background is in force. */
    void trainAfter(int id) {
        update("INSERT INTO background_training (background_id) VALUES (?)", id);
    }

    /** Whether a training follows a background now that it has ended. Nothing waits for it any more. */
    boolean takeTraining(int id) {
        return database.writeNow(connection ->
                        Statements.update(connection, "DELETE FROM background_training WHERE background_id = ?", id))
                == 1;
    }

    /** Notes which dumps are fetched, or which import reads them. */
    void note(Background background) {
        update(
                "UPDATE background SET dumps = ?, import_id = ? WHERE id = ?",
                json.write(told(background)),
                background.importId(),
                background.id());
    }

    @Override
    public void finish(Background background) {
        finish(
                background.state(),
                ", dumps = ?, import_id = ?, listeners = ?",
                json.write(told(background)),
                background.importId(),
                background.listeners());
    }

    /** Number of strangers of whom an import has brought something. */
    int broughtBy(int importId) {
        return database.read(connection -> Statements.selectInt(connection, BROUGHT, importId));
    }

    /** Backgrounds of a kind that are in force, newest first. */
    List<Background> inForce(BackgroundKind kind) {
        return jobs(
                "WHERE j.status = 'completed' AND i.status = 'completed' AND j.kind = ? ORDER BY j.id DESC",
                kind.word());
    }

    /** The newest background of a kind, however it ended. */
    Optional<Background> last(BackgroundKind kind) {
        return jobs("WHERE j.kind = ? ORDER BY j.id DESC LIMIT 1", kind.word()).stream()
                .findFirst();
    }

    @Override
    protected Background job(JobState state, ResultSet row) throws SQLException {
        int importId = row.getInt(FIRST_COLUMN + 2);
        String listeners = row.getString(FIRST_COLUMN + 3);
        boolean isUndone = "undone".equals(row.getString(FIRST_COLUMN + 4));
        BackgroundRequest request = json.read(row.getString(FIRST_COLUMN), new TypeReference<BackgroundRequest>() {});
        List<String> told = json.read(row.getString(FIRST_COLUMN + 1), new TypeReference<List<String>>() {});
        boolean isModel = request.kind() == BackgroundKind.SONG_MODEL && told.size() > 1;
        return new Background(
                state.status() == JobStatus.COMPLETED && isUndone ? undone(state) : state,
                request,
                new Loading(isModel ? told.subList(0, 1) : told, 0, 0),
                null,
                importId == 0 ? null : Integer.valueOf(importId),
                listeners == null ? null : Integer.valueOf(listeners),
                isModel ? told.get(1) : null);
    }

    // Names of what was loaded; of a song model its name, then the version that it has become.
    private static List<String> told(Background background) {
        String model = background.model();
        List<String> names = background.loading().names();
        return model == null ? names : List.of(names.isEmpty() ? "" : names.get(0), model);
    }

    private static JobState undone(JobState state) {
        return new JobState(
                state.id(), JobStatus.UNDONE, state.createdAt(), state.startedAt(), state.finishedAt(), 1, null);
    }
}
