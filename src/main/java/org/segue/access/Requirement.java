package org.segue.access;

/** What somebody must be to do something. */
enum Requirement {
    /** Anybody. */
    NOTHING,
    /** Anybody, or, if access is required, somebody. */
    READING,
    /** Anybody, or, if access is required, the user that the address names or the administrator. */
    READING_OF_USER,
    /** Anybody, or, if access is required, the administrator: it tells of everybody. */
    READING_OF_ALL,
    /** The user that the address names, or the administrator. */
    USER,
    /** A user, whoever it is: what is sent is about that user. */
    ANY_USER,
    /** A user or the administrator: whom it is about, the request says where the address does not show it. */
    SOMEBODY,
    /** The administrator. */
    ADMINISTRATION
}
