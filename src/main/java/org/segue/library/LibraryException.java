package org.segue.library;

import org.segue.text.Sentence;

/** A server that cannot be used as it was meant to be; it says why, in a sentence that quotes nothing of its answer. */
public class LibraryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final transient Sentence sentence;

    /** @param sentence why */
    public LibraryException(Fault fault, Sentence sentence) {
        super(sentence.text());
        this.fault = fault;
        this.sentence = sentence;
    }

    /** Why. */
    public Sentence sentence() {
        return sentence;
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
