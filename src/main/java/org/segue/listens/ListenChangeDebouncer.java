package org.segue.listens;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.segue.catalog.RecordingRepository;

/**
 * Tells the house that listens have changed, of many together: what follows from it reads all of them. It takes a twentieth
 * of the time at most.
 */
@Singleton
class ListenChangeDebouncer {

    private static final Logger LOG = Logger.getLogger(ListenChangeDebouncer.class);
    private static final long MIN_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long MAX_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int PAUSE = 20;

    private final MergedListenRepository joined;
    private final Event<ListensChanged> listensChanged;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "segue-recounting");
        created.setDaemon(true);
        return created;
    });

    private volatile long pauseNanos = MIN_NANOS;

    ListenChangeDebouncer(MergedListenRepository joined, Event<ListensChanged> listensChanged) {
        this.joined = joined;
        this.listensChanged = listensChanged;
    }

    /** Listens have come. Returns at once. */
    void soon() {
        if (due.compareAndSet(false, true)) {
            try {
                // Nobody waits for it: it catches what it throws itself.
                var unused = thread.schedule(this::recount, pauseNanos, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("Segue is stopping: the next start counts anew");
            }
        }
    }

    private void recount() {
        // What comes from here on is for the next time.
        due.set(false);
        long start = System.nanoTime();
        try {
            joined.settle();
            listensChanged.fire(new ListensChanged(RecordingRepository.SOURCE));
        } catch (RuntimeException e) {
            LOG.error("Listens could not be counted anew; the next one tries again", e);
        }
        pauseNanos = Math.max(MIN_NANOS, Math.min(MAX_NANOS, PAUSE * (System.nanoTime() - start)));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }
}
