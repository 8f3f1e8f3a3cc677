package org.segue.library;

/** What somebody wants for a library or a login is another's already. Its message is a sentence. */
public class LibraryTakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A refusal with a sentence for people. */
    public LibraryTakenException(String message) {
        super(message);
    }
}
