package org.segue.access;

/** An address has sent so many wrong tokens that it has to wait for a minute. */
public class TooManyFailuresException extends RuntimeException {

    static final String WORDS = "Too many wrong tokens came from your address: wait for a minute.";

    private static final long serialVersionUID = 1L;

    TooManyFailuresException() {
        super(WORDS);
    }
}
