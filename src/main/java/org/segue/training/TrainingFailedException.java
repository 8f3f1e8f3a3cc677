package org.segue.training;

import org.segue.jobs.JobFailedException;

/** A training ended without a model. The message says why, in words for people. */
public final class TrainingFailedException extends JobFailedException {

    private static final long serialVersionUID = 1L;

    TrainingFailedException(String message) {
        super(message);
    }

    TrainingFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
