package org.segue.imports;

import org.segue.jobs.JobFailedException;
import org.segue.text.Sentence;

/** An import that cannot be done, in a sentence for the person who asked for it. */
public class ImportException extends JobFailedException {

    private static final long serialVersionUID = 1L;

    /** With what was wrong and what was expected. */
    public ImportException(Sentence sentence) {
        super(sentence);
    }
}
