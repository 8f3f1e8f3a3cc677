package org.segue.training;

import java.nio.file.Path;

/** A training that has started. Safe for several threads. */
public interface TrainingHandle {

    /**
     * Waits for the end.
     *
     * @return the model's folder, ready to be published
     * @throws TrainingFailedException if there is no model; the message says why, in words for people
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    Path await() throws TrainingFailedException, InterruptedException;

    /** Asks it to end, and leaves no model. Returns without waiting longer than two seconds. */
    void cancel();
}
