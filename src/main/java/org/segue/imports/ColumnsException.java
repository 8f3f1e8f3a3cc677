package org.segue.imports;

import org.segue.text.Sentence;

/** What is said of a table's columns makes no sense, or nothing says which of them hold the songs, in a sentence. */
public class ColumnsException extends ImportException {

    private static final long serialVersionUID = 1L;

    /** With the columns that it is about. */
    public ColumnsException(Sentence sentence) {
        super(sentence);
    }
}
