package org.segue.imports.formats;

/** A row that cannot be used; its message says why, in words that fit behind "line 7: ". */
final class BadRowException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    BadRowException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
