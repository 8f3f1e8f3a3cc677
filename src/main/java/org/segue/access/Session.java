package org.segue.access;

import java.time.Instant;

/**
 * A browser that has signed in.
 *
 * @param caller who
 * @param secret what its cookie holds
 * @param expiresAt when it ends
 */
public record Session(Caller caller, String secret, Instant expiresAt) {}
