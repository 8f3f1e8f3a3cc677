package org.segue.listens;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.segue.catalog.RecordingRepository;
import org.segue.storage.GuardedThread;

/**
 * Tells the house that listens have changed, of many together: what follows from it reads all of them. It takes a twentieth
 * of the time at most.
 */
@Singleton
class ListenChangeDebouncer {

    private static final long MIN_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long MAX_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int PAUSE = 20;

    private final MergedListenRepository joined;
    private final Event<ListensChanged> listensChanged;
    private final AtomicBoolean due = new AtomicBoolean();
    private final GuardedThread thread = new GuardedThread("segue-recounting");

    private volatile long pauseNanos = MIN_NANOS;
    private long movesToldOf;

    ListenChangeDebouncer(MergedListenRepository joined, Event<ListensChanged> listensChanged) {
        this.joined = joined;
        this.listensChanged = listensChanged;
    }

    /** Listens have come. Returns at once. */
    void soon() {
        if (due.compareAndSet(false, true)) {
            thread.runAfter(
                    Duration.ofNanos(pauseNanos),
                    "Listens could not be counted anew; the next one tries again",
                    this::recount);
        }
    }

    private void recount() {
        // What comes from here on is for the next time.
        due.set(false);
        long start = System.nanoTime();
        try {
            joined.settle();
            long moves = joined.moves();
            listensChanged.fire(new ListensChanged(RecordingRepository.SOURCE, moves == movesToldOf));
            movesToldOf = moves;
        } finally {
            pauseNanos = Math.max(MIN_NANOS, Math.min(MAX_NANOS, PAUSE * (System.nanoTime() - start)));
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.interrupt();
    }
}
