package org.segue.training;

import org.segue.jobs.JobFailedException;

/** The loss ran away, perhaps beyond all numbers: the learning rate is too large, or the values are. */
public final class TrainingDivergedException extends JobFailedException {

    private static final long serialVersionUID = 1L;

    /**
     * Says where.
     *
     * @param epoch the epoch in which it happened, from 1
     */
    public TrainingDivergedException(int epoch) {
        super(TrainingPhrase.DIVERGED.with(epoch));
    }
}
