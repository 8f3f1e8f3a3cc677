package org.segue.imports.dumps;

import org.segue.jobs.JobFailedException;
import org.segue.text.Sentence;

/** A mirror did not give what was asked of it, in a sentence for people. */
public final class MirrorException extends JobFailedException {

    private static final long serialVersionUID = 1L;

    MirrorException(Sentence sentence) {
        super(sentence);
    }

    MirrorException(Sentence sentence, Throwable cause) {
        super(sentence, cause);
    }
}
