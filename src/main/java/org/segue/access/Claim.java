package org.segue.access;

import java.time.Instant;

/**
 * How a fresh service got its administrator.
 *
 * @param at when it was claimed
 * @param address where from
 * @param way {@code loopback} or {@code code}
 * @param program what the browser calls itself, may be empty
 */
public record Claim(Instant at, String address, String way, String program) {}
