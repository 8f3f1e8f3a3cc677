package org.segue.training;

import org.jspecify.annotations.Nullable;

/** A training ended without a model. The message says why, in words for people. */
public final class TrainingFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    TrainingFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
