package org.segue.access;

/** Who a caller must be. Reading is open to everybody unless {@code segue.access.required} is set. */
public enum Requirement {
    /** Anybody, always. */
    NONE,
    /** Anybody who is signed in; everybody while reading is open. */
    READER,
    /** The user whom the address names, or the administrator; everybody while reading is open. */
    READER_OF_USER,
    /** The administrator, because the answer tells of all users; everybody while reading is open. */
    READER_OF_ALL,
    /** The user whom the address names, or the administrator. */
    THE_USER,
    /** A user, not the administrator: the request is about its sender. */
    ANY_USER,
    /** A user or the administrator; the endpoint checks whom the request is about. */
    SIGNED_IN,
    /** The administrator. */
    ADMINISTRATOR
}
