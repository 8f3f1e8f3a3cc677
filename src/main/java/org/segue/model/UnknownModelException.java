package org.segue.model;

/** There is no model of that version. */
public final class UnknownModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownModelException(String version) {
        super("There is no model %s.".formatted(version));
    }
}
