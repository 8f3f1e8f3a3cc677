package org.segue.jobs;

import java.util.List;
import java.util.Optional;

/**
 * The stored jobs of one kind. Its methods block, and throw a {@link org.segue.storage.StorageException} if the disk cannot be
 * read or written.
 *
 * @param <J> the kind of job
 */
public interface JobStore<J extends Job<J>> {

    /** The job of a number. */
    Optional<J> byId(int id);

    /** Jobs with a number below one, newest first. */
    List<J> newest(int below, int limit);

    /** Jobs that have not ended, oldest first. */
    List<J> underWay();

    /** Number of jobs ever accepted. */
    int count();

    /** Notes that the work of a queued job begins. False if the job is not queued. */
    boolean start(int id);

    /** Notes that a queued job will not begin. False if the job is not queued. */
    boolean cancelQueued(int id);

    /** Notes how a job has ended: its state, and what came of it. */
    void finish(J job);
}
