package org.segue.listens;

import java.util.List;

/**
 * What one write has done to the plays of a user, each counted once however many have told of it.
 *
 * @param write number of the write, see {@link org.segue.storage.Database#lastWrite}
 * @param plays those that came or went
 */
public record PlaysChange(long write, List<ChangedPlay> plays) {

    /** Copies the list. */
    public PlaysChange {
        plays = List.copyOf(plays);
    }

    /**
     * A play that came or went.
     *
     * @param listenedAt epoch seconds
     * @param songId key of the song that it counts for
     * @param isNew whether it came
     */
    public record ChangedPlay(long listenedAt, int songId, boolean isNew) {}
}
