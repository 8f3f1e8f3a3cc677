package org.segue.catalog;

/** A user who was asked for is gone. */
public final class UnknownUserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownUserException() {
        super("The user is gone.");
    }
}
