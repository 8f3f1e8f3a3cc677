package org.segue.jobs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.segue.storage.StorageException;

/**
 * Results of jobs that cannot be stored yet, as on a full disk: shown from memory at once, and stored when there is room. After a
 * kill the next start fails such a job as one that was interrupted. Safe for any thread.
 */
final class PendingResults<J extends Job<J>> {

    private static final Logger LOG = Logger.getLogger(PendingResults.class);

    private final JobStore<J> store;
    private final JobWork<J> work;
    private final Map<Integer, J> pending = new ConcurrentHashMap<>();

    PendingResults(JobStore<J> store, JobWork<J> work) {
        this.store = store;
        this.work = work;
    }

    /** Stores how a job has ended, or keeps it for later. Returns how it ended. */
    J store(J ended) {
        try {
            store.finish(ended);
            return ended;
        } catch (StorageException e) {
            LOG.errorf(e, "The end of job %d cannot be stored yet", ended.id());
            J kept = ended.status() == JobStatus.COMPLETED ? work.unstored(ended, e) : ended;
            pending.put(ended.id(), kept);
            return kept;
        }
    }

    boolean contains(int id) {
        return pending.containsKey(id);
    }

    /** Tries again to store the result of a job. False if there is still no room. */
    boolean retry(int id) {
        J ended = pending.get(id);
        try {
            if (ended != null) {
                store.finish(ended);
                pending.remove(id);
            }
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    /** A stored job with its result, if only that is missing. */
    J shown(J stored) {
        return stored.status().isFinal() ? stored : pending.getOrDefault(stored.id(), stored);
    }
}
