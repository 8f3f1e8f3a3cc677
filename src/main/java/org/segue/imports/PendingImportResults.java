package org.segue.imports;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.segue.imports.ImportWork.Outcome;
import org.segue.jobs.JobStatus;
import org.segue.storage.StorageException;

/**
 * How imports ended whose end could not be written, as on a full disk: told from memory at once, and written when there is
 * room. After a kill the next start fails such an import as one that was interrupted. Safe for any thread.
 */
final class PendingImportResults {

    private static final Logger LOG = Logger.getLogger(PendingImportResults.class);

    private record End(Outcome outcome, ImportCounts counts, Instant at) {}

    private final ImportRepository imports;
    private final Map<Integer, End> ends = new ConcurrentHashMap<>();

    PendingImportResults(ImportRepository imports) {
        this.imports = imports;
    }

    /**
     * Writes how an import ended; notes it if that cannot be.
     *
     * @return how it ended: what cannot be noted as completed is not in force, and has failed
     */
    Outcome write(int id, Outcome outcome, ImportCounts counts) {
        try {
            imports.finish(id, outcome.status(), outcome.error(), counts);
            return outcome;
        } catch (StorageException e) {
            LOG.errorf(e, "The end of import %d cannot be written yet", id);
            Outcome told = outcome.status() == JobStatus.COMPLETED
                    ? Outcome.failed(
                            "The import could not be brought into force, nothing of it is kept: " + e.getMessage())
                    : outcome;
            ends.put(id, new End(told, counts, Instant.now()));
            return told;
        }
    }

    /** Tries again; tells whether it is written now, or was before. */
    boolean retry(int id) {
        End end = ends.get(id);
        if (end == null) {
            return true;
        }
        try {
            imports.finish(id, end.outcome().status(), end.outcome().error(), end.counts());
            ends.remove(id);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    /** An import as the database has it, with its end if only that is missing. */
    ImportJob told(ImportJob job) {
        End end = ends.get(job.id());
        return end == null || job.status().isFinal()
                ? job
                : job.ended(end.outcome().status(), end.outcome().error(), end.at(), end.counts());
    }
}
