package org.segue.access;

/** There are as many tokens as are kept. */
public class TooManyTokensException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyTokensException(int most) {
        super("There are %d tokens already: revoke some.".formatted(most));
    }
}
