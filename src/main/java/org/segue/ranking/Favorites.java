package org.segue.ranking;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.segue.interactions.UserHistory;

/**
 * Songs, by database key, that a user loves, or has played as often as the most played quarter of the user's songs, and more than
 * once.
 */
final class Favorites implements IntPredicate {

    private static final double QUARTER_FROM = 0.75;
    private static final float MORE_THAN_ONCE = 2;

    private final UserHistory history;
    private final float often;

    Favorites(UserHistory history) {
        this.history = history;
        this.often = often(history.values());
    }

    private static float often(float[] values) {
        float[] ascending = values.clone();
        Arrays.sort(ascending);
        return ascending.length == 0
                ? MORE_THAN_ONCE
                : Math.max(MORE_THAN_ONCE, ascending[(int) (QUARTER_FROM * ascending.length)]);
    }

    @Override
    public boolean test(int songId) {
        int place = Arrays.binarySearch(history.songIds(), songId);
        boolean isLoved = history.preferences().weightOf(songId) > 0 && history.isKnown(songId);
        return isLoved || (place >= 0 && history.values()[place] >= often);
    }
}
