package org.segue.access;

/** The least that somebody must be to get beyond 401 and 403. */
enum Least {
    NOBODY,
    ANYBODY_KNOWN,
    THE_USER,
    ADMINISTRATOR
}
