package org.segue.imports.formats;

import org.segue.text.Sentence;

/** A row that cannot be used; it says why, in words that fit behind "line 7: ". */
final class BadRowException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Sentence reason;

    BadRowException(Sentence reason) {
        super(reason.text(), null, false, false);
        this.reason = reason;
    }

    Sentence reason() {
        return reason;
    }
}
