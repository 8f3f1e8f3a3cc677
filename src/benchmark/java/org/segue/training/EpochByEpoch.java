package org.segue.training;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.Hyperparameters;
import org.segue.training.djl.DjlFactorTraining;

/** A training, on a thread of its own, that stands still after each epoch until the next is asked for. For one caller. */
final class EpochByEpoch {

    private static final int ENDLESS = 10_000;

    private final Semaphore wanted = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable RuntimeException failure;

    /** Starts a training with the default hyperparameters and waits for its first epoch. */
    EpochByEpoch(InteractionMatrix interactions) throws InterruptedException {
        thread = new Thread(() -> train(interactions), "training");
        thread.setDaemon(true);
        thread.start();
        awaitEpoch();
    }

    /** Does one more. */
    void epoch() throws InterruptedException {
        wanted.release();
        awaitEpoch();
    }

    /** Ends the training. */
    void stop() throws InterruptedException {
        stopped = true;
        wanted.release();
        thread.join();
    }

    private void awaitEpoch() throws InterruptedException {
        done.acquire();
        if (failure != null) {
            throw new IllegalStateException("the training failed", failure);
        }
    }

    private void train(InteractionMatrix interactions) {
        Hyperparameters endless = Hyperparameters.implicitDefaults().withEpochs(ENDLESS);
        try {
            new DjlFactorTraining()
                    .train(interactions, endless, Runtime.getRuntime().availableProcessors(), progress -> pause());
        } catch (RuntimeException e) {
            failure = stopped ? null : e;
            done.release();
        }
    }

    private void pause() {
        done.release();
        wanted.acquireUninterruptibly();
        if (stopped) {
            throw new CancellationException();
        }
    }
}
