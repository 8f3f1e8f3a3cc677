package org.segue.listens;

/** The user whose listens these are is gone. */
public class UnknownListenerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownListenerException() {
        super("There is no such user any more.");
    }
}
