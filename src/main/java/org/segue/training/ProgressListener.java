package org.segue.training;

import org.segue.model.Trial;

/** Hears how a training goes on. Called by one thread at a time; what it throws ends the training. */
@FunctionalInterface
public interface ProgressListener {

    /** An epoch is done. */
    void epochDone(TrainingProgress progress);

    /** A search has tried hyperparameters. */
    default void trialDone(Trial trial) {}
}
