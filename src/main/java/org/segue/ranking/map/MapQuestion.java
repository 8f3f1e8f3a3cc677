package org.segue.ranking.map;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.UserHistory;
import org.segue.ranking.OwnedBy;

/**
 * What to draw on a map.
 *
 * @param limit the most of the songs that most people have, positive
 * @param owned which of them, by who owns them
 * @param history of the listener all of whose songs to draw and to mark, null for nobody
 * @param recommended keys of songs that are recommended, best first
 * @param path keys of the songs of a path, in order
 */
public record MapQuestion(
        int limit, OwnedBy owned, @Nullable UserHistory history, List<Integer> recommended, List<Integer> path) {

    /** Copies the songs. */
    public MapQuestion {
        recommended = List.copyOf(recommended);
        path = List.copyOf(path);
    }

    /** One of a listener's songs alone, whoever owns them. */
    public static MapQuestion of(int limit, @Nullable UserHistory history) {
        return new MapQuestion(limit, OwnedBy.NO_MATTER, history, List.of(), List.of());
    }
}
