package org.segue.library;

/** A server that cannot be used as it was meant to be; the message says why, in a sentence that quotes nothing of its answer. */
public class LibraryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Fault fault;

    /** @param message a sentence for people */
    public LibraryException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** What kind of thing went wrong. */
    public Fault fault() {
        return fault;
    }

    /** Kinds of failures. */
    public enum Fault {
        /** The account or its secret is refused. */
        LOGIN,
        /** The account may not do this. */
        FORBIDDEN,
        /** Nobody answers at the address. */
        UNREACHABLE,
        /** It did not answer in time. */
        SLOW,
        /** Its certificate is not trusted. */
        CERTIFICATE,
        /** The address is one that Segue does not call. */
        ADDRESS,
        /** What it answered is not what such a server answers. */
        ANSWER,
        /** It said that it failed. */
        FAILED
    }
}
