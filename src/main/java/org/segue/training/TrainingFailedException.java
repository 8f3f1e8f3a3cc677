package org.segue.training;

import org.segue.jobs.JobFailedException;
import org.segue.text.Sentence;

/** A training ended without a model. The message says why, in words for people. */
public final class TrainingFailedException extends JobFailedException {

    private static final long serialVersionUID = 1L;

    TrainingFailedException(Sentence sentence) {
        super(sentence);
    }

    TrainingFailedException(Sentence sentence, Throwable cause) {
        super(sentence, cause);
    }
}
