package org.segue.ranking;

import java.util.List;
import java.util.function.IntPredicate;
import org.segue.interactions.UserHistory;

/**
 * Ranks as another recommender does, by who owns the songs.
 *
 * @param plain ranks
 * @param isOwned whether a song, by its key, is owned
 * @param choice what is made of that
 */
public record OwnedRecommender(Recommender plain, IntPredicate isOwned, Owned choice) implements Recommender {

    @Override
    public List<ScoredSong> recommend(UserHistory history, Selection selection) {
        ArtistCap.Source ranking = (n, eligible) -> plain.recommend(
                history,
                new Selection(n, selection.excludeHeard(), selection.allowed().and(eligible)));
        OwnedFirst first = new OwnedFirst(choice == Owned.PREFER ? isOwned : null);
        return first.plain(first.of(ranking).top(selection.n(), eligible()));
    }

    private IntPredicate eligible() {
        return switch (choice) {
            case ONLY -> isOwned;
            case MISSING -> isOwned.negate();
            case PREFER, ANY -> songId -> true;
        };
    }
}
