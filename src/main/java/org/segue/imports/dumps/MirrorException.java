package org.segue.imports.dumps;

import org.segue.jobs.JobFailedException;

/** A mirror did not give what was asked of it, in a sentence for people. */
public final class MirrorException extends JobFailedException {

    private static final long serialVersionUID = 1L;

    MirrorException(String message) {
        super(message);
    }

    MirrorException(String message, Throwable cause) {
        super(message, cause);
    }
}
