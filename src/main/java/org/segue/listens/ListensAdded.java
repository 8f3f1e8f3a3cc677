package org.segue.listens;

import org.jspecify.annotations.Nullable;

/**
 * Listens of one user have come from a player, and are on disk. That all counts have changed is told later, of many
 * listens together: see {@link ListensChanged}.
 *
 * @param userId database key
 * @param change what they changed; null if that is not known
 */
public record ListensAdded(int userId, @Nullable PlaysChange change) {}
