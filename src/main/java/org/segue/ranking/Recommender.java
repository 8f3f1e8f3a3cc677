package org.segue.ranking;

import java.util.List;
import org.segue.interactions.UserHistory;

/**
 * Ranks songs for a user.
 *
 * <p>Answers are exact and stable: the best {@code n} by score, the smaller key first where scores are equal. Heard songs
 * are left out if the selection says so, songs that it does not allow always. Fewer than {@code n} come back when no more
 * are left; none when nothing can be said about the user. Implementations are immutable and safe for any thread; they
 * never block and never allocate in proportion to the catalog.
 */
public interface Recommender {

    /**
     * The best songs for a user.
     *
     * @param history what is known of the user
     * @param selection how many, and of which songs
     * @return best first
     */
    List<ScoredSong> recommend(UserHistory history, Selection selection);
}
