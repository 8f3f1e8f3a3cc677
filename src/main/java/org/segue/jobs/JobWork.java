package org.segue.jobs;

import org.segue.storage.StorageException;

/**
 * What the jobs of one kind do. All methods run on the one thread of a {@link JobRunner}.
 *
 * @param <J> the kind of job
 */
public interface JobWork<J extends Job<J>> {

    /**
     * Does the work of a job.
     *
     * @return the job with its result; the runner sets its status
     * @throws java.util.concurrent.CancellationException if somebody has cancelled it
     * @throws JobFailedException if it cannot be done, in a sentence; whatever else it throws is logged and told as unexpected
     * @throws Exception whatever goes wrong
     */
    J run(LiveJob<J> job) throws Exception;

    /**
     * Told of a job that has ended, after that was stored or, on a full disk, noted to be stored. Until it returns, the job is
     * still shown at work: who sees it completed may rely on what this does.
     */
    default void ended(J job) {}

    /** Removes what a job that has ended left behind. May be called several times. */
    default void cleanUp(int id) throws Exception {}

    /**
     * What a job comes to whose completion cannot be stored.
     *
     * @return the job as it is, to be stored later; or as one that failed
     */
    default J unstored(J job, StorageException reason) {
        return job;
    }
}
