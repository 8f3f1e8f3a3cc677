package org.segue.listens;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one user's listening has changed, and the change is on disk.
 *
 * @param userId database key
 * @param listenersChanged whether the numbers of users that are noted with the songs have changed too
 * @param change what has changed; null if that is not known, or is more than plays that came or went
 */
public record HistoryChanged(
        int userId, boolean listenersChanged, @Nullable PlaysChange change) {

    /** It is not known what has changed. */
    public HistoryChanged(int userId, boolean listenersChanged) {
        this(userId, listenersChanged, null);
    }
}
