package org.segue.imports;

/** Nothing more of a file is wanted. */
final class EnoughReadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnoughReadException() {
        super("enough has been read of the file", null, false, false);
    }
}
