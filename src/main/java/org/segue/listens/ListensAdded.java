package org.segue.listens;

/**
 * Listens of one user have come from a player, and are on disk. That all counts have changed is told later, of many
 * listens together: see {@link ListensChanged}.
 *
 * @param userId database key
 */
public record ListensAdded(int userId) {}
