package org.segue.storage;

/** A backup cannot be restored; the message says why, in a sentence for people. */
public class RestoreException extends Exception {

    private static final long serialVersionUID = 1L;

    RestoreException(String message) {
        super(message);
    }

    RestoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
