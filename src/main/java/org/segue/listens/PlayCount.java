package org.segue.listens;

/**
 * Plays of a song by a user that somebody else has counted; or a rating, if the import that brings it says so.
 *
 * @param userId database key
 * @param songId database key
 * @param value plays, positive; or a rating, finite
 */
public record PlayCount(int userId, int songId, double value) {}
