package org.segue.library;

import org.segue.text.Sentence;

/** What somebody wants for a library or a login is another's already. */
public class LibraryTakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Sentence sentence;

    /** @param sentence why it is refused */
    public LibraryTakenException(Sentence sentence) {
        super(sentence.text());
        this.sentence = sentence;
    }

    /** Why it is refused. */
    public Sentence sentence() {
        return sentence;
    }
}
