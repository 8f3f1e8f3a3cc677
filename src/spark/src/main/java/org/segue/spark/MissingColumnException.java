package org.segue.spark;

/** A table that lacks a column without which it holds no listens. */
final class MissingColumnException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message the table, what is missing, and what it has */
    MissingColumnException(String message) {
        super(message);
    }
}
