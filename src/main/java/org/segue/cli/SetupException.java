package org.segue.cli;

/** The setup cannot go on, for a reason that is a sentence for people. */
final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SetupException(String message) {
        super(message);
    }
}
