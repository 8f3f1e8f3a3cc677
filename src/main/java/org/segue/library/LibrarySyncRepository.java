package org.segue.library;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.segue.jobs.JobJson;
import org.segue.jobs.JobRepository;
import org.segue.jobs.JobState;
import org.segue.library.LibrarySync.Report;
import org.segue.storage.Database;

/** Syncs in the database; those of a library that is gone are gone too. Its methods block. */
@Singleton
class LibrarySyncRepository extends JobRepository<LibrarySync> {

    private final JobJson json;

    LibrarySyncRepository(Database database, ObjectMapper mapper) {
        super(database, "library_sync", "j.library_id, j.forget, j.report", "");
        this.json = new JobJson(mapper);
    }

    LibrarySync create(int libraryId, boolean forget) {
        JobState state = create(", library_id, forget", libraryId, forget ? 1 : 0);
        return new LibrarySync(state, libraryId, forget, null, Report.NONE);
    }

    /** The newest sync of a library, however it ended. */
    Optional<LibrarySync> last(int libraryId) {
        return jobs("WHERE j.library_id = ? ORDER BY j.id DESC LIMIT 1", libraryId).stream()
                .findFirst();
    }

    /** Syncs that wait for their turn, oldest first. */
    List<LibrarySync> queued() {
        return jobs("WHERE j.status = 'queued' ORDER BY j.id");
    }

    @Override
    public void finish(LibrarySync sync) {
        finish(sync.state(), ", report = ?", json.write(sync.report()));
    }

    @Override
    protected LibrarySync job(JobState state, ResultSet row) throws SQLException {
        String report = row.getString(FIRST_COLUMN + 2);
        return new LibrarySync(
                state,
                row.getInt(FIRST_COLUMN),
                row.getInt(FIRST_COLUMN + 1) == 1,
                null,
                report.equals("{}") ? Report.NONE : json.read(report, new TypeReference<Report>() {}));
    }
}
