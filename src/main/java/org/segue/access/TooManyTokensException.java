package org.segue.access;

import org.segue.text.Sentence;

/** There are as many tokens as are kept. */
public class TooManyTokensException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    TooManyTokensException(int most) {
        this(AccessPhrase.TOO_MANY_TOKENS.with(most));
    }

    private TooManyTokensException(Sentence sentence) {
        super(sentence.text());
        this.sentence = sentence;
    }

    /** What to do. */
    public Sentence sentence() {
        return sentence;
    }
}
