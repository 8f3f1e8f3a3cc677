package org.segue.imports;

import org.segue.text.Sentence;

/** It is not clear whose listens the files hold, in a sentence for the person who asked for the import. */
public class ListenerException extends ImportException {

    private static final long serialVersionUID = 1L;

    /** With what was wrong and what was expected. */
    public ListenerException(Sentence sentence) {
        super(sentence);
    }
}
