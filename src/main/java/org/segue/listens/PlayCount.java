package org.segue.listens;

/**
 * Plays of a song by a user that somebody else has counted; or a rating.
 *
 * @param userId database key
 * @param songId database key
 * @param measure what the value is
 * @param value plays, positive; or a rating, finite
 */
public record PlayCount(int userId, int songId, Measure measure, double value) {}
