package org.segue.interactions;

import java.util.Map;
import java.util.Optional;
import org.segue.listens.PlaysChange;
import org.segue.listens.PlaysChange.ChangedPlay;

/**
 * A user's history without feedback, and the songs that the user skips: the part that takes long to read and that feedback does
 * not change. Immutable by agreement, as {@link UserHistory} is.
 *
 * @param history songs, plays and when each was last heard; without preferences and bans
 * @param skips how many times more often songs were broken off than heard, by database key; above 0
 * @param isAnySkipped whether any song was ever broken off
 * @param lastWrite what {@link org.segue.storage.Database#lastWrite} told while it was read: nothing of later writes is in it
 */
record HistoryWithSkips(UserHistory history, Map<Integer, Integer> skips, boolean isAnySkipped, long lastWrite) {

    private static final int BYTES_OF_SONG = 16;
    private static final int BYTES_OF_SKIPS = 48;

    /** Copies the map. */
    HistoryWithSkips {
        skips = Map.copyOf(skips);
    }

    /** About how much memory it takes. */
    int bytes() {
        return BYTES_OF_SONG * history.size() + BYTES_OF_SKIPS * skips.size();
    }

    /** The same after a write; nothing if it is not sure what that comes to, or whether it is in here. */
    Optional<HistoryWithSkips> with(PlaysChange change) {
        Optional<UserHistory> changed = change.write() > lastWrite ? Optional.of(history) : Optional.empty();
        for (ChangedPlay play : change.plays()) {
            // A song can become one that is skipped, or be one no longer.
            changed = changed.filter(before -> play.isNew() ? !skips.containsKey(play.songId()) : !isAnySkipped)
                    .flatMap(before -> PlayChanges.apply(before, play));
        }
        return changed.map(now -> new HistoryWithSkips(now, skips, isAnySkipped, lastWrite));
    }
}
