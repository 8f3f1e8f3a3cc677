package org.segue.imports.staging;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of those who tell of listens: formats, and of one format's listens the players that sent them. What two of them tell may
 * be one play, what one tells never is. For one thread.
 */
final class Tellers {

    /** A number takes a byte; players beyond it are told by the number of the format. */
    private static final int MAX = 200;

    private final Map<String, Map<String, Integer>> byFormat = new HashMap<>();
    private Map<String, Integer> players = new HashMap<>();
    private int format;
    private int count;

    /** The next file is of a format. */
    void begin(String name) {
        players = byFormat.computeIfAbsent(name, format -> new HashMap<>());
        format = players.computeIfAbsent("", nobody -> count++);
    }

    /** The number of a player, null or empty for none. */
    int of(@Nullable String player) {
        if (player == null || player.isEmpty()) {
            return format;
        }
        Integer known = players.get(player);
        if (known != null) {
            return known;
        }
        if (count >= MAX) {
            return format;
        }
        players.put(player, count);
        return count++;
    }

    /** How many there are. */
    int count() {
        return count;
    }
}
