package org.segue.catalog;

import java.util.Map;
import java.util.Set;

/**
 * Songs that turned out to be the same recording as others. Rows keep the key under which they came; this says which song
 * they count for. Immutable.
 */
public final class SongMerges {

    /** None. */
    public static final SongMerges NONE = new SongMerges(Map.of());

    private final Map<Integer, Integer> staying;
    private final Set<Integer> joinedTo;

    SongMerges(Map<Integer, Integer> staying) {
        this.staying = Map.copyOf(staying);
        this.joinedTo = Set.copyOf(staying.values());
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return staying.isEmpty();
    }

    /** Key of the song that a key stands for: most stand for themselves. */
    public int target(int songId) {
        return staying.isEmpty() ? songId : staying.getOrDefault(songId, songId);
    }

    /** Whether rows under several keys may count for the song of a key. */
    public boolean concerns(int songId) {
        return !staying.isEmpty() && (staying.containsKey(songId) || joinedTo.contains(songId));
    }
}
