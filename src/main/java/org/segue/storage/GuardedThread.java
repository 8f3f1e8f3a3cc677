package org.segue.storage;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One thread for work that nobody waits for, one piece after the other. Whatever a piece throws, the next is done: each is
 * {@link Guarded}. Safe for any thread.
 */
public final class GuardedThread {

    private static final Logger LOG = Logger.getLogger(GuardedThread.class);
    private static final int STOP_SECONDS = 5;

    private final ScheduledThreadPoolExecutor executor;

    /**
     * A thread with nothing to do.
     *
     * @param name what it is called in dumps of threads
     */
    public GuardedThread(String name) {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = new Thread(task, name);
            created.setDaemon(true);
            return created;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
        // Later there may be no memory to make it of.
        executor.prestartAllCoreThreads();
    }

    /** Does some work when what came before is done; nothing if this thread is stopping. */
    public void run(String failure, Guarded.Work work) {
        runAfter(Duration.ZERO, failure, work);
    }

    /** Does some work after a while; nothing if this thread is stopping. */
    public void runAfter(Duration delay, String failure, Guarded.Work work) {
        try {
            var unused = executor.schedule(Guarded.of(failure, work), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Segue is stopping: the next start goes on");
        }
    }

    /** Does some work again and again, with a pause in between. */
    public void repeat(Duration pause, String failure, Guarded.Work work) {
        var unused = executor.scheduleWithFixedDelay(
                Guarded.of(failure, work), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Lets what is at work end, for some seconds; what waits is not begun. */
    public void stop() throws InterruptedException {
        executor.shutdown();
        executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    /** Interrupts what is at work and waits for its end, for some seconds; what waits is not begun. */
    public void interrupt() throws InterruptedException {
        executor.shutdownNow();
        executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
