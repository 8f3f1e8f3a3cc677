package org.segue.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;

/**
 * Recommends to everyone what most users have heard; the score is their number.
 *
 * <p>The answer for those of whom nothing is known, and the baseline of every evaluation. Immutable, safe for any thread; holds
 * two numbers a song.
 */
public final class PopularityRecommender implements Recommender {

    private final int[] songIds;
    private final int[] users;

    /**
     * Sorts the songs.
     *
     * @param songIds database keys, none twice
     * @param users how many users have heard each, not negative
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public PopularityRecommender(int[] songIds, int[] users) {
        if (songIds.length != users.length) {
            throw new IllegalArgumentException(
                    "illegal users: %d numbers for %d songs".formatted(users.length, songIds.length));
        }
        // As one number: the complement of the count, so that most users come first, then the key.
        long[] order = new long[songIds.length];
        Arrays.setAll(order, i -> ((long) ~users[i] << 32) | songIds[i]);
        Arrays.sort(order);
        this.songIds = new int[order.length];
        this.users = new int[order.length];
        Arrays.setAll(this.songIds, i -> (int) order[i]);
        Arrays.setAll(this.users, i -> ~(int) (order[i] >> 32));
    }

    /** Counts the users of each song. */
    public static PopularityRecommender of(InteractionMatrix interactions) {
        int[] users = new int[interactions.songs()];
        for (int songIndex : interactions.songIndexes()) {
            users[songIndex]++;
        }
        return new PopularityRecommender(interactions.songIds(), users);
    }

    @Override
    public List<ScoredSong> recommend(UserHistory history, Selection selection) {
        int n = Math.min(selection.n(), songIds.length);
        List<ScoredSong> best = new ArrayList<>(n);
        for (int i = 0; i < songIds.length && best.size() < n; i++) {
            if (selection.admits(songIds[i], history)) {
                best.add(new ScoredSong(songIds[i], users[i]));
            }
        }
        return List.copyOf(best);
    }
}
