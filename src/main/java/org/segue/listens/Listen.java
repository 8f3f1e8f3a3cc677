package org.segue.listens;

/**
 * One play of one song by one user at one time.
 *
 * @param userId database key
 * @param listenedAt start of the play, epoch seconds, UTC
 * @param songId database key
 */
public record Listen(int userId, long listenedAt, int songId) {}
