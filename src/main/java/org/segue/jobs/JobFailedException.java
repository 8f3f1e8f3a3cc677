package org.segue.jobs;

import org.segue.text.Sentence;

/** A job cannot be done, for a reason that people are told. */
public class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    /** A failure with a sentence for people. */
    public JobFailedException(Sentence sentence) {
        super(sentence.text());
        this.sentence = sentence;
    }

    /** The same with what caused it, for the log. */
    public JobFailedException(Sentence sentence, Throwable cause) {
        super(sentence.text(), cause);
        this.sentence = sentence;
    }

    /** Why. */
    public Sentence sentence() {
        return sentence;
    }
}
