package org.segue.jobs;

/** A job cannot be done, for a reason that people are told. Its message is a sentence. */
public class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with a sentence for people. */
    public JobFailedException(String message) {
        super(message);
    }

    /** The same with what caused it, for the log. */
    public JobFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
