package org.segue.imports;

import org.segue.text.Sentence;

/** Dates of a column may be read in two ways and nothing says which is meant, in a sentence that names the parameter. */
public class UndecidedDatesException extends ImportException {

    private static final long serialVersionUID = 1L;

    /** With the column, an example and what to say. */
    public UndecidedDatesException(Sentence sentence) {
        super(sentence);
    }
}
