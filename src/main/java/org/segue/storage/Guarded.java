package org.segue.storage;

import io.micrometer.core.instrument.Metrics;
import org.jboss.logging.Logger;

/**
 * Runs work that nobody waits for. Whatever it throws, an {@link OutOfMemoryError} or a {@link StackOverflowError} too, is
 * counted and logged, and the thread that runs it goes on.
 */
public final class Guarded {

    private static final Logger LOG = Logger.getLogger(Guarded.class);

    private Guarded() {}

    /** What is done. */
    @FunctionalInterface
    public interface Work {

        /** Does it. */
        void run() throws Exception;
    }

    /**
     * Does some work.
     *
     * @param failure what to say in the log if it fails, a sentence without a full stop
     * @return whether it ended well
     */
    @SuppressWarnings("CatchThrowable") // the last frame of a thread that others rely on
    public static boolean run(String failure, Work work) {
        try {
            work.run();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Throwable e) {
            report(failure, e);
            return false;
        }
    }

    /** Work that a thread can be handed which others rely on. */
    public static Runnable of(String failure, Work work) {
        return () -> run(failure, work);
    }

    /** Counts and logs what nobody has foreseen. Never throws. */
    @SuppressWarnings("CatchThrowable") // without memory nothing can be logged either
    static void report(String failure, Throwable e) {
        try {
            Metrics.counter("segue.unexpected.failures").increment();
            LOG.errorf(e, "%s", failure);
        } catch (Throwable again) {
            // What follows matters more than that it is told.
        }
    }
}
