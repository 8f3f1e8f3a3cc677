package org.segue.training;

import java.io.IOException;

/** Starts trainings. */
public interface TrainingRunner {

    /**
     * Starts to train on a job's folder.
     *
     * @param folder what to train on; the model appears in it
     * @param listener told after each epoch, by a thread of the run
     * @throws IOException if it cannot be started
     */
    TrainingHandle start(JobFolder folder, ProgressListener listener) throws IOException;
}
