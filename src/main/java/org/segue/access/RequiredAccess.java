package org.segue.access;

/**
 * What one request requires.
 *
 * @param requirement who the caller must be
 * @param user the user whom the address names, percent-encoded; empty if the requirement is about no user
 */
record RequiredAccess(Requirement requirement, String user) {}
