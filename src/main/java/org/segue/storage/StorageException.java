package org.segue.storage;

/** The database could not do what was asked: the disk is full or read-only, it is locked, or it is overloaded. */
public class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the database's own words. */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Without a cause of the database. */
    public StorageException(String message) {
        super(message);
    }
}
