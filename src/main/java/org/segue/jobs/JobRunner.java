package org.segue.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Guarded;
import org.segue.storage.GuardedThread;
import org.segue.storage.StorageException;
import org.segue.text.Sentence;

/**
 * Runs the jobs of one kind, one after the other, on a thread of its own, and shows how they stand. Whatever the work of a job
 * throws, the job ends with a sentence and the thread goes on to the next. Safe for any thread; its methods block.
 *
 * @param <J> the kind of job
 */
public final class JobRunner<J extends Job<J>> {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    /** What the disk had no room for is tried again after this. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** A job that has been queued for so long, without anybody knowing of it, has nobody who submits it. */
    private static final Duration ARRIVAL = Duration.ofHours(1);

    /** How often the stored jobs are compared with those that somebody works on. */
    private static final Duration BETWEEN_COMPARISONS = Duration.ofSeconds(30);

    private final String kind;
    private final JobStore<J> store;
    private final JobWork<J> work;
    private final PendingResults<J> pending;
    private final Map<Integer, LiveJob<J>> live = new ConcurrentSkipListMap<>();
    private final GuardedThread thread;

    /** Stored jobs under way that nobody worked on when that was last looked at. */
    private Set<Integer> abandoned = Set.of();

    private volatile boolean stopping;

    /**
     * A runner with nothing to do.
     *
     * @param kind what its jobs are called in the log and as a thread, in the singular
     * @param store where the jobs are stored
     * @param work what they do
     */
    public JobRunner(String kind, JobStore<J> store, JobWork<J> work) {
        this(kind, store, work, BETWEEN_COMPARISONS);
    }

    JobRunner(String kind, JobStore<J> store, JobWork<J> work, Duration betweenComparisons) {
        this.kind = kind;
        this.store = store;
        this.work = work;
        this.pending = new PendingResults<>(store, work);
        this.thread = new GuardedThread("segue-" + kind + "s");
        thread.repeat(betweenComparisons, "The stored %ss could not be looked at".formatted(kind), this::endAbandoned);
    }

    /** Runs a stored job when those before it have ended. */
    public void submit(J queued) {
        live.put(queued.id(), new LiveJob<>(queued));
        execute(() -> run(queued.id()), Duration.ZERO);
    }

    /** Fails a queued job that cannot begin, and removes what it left behind. */
    public void fail(J queued, Sentence reason) {
        pending.store(queued.with(queued.state().ended(JobStatus.FAILED, reason)));
        cleanUpLater(queued.id());
    }

    /** Removes what a job left behind when those before it have ended. */
    public void cleanUpLater(int id) {
        execute(() -> cleanUp(id), Duration.ZERO);
    }

    /**
     * Asks a job to end without a result.
     *
     * @return whether it was queued or at work and could still be cancelled
     */
    public boolean cancel(int id) {
        LiveJob<J> job = live.get(id);
        if (job == null) {
            return false;
        }
        if (!job.isStarted() && store.cancelQueued(id)) {
            forget(id, job);
            return true;
        }
        return job.cancel();
    }

    /** The oldest job that is queued or at work. Never blocks. */
    public Optional<J> current() {
        return live.values().stream().findFirst().map(LiveJob::job);
    }

    /** The job of a number, as it stands now. */
    public Optional<J> byId(int id) {
        LiveJob<J> atWork = live.get(id);
        return atWork == null || atWork.isOver() ? store.byId(id).map(pending::shown) : Optional.of(atWork.job());
    }

    /** Jobs with a number below one, newest first, as they stand now. */
    public List<J> newest(int below, int limit) {
        Map<Integer, LiveJob<J>> atWork = Map.copyOf(live);
        return store.newest(below, limit).stream()
                .map(job -> shown(job, atWork.get(job.id())))
                .toList();
    }

    /** Jobs that are queued or at work, oldest first. */
    public List<J> underWay() {
        Map<Integer, LiveJob<J>> atWork = Map.copyOf(live);
        return store.underWay().stream()
                .map(job -> shown(job, atWork.get(job.id())))
                .filter(job -> !job.status().isFinal())
                .toList();
    }

