package org.segue.jobs;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.segue.storage.StorageException;

/** Jobs in memory, on a disk that may be full. */
final class SumStore implements JobStore<Sum> {

    private final Map<Integer, Sum> jobs = new ConcurrentSkipListMap<>();
    volatile boolean full;
    final AtomicInteger errorsAtTheEnd = new AtomicInteger();

    Sum create() {
        int id = jobs.size() + 1;
        Sum job = new Sum(new JobState(id, JobStatus.QUEUED, Instant.now(), null, null, 0, null), 0);
        jobs.put(id, job);
        return job;
    }

    @SuppressWarnings("unchecked")
    static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Override
    public Optional<Sum> byId(int id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public List<Sum> newest(int below, int limit) {
        return jobs.values().stream()
                .filter(job -> job.id() < below)
                .sorted(Comparator.comparing(Sum::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Sum> underWay() {
        return jobs.values().stream().filter(job -> !job.status().isFinal()).toList();
    }

    @Override
    public int count() {
        return jobs.size();
    }

    @Override
    public synchronized boolean start(int id) {
        return change(id, JobState::started);
    }

    @Override
    public synchronized boolean cancelQueued(int id) {
        return change(id, queued -> queued.ended(JobStatus.CANCELLED, null));
    }

    private boolean change(int id, UnaryOperator<JobState> change) {
        Sum job = jobs.get(id);
        if (job == null || job.status() != JobStatus.QUEUED) {
            return false;
        }
        jobs.put(id, job.with(change.apply(job.state())));
        return true;
    }

    @Override
    public void finish(Sum job) {
        if (errorsAtTheEnd.getAndDecrement() > 0) {
            throw new OutOfMemoryError("while a job ended");
        }
        if (full) {
            throw new StorageException("the disk is full", new Exception());
        }
        jobs.put(job.id(), job);
    }
}
