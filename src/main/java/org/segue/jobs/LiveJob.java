package org.segue.jobs;

import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A job from when it is accepted until its end is stored. Its work updates it, others look at it and may cancel it. Safe for
 * any thread.
 *
 * @param <J> the kind of job
 */
public final class LiveJob<J extends Job<J>> {

    private J job;
    private UnaryOperator<J> view = UnaryOperator.identity();
    private @Nullable Runnable stop;
    private boolean settled;
    private boolean over;
    private volatile boolean cancelled;

    LiveJob(J queued) {
        this.job = queued;
    }

    /** The job as it stands now. */
    public synchronized J job() {
        return view.apply(job);
    }

    /** Changes the job. */
    public synchronized void update(UnaryOperator<J> change) {
        job = change.apply(job);
    }

    /** Lets looks at the job go through a function, which adds what changes too often for {@link #update}. */
    public synchronized void showThrough(UnaryOperator<J> function) {
        view = function;
    }

    /** Whether somebody has cancelled it. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Ends the work with a {@link CancellationException} if somebody has cancelled it. */
    public void endIfCancelled() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    /** Lets cancelling run something that stops the work; at once if the job is cancelled already. */
    public void onCancel(Runnable stopWork) {
        boolean late;
        synchronized (this) {
            stop = stopWork;
            late = cancelled;
        }
        if (late) {
            stopWork.run();
        }
    }

    /**
     * Notes that the result comes into force: from here on the job cannot be cancelled.
     *
     * @throws CancellationException if it was cancelled before
     */
    public synchronized void settle() {
        endIfCancelled();
        settled = true;
    }

    /** Asks the work to end. False if it is too late for that. */
    boolean cancel() {
        Runnable stopWork;
        synchronized (this) {
            if (settled || over) {
                return false;
            }
            cancelled = true;
            stopWork = stop;
        }
        if (stopWork != null) {
            stopWork.run();
        }
        return true;
    }

    synchronized void start() {
        job = job.with(job.state().started());
    }

    synchronized boolean isStarted() {
        return job.status() == JobStatus.RUNNING;
    }

    /** Notes that the store knows it better from here on. */
    synchronized void close() {
        over = true;
    }

    synchronized boolean isOver() {
        return over;
    }
}
