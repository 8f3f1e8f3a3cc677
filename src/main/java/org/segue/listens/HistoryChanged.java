package org.segue.listens;

/**
 * What is known of one user's listening has changed, and the change is on disk.
 *
 * @param userId database key
 * @param listenersChanged whether the numbers of users that are noted with the songs have changed too
 */
public record HistoryChanged(int userId, boolean listenersChanged) {}