    /** Number of jobs ever accepted. */
    public int count() {
        return store.count();
    }

    // The live job was looked up before the stored one was read: a job that ends in between is shown as stored.
    private J shown(J stored, @Nullable LiveJob<J> atWork) {
        return atWork == null || atWork.isOver() ? pending.shown(stored) : atWork.job();
    }

    /** Stops what is at work and waits for it for some seconds. The next start fails what had begun, as after a kill. */
    public void stop() throws InterruptedException {
        stopping = true;
        live.values().forEach(LiveJob::cancel);
        thread.stop();
    }

    private void run(int id) {
        LiveJob<J> job = live.get(id);
        try {
            if (!stopping && job != null && store.start(id)) {
                job.start();
                end(result(job));
            }
        } catch (StorageException e) {
            LOG.errorf(e, "The %s %d cannot begin yet", kind, id);
            execute(() -> run(id), RETRY);
            return;
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "The %s %d cannot be run", kind, id);
        }
        forget(id, job);
        cleanUp(id);
    }

    private J result(LiveJob<J> job) {
        try {
            J done = work.run(job);
            job.settle();
            return ended(done, JobStatus.COMPLETED, null);
        } catch (CancellationException e) {
            return ended(job.job(), JobStatus.CANCELLED, null);
        } catch (JobFailedException e) {
            LOG.debugf(e, "A %s failed", kind);
            return ended(job.job(), JobStatus.FAILED, e.sentence());
        } catch (StorageException e) {
            LOG.errorf("The %s %d failed: %s", kind, job.job().id(), e.getMessage());
            return ended(job.job(), JobStatus.FAILED, JobPhrase.DATABASE.with());
        } catch (Throwable e) {
            LOG.errorf(e, "The %s %d failed", kind, job.job().id());
            return ended(job.job(), JobStatus.FAILED, JobPhrase.UNEXPECTED.with());
        }
    }

    private J ended(J job, JobStatus status, @Nullable Sentence error) {
        return job.with(job.state().ended(status, error));
    }

    // What Segue breaks off because it is stopping was cancelled by nobody: the next start says what became of it.
    private void end(J ended) {
        if (stopping && ended.status() != JobStatus.COMPLETED) {
            LOG.infof("The %s %d is broken off: Segue is stopping", kind, ended.id());
            return;
        }
        try {
            work.ended(pending.store(ended));
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "What follows from the end of %s %d failed", kind, ended.id());
        }
    }

    private void forget(int id, @Nullable LiveJob<J> job) {
        if (job != null) {
            job.close();
            live.remove(id);
        }
    }

    private void cleanUp(int id) {
        if (stopping) {
            return;
        }
        try {
            work.cleanUp(id);
            if (pending.contains(id)) {
                // What was removed may have made room.
                boolean stored = pending.retry(id);
                execute(() -> cleanUp(id), stored ? Duration.ZERO : RETRY);
            }
        } catch (Throwable e) {
            LOG.errorf(e, "What %s %d left behind could not be removed; the next start tries again", kind, id);
        }
    }

    /**
     * Fails jobs that are stored as under way, but that nobody works on: something unforeseen has kept their end from being
     * stored. Twice in a row, because a job is stored before it is submitted.
     */
    private void endAbandoned() {
        Set<Integer> seen = new HashSet<>();
        for (J job : stopping ? List.<J>of() : store.underWay()) {
            if (!live.containsKey(job.id()) && !pending.contains(job.id())) {
                seen.add(job.id());
                if (abandoned.contains(job.id()) && isOver(job)) {
                    LOG.errorf("Nobody works on %s %d any more: it is failed", kind, job.id());
                    fail(job, JobPhrase.UNEXPECTED.with());
                }
            }
        }
        abandoned = seen;
    }

    // Files of a queued job may still be arriving.
    private static boolean isOver(Job<?> job) {
        return job.status() == JobStatus.RUNNING
                || job.createdAt().isBefore(Instant.now().minus(ARRIVAL));
    }

    private void execute(Guarded.Work task, Duration delay) {
        thread.runAfter(delay, "What was to be done for a %s failed".formatted(kind), task);
    }
}
